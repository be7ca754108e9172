package org.xinbao.bureau.pboc;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.xinbao.arrears.Day;

/**
 * Decides the rules of records 211 to 214 on our own reported state. Where that does not reach back
 * far enough, a date is taken as too early: the bureau is not sent what it may refuse.
 */
final class StateRules {

  private static final int ACCOUNT_MAX = 46;

  /** What of segment B can be corrected. */
  static final Set<Item> PERSON = Set.of(Item.NAME, Item.ID_TYPE, Item.ID_NUM, Item.MNGMT_ORG_CODE);

  /** What can be deleted of an account of the types D1, R1 and R4. */
  private static final Set<Segment> DELETABLE = Set.of(Segment.C, Segment.H, Segment.J, Segment.K);

  private StateRules() {}

  /**
   * Whether an account can take another id.
   *
   * @param inUse whether the new id is a loan of the institution or another account's id
   */
  static Optional<CorrectionRule> rename(
      Order.Rename order, ReportedState state, String loanId, boolean inUse) {
    String id = order.newId();
    if (id.length() > ACCOUNT_MAX
        || !Text.isLettersAndDigits(id)
        || id.equals(state.account(loanId))) {
      return Optional.of(CorrectionRule.BIE000);
    }
    if (state.dossier().fate() == Dossier.Fate.DELETED) {
      return Optional.of(CorrectionRule.BIE001);
    }
    // A former id of the account itself may come back; the first one was the loan id.
    return inUse && !id.equals(loanId) ? Optional.of(CorrectionRule.BIE002) : Optional.empty();
  }

  /** Whether the bureau takes a correction of this segment with this report date. */
  static Optional<CorrectionRule> correct(
      Segment segment, int rptDate, ReportedState state, AccountType type) {
    if (!state.isKnown() || state.dossier().fate() == Dossier.Fate.DELETED) {
      return Optional.of(CorrectionRule.BMR007);
    }
    if (state.type().get() != type) {
      return Optional.of(CorrectionRule.BMR012);
    }
    return switch (segment) {
      case G, I -> Optional.of(CorrectionRule.BMR005);
      case B -> rptDate == state.rptDate() ? Optional.empty() : Optional.of(CorrectionRule.BMR019);
      case C ->
          rptDate >= told(state, segment) || wasTold(state, rptDate, segment)
              ? Optional.empty()
              : Optional.of(CorrectionRule.BMR021);
      case D, E, F ->
          rptDate >= told(state, segment) ? Optional.empty() : Optional.of(CorrectionRule.BMR009);
      case H -> monthly(rptDate, state);
      case J -> recovered(rptDate, state);
      case K -> specials(rptDate, state);
    };
  }

  /** The last date on which C, D, E or F was told; that of the last report when not known. */
  private static int told(ReportedState state, Segment segment) {
    int place = RecordWriter.remembered(segment);
    int on = state.dossier().segmentsOn().get(place);
    boolean never = state.digests().get(place).equals(ReportedState.NEVER_SENT);
    return on != Day.NONE || never ? on : state.rptDate();
  }

  private static boolean wasTold(ReportedState state, int rptDate, Segment segment) {
    return state.dossier().history().find(rptDate, segment).isPresent();
  }

  private static Optional<CorrectionRule> monthly(int rptDate, ReportedState state) {
    List<ToldReport> months = state.dossier().history().monthly();
    int month = Dates.month(rptDate);
    int last =
        months.stream()
            .filter(each -> each.month() == month)
            .mapToInt(ToldReport::rptDate)
            .max()
            .orElse(Day.NONE);
    if (last != rptDate) {
      return Optional.of(CorrectionRule.BMR008);
    }
    if (hasEvent(state) && Dates.month(state.dossier().fateOn()) == month) {
      return Optional.of(CorrectionRule.BMR013);
    }
    boolean closedBefore =
        months.stream().anyMatch(each -> each.rptDate() < rptDate && each.isClosed());
    return closedBefore ? Optional.of(CorrectionRule.BMR016) : Optional.empty();
  }

  private static Optional<CorrectionRule> recovered(int rptDate, ReportedState state) {
    if (!wasTold(state, rptDate, Segment.J)) {
      return Optional.of(CorrectionRule.BMR021);
    }
    return hasEvent(state) && state.dossier().fateOn() == rptDate
        ? Optional.of(CorrectionRule.BMR015)
        : Optional.empty();
  }

  private static Optional<CorrectionRule> specials(int rptDate, ReportedState state) {
    int last = Day.NONE;
    boolean known = false;
    for (ReportedState.SpecialKey each : state.specials()) {
      last = Math.max(last, each.told() == Day.NONE ? state.rptDate() : each.told());
      known |= each.told() == rptDate;
    }
    return known || rptDate >= last ? Optional.empty() : Optional.of(CorrectionRule.BMR021);
  }

  /** Whether a special event is valid. */
  static boolean hasEvent(ReportedState state) {
    return state.dossier().fate() == Dossier.Fate.TRANSFERRED;
  }

  /** Whether a month's new figures fit those of the other months (BMR010, BMR011). */
  static Optional<CorrectionRule> fits(ToldReport corrected, ReportedState state) {
    int before = Day.NONE;
    int after = Day.NONE;
    for (ToldReport each : state.dossier().history().monthly()) {
      if (each.rptDate() < corrected.rptDate()) {
        before = each.fiveClassOn();
      } else if (each.rptDate() > corrected.rptDate() && after == Day.NONE) {
        after = each.fiveClassOn();
      }
    }
    if (after != Day.NONE && corrected.isClosed()) {
      return Optional.of(CorrectionRule.BMR010);
    }
    int own = corrected.fiveClassOn();
    boolean ordered = own >= before && (after == Day.NONE || own <= after);
    return ordered ? Optional.empty() : Optional.of(CorrectionRule.BMR011);
  }

  /** Whether a segment can be deleted over a period. */
  static Optional<CorrectionRule> deletePeriod(Order.DeletePeriod order, ReportedState state) {
    if (!DELETABLE.contains(order.segment())) {
      return Optional.of(CorrectionRule.ABE001);
    }
    boolean open = order.from() == Day.NONE || order.to() == Day.NONE;
    if (order.from() == Day.NONE && order.to() == Day.NONE) {
      return Optional.of(CorrectionRule.BSE000);
    }
    if (!open && order.from() > order.to()) {
      return Optional.of(CorrectionRule.BSE001);
    }
    if (!state.isKnown() || state.dossier().fate() == Dossier.Fate.DELETED) {
      return Optional.of(CorrectionRule.BSR000);
    }
    int event = state.dossier().fateOn();
    boolean within = event >= order.from() && (order.to() == Day.NONE || event <= order.to());
    return hasEvent(state) && within ? Optional.of(CorrectionRule.BSR002) : Optional.empty();
  }
}
