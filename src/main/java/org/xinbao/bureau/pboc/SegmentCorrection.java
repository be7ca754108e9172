package org.xinbao.bureau.pboc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.xinbao.bureau.BureauLoan;
import org.xinbao.bureau.BureauSettings;
import org.xinbao.bureau.ReportRequest;

/**
 * One segment as a 212 carries it: recomputed for its report date from the present export, then
 * with the values that a decision states.
 */
final class SegmentCorrection {

  private final BureauSettings settings;
  private final RecordWriter writer = new RecordWriter();

  SegmentCorrection(BureauSettings settings) {
    this.settings = settings;
  }

  /** Why a segment is corrected. */
  enum Cause {
    /** A decision says so. */
    DECISION,
    /** Today's data show a month otherwise ({@code auto-correct: true}). */
    DATA
  }

  /**
   * What is to be corrected.
   *
   * @param givenStatus {@code bureau_status} that holds for the report date
   * @param values by tag
   */
  record Wanted(
      ReportRequest request,
      PbocProduct product,
      ReportedState state,
      Segment segment,
      int rptDate,
      String givenStatus,
      Map<String, String> values,
      Cause cause) {

    Wanted {
      values = Map.copyOf(values);
    }

    /** A month as today's data show it; the status that the ledger gave then stands. */
    static Wanted month(
        ReportRequest request, PbocProduct product, ReportedState state, ToldReport month) {
      return new Wanted(
          request,
          product,
          state,
          Segment.H,
          month.rptDate(),
          month.givenStatus(),
          Map.of(),
          Cause.DATA);
    }
  }

  /**
   * A segment ready to send.
   *
   * @param text with the values stated
   * @param digest of the segment as the ledger has it, by which the next report tells whether the
   *     ledger's content changed
   * @param figures of segments H and J, in the order of {@link ToldReport#items}
   * @param base segment B with the values stated
   */
  record Prepared(
      SegmentText text, String digest, List<String> figures, Draft draft, SegmentText base) {}

  /** A segment, or why it cannot be sent. */
  record Result(Optional<Prepared> prepared, Optional<Refusal> refusal) {

    private static Result refused(Refusal refusal) {
      return new Result(Optional.empty(), Optional.of(refusal));
    }
  }

  Result prepare(Wanted wanted) {
    for (String each : wanted.values().keySet()) {
      Optional<Item> item = SegmentText.item(wanted.segment(), each);
      if (wanted.segment() == Segment.B && !item.filter(StateRules.PERSON::contains).isPresent()) {
        return Result.refused(Refusal.of(CorrectionRule.BMR003));
      }
      if (item.isEmpty()) {
        return Result.refused(
            Refusal.unreadable("The details name a tag that cannot be stated for the segment"));
      }
    }
    if (wanted.rptDate() > wanted.request().businessDate()) {
      return Result.refused(Refusal.unreadable("report_date is after the business date"));
    }
    Draft draft = draft(wanted);
    String base = text(draft, Segment.B);
    String own = text(draft, wanted.segment());
    String digest = writer.bytes().digest(0);
    if (own.isEmpty()) {
      return Result.refused(Refusal.of(CorrectionRule.BMR001));
    }
    Optional<SegmentText> stated = stated(new SegmentText(wanted.segment(), own), wanted);
    if (stated.isEmpty()) {
      return Result.refused(
          Refusal.unreadable(
              "The segment has no such tag for this loan, or several groups (then tag.n says"
                  + " which)"));
    }
    SegmentText text = stated.get();
    SegmentText person = wanted.segment() == Segment.B ? text : new SegmentText(Segment.B, base);
    return new Result(
        Optional.of(new Prepared(text, digest, figures(text, draft), draft, person)),
        Optional.empty());
  }

  /** The figures of a month as of its report date, in the order of {@link ToldReport#items}. */
  List<String> figures(Wanted wanted) {
    Draft draft = draft(wanted);
    return figures(new SegmentText(Segment.H, text(draft, Segment.H)), draft);
  }

  private String text(Draft draft, Segment segment) {
    RecordBytes bytes = writer.only(draft, segment);
    return new String(bytes.array(), 0, bytes.length(), UTF_8);
  }

  private static Optional<SegmentText> stated(SegmentText text, Wanted wanted) {
    SegmentText stated = text;
    for (Map.Entry<String, String> each : new TreeMap<>(wanted.values()).entrySet()) {
      Optional<SegmentText> next = stated.with(each.getKey(), each.getValue());
      if (next.isEmpty()) {
        return Optional.empty();
      }
      stated = next.get();
    }
    return Optional.of(stated);
  }

  private static List<String> figures(SegmentText text, Draft draft) {
    return text.segment() == Segment.H || text.segment() == Segment.J
        ? ToldReport.items(draft.point().code()).stream().map(text::value).toList()
        : List.of();
  }

  private Draft draft(Wanted wanted) {
    ReportRequest request = wanted.request();
    boolean today = wanted.segment() == Segment.B || wanted.rptDate() == request.businessDate();
    BureauLoan loan = today ? request.today() : request.asOf().apply(wanted.rptDate());
    AccountFigures figures = AccountFigures.of(loan, fiveClassBefore(wanted), wanted.givenStatus());
    boolean recovered = wanted.segment() == Segment.J;
    return new Draft(
        settings.providerCode(),
        wanted.state().account(loan.exported().loanId()),
        point(wanted),
        wanted.rptDate(),
        loan,
        wanted.product(),
        recovered ? figures.recovered() : figures,
        wanted.segment() == Segment.K ? specials(loan, wanted) : List.of());
  }

  private static ReportPoint point(Wanted wanted) {
    return wanted
        .state()
        .dossier()
        .history()
        .find(wanted.rptDate(), wanted.segment())
        .flatMap(each -> ReportPoint.find(each.code()))
        .orElse(wanted.segment() == Segment.J ? ReportPoint.RECOVERED : ReportPoint.MONTHLY);
  }

  /** The FiveCateAdjDate told before the report date: the date never goes back. */
  static int fiveClassBefore(Wanted wanted) {
    int last = org.xinbao.arrears.Day.NONE;
    for (ToldReport each : wanted.state().dossier().history().reports()) {
      if (each.rptDate() < wanted.rptDate()) {
        last = Math.max(last, each.fiveClassOn());
      }
    }
    return last;
  }

  /** What K told on the report date, and what it has not told at all. */
  private static List<Special> specials(BureauLoan loan, Wanted wanted) {
    List<Special> specials = new ArrayList<>();
    for (Special each : Specials.upTo(loan, wanted.product(), wanted.request().asOf())) {
      boolean told =
          wanted.state().specials().stream()
              .anyMatch(key -> key.isOf(each) && key.told() == wanted.rptDate());
      if ((told || !wanted.state().hasSent(each)) && specials.size() < Specials.IN_ONE_RECORD) {
        specials.add(each);
      }
    }
    return specials;
  }
}
