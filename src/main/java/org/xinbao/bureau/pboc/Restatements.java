package org.xinbao.bureau.pboc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.xinbao.arrears.Day;
import org.xinbao.bureau.BureauSettings;
import org.xinbao.bureau.NotAssessable;
import org.xinbao.bureau.ReportRequest;
import org.xinbao.bureau.Restatement;

/**
 * Reported months that today's data show otherwise (rulings 7), of the last {@link History#MONTHS}
 * months. A month is recomputed only when a {@link PastDigest} shows that something changed which
 * its figures depend on. What a decision stated is not compared: it stands against the ledger.
 */
final class Restatements {

  private static final int RADIX = 36;

  private final PbocConf conf;
  private final Corrections corrections;
  private final SegmentCorrection segments;
  private final boolean autoCorrect;

  Restatements(PbocConf conf, BureauSettings settings, Corrections corrections) {
    this.conf = conf;
    this.corrections = corrections;
    this.segments = new SegmentCorrection(settings);
    this.autoCorrect = settings.autoCorrect();
  }

  /**
   * What a night found, and the state after it.
   *
   * @param refusal why the month that a corrected version is about may not be corrected
   */
  record Found(ReportedState state, List<Restatement> restatements, Optional<Refusal> refusal) {

    Found {
      restatements = List.copyOf(restatements);
    }

    static Found nothing(ReportedState state) {
      return new Found(state, List.of(), Optional.empty());
    }
  }

  /** Whether nothing that was reported can have changed since it was last known to be right. */
  boolean isUnchanged(ReportRequest request, ReportedState before) {
    Dossier dossier = before.dossier();
    if (dossier.history().isEmpty()) {
      return true;
    }
    int until = until(dossier);
    return until != Day.NONE && dossier.past().equals(past(request, until));
  }

  private static int until(Dossier dossier) {
    int dot = dossier.past().indexOf('.');
    return dot < 0 ? Day.NONE : Integer.parseInt(dossier.past().substring(0, dot), RADIX);
  }

  /** What is remembered once all months up to a day agree with today's data. */
  static String past(ReportRequest request, int until) {
    return until == Day.NONE
        ? ""
        : Integer.toString(until, RADIX) + "." + PastDigest.of(request.today(), until);
  }

  /**
   * Compares, after the night's reports and corrections.
   *
   * @param isUnchanged what {@link #isUnchanged} said before them
   * @param sent keys of the corrections sent tonight
   */
  Found check(
      ReportRequest request,
      ReportedState before,
      boolean isUnchanged,
      ReportedState state,
      Set<String> sent,
      Corrections.Sender sender) {
    History history = state.dossier().history();
    if (history.isEmpty() || state.dossier().fate() == Dossier.Fate.DELETED) {
      return Found.nothing(state);
    }
    if (isUnchanged && history.equals(before.dossier().history())) {
      return Found.nothing(state);
    }
    int last = history.lastMonthlyOn();
    if (last == Day.NONE) {
      return Found.nothing(state);
    }
    if (isUnchanged && until(state.dossier()) == last) {
      return Found.nothing(state);
    }
    List<Restatement> found = new ArrayList<>();
    List<ToldReport> changed = isUnchanged ? List.of() : compare(request, state, found);
    String past = changed.isEmpty() ? past(request, last) : "";
    ReportedState after = state.with(state.dossier().withPast(past));
    Corrections.Restated restated = correct(request, after, changed, sent, sender);
    Optional<Refusal> refusal = isCorrection(request) ? restated.refusal() : Optional.empty();
    return new Found(restated.state().orElse(after), found, refusal);
  }

  private List<ToldReport> compare(
      ReportRequest request, ReportedState state, List<Restatement> found) {
    List<ToldReport> changed = new ArrayList<>();
    String loanId = request.today().exported().loanId();
    PbocProduct product = conf.product(request.today().exported().row().product());
    for (ToldReport each : state.dossier().history().monthly()) {
      if (each.isDecided()) {
        continue;
      }
      SegmentCorrection.Wanted wanted =
          SegmentCorrection.Wanted.month(request, product, state, each);
      List<String> today;
      try {
        today = segments.figures(wanted);
      } catch (NotAssessable e) {
        continue;
      }
      int size = found.size();
      List<Item> items = ToldReport.items(each.code());
      for (int i = 0; i < items.size(); i++) {
        String reported = each.values().get(i);
        if (!reported.equals(today.get(i)) && isCompared(items.get(i), wanted, each)) {
          found.add(
              new Restatement(loanId, each.rptDate(), items.get(i).tag(), reported, today.get(i)));
        }
      }
      if (found.size() > size) {
        changed.add(each);
      }
    }
    return changed;
  }

  /**
   * The settlement day is the institution's choice and no figure. The date of the class goes on
   * from the month before: without it, it cannot be told.
   */
  private static boolean isCompared(Item item, SegmentCorrection.Wanted wanted, ToldReport month) {
    if (item == Item.FIVE_CATE_ADJ_DATE) {
      boolean first = ReportPoint.find(month.code()).map(ReportPoint::isFirst).orElse(false);
      return first || SegmentCorrection.fiveClassBefore(wanted) != Day.NONE;
    }
    return item != Item.SETT_DATE;
  }

  /**
   * One month a night: a file takes one correction of a segment and account (ABR002). A corrected
   * version of a date puts right what was reported for that date, and nothing else (rulings 16).
   */
  private Corrections.Restated correct(
      ReportRequest request,
      ReportedState state,
      List<ToldReport> changed,
      Set<String> sent,
      Corrections.Sender sender) {
    boolean isCorrection = isCorrection(request);
    if (!autoCorrect && !isCorrection) {
      return Corrections.Restated.NOTHING;
    }
    Corrections.Restated last = Corrections.Restated.NOTHING;
    for (ToldReport each : changed) {
      if (isCorrection && each.rptDate() != request.businessDate()) {
        continue;
      }
      last = corrections.restate(request, state, each, sent, sender);
      if (last.state().isPresent()) {
        return last;
      }
    }
    return last;
  }

  private static boolean isCorrection(ReportRequest request) {
    return request.version() > 1;
  }
}
