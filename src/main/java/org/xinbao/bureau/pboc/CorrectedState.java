package org.xinbao.bureau.pboc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xinbao.arrears.Day;

/** What the bureau knows of an account once it has a correction (212) or a deletion (213). */
final class CorrectedState {

  private CorrectedState() {}

  static ReportedState after(SegmentCorrection.Wanted wanted, SegmentCorrection.Prepared prepared) {
    ReportedState state = wanted.state();
    Dossier dossier = state.dossier();
    return switch (wanted.segment()) {
      case B -> state.with(dossier.withIdentity(identity(prepared.base())));
      case C, D, E, F -> {
        int place = RecordWriter.remembered(wanted.segment());
        yield state
            .with(dossier.withSegmentOn(place, wanted.rptDate()))
            .withDigest(place, prepared.digest());
      }
      case H, J -> {
        History history = dossier.history();
        ToldReport told = history.find(wanted.rptDate(), wanted.segment()).orElseThrow();
        boolean decided =
            wanted.cause() == SegmentCorrection.Cause.DECISION && !wanted.values().isEmpty();
        History after = history.replacing(told, each -> each.with(prepared.figures(), decided));
        yield withHistory(state, after);
      }
      case K -> specials(wanted, prepared);
      case G, I -> throw new IllegalStateException("a segment that is never corrected");
    };
  }

  /** The digest of the person that segment B names. */
  static String identity(SegmentText base) {
    return Dossier.identity(
        plain(base.value(Item.NAME)), base.value(Item.ID_TYPE), plain(base.value(Item.ID_NUM)));
  }

  private static String plain(String escaped) {
    return escaped.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }

  private static ReportedState specials(
      SegmentCorrection.Wanted wanted, SegmentCorrection.Prepared prepared) {
    List<ReportedState.SpecialKey> told = new ArrayList<>(wanted.state().specials());
    told.removeIf(each -> each.told() == wanted.rptDate());
    for (Special each : prepared.draft().specials()) {
      told.add(new ReportedState.SpecialKey(each.type(), each.on(), wanted.rptDate()));
    }
    return wanted.state().withSpecials(told);
  }

  /**
   * After a deletion. What was told of the period is not told again: the days of the last report
   * stay. A deleted segment C is told anew with the next report, which must say what holds now.
   */
  static ReportedState after(Order.DeletePeriod order, ReportedState state) {
    Dossier dossier = state.dossier();
    History left = dossier.history().without(order.segment(), order.from(), order.to());
    if (order.segment() != Segment.C) {
      return left.equals(dossier.history()) ? state : withHistory(state, left);
    }
    int place = RecordWriter.remembered(Segment.C);
    int on = dossier.segmentsOn().get(place);
    boolean within =
        on != Day.NONE && on >= order.from() && (order.to() == Day.NONE || on <= order.to());
    ReportedState changed = state.with(dossier.withHistory(left));
    return within ? changed.withDigest(place, ReportedState.NEVER_SENT) : changed;
  }

  private static ReportedState withHistory(ReportedState state, History history) {
    Optional<ToldReport> last = history.lastMonthly();
    boolean closed = state.closed();
    long overdue = state.overdue();
    if (!last.equals(state.dossier().history().lastMonthly())) {
      closed = last.map(ToldReport::isClosed).orElse(false);
      overdue =
          closed
              ? overdue
              : last.map(each -> Long.parseLong(each.monthly(Item.TOT_OVERD))).orElse(0L);
    }
    int fiveClassOn =
        history.reports().stream()
            .mapToInt(ToldReport::fiveClassOn)
            .max()
            .orElse(state.fiveClassOn());
    return state
        .withLastReport(overdue, closed, fiveClassOn)
        .with(state.dossier().withHistory(history));
  }
}
