package org.xinbao.bureau.pboc;

import java.util.Optional;
import org.xinbao.arrears.AccountStatus;
import org.xinbao.arrears.Day;
import org.xinbao.bureau.BureauLoan;

/**
 * The special event 21 转出 (215) in place of a closing record, for a D1 account whose loan was
 * transferred, with {@code transfer: EVENT_21} (rulings 9; reference section 4.5): dated in the
 * month after the last one reported, later than every report, and not before the transfer.
 */
final class TransferEvent {

  private TransferEvent() {}

  /** What is due: the event, why it is held, or nothing yet. */
  record Due(Optional<Integer> rptDate, Optional<Refusal> refusal) {

    private static final Due NOTHING = new Due(Optional.empty(), Optional.empty());

    private static Due refused(Refusal refusal) {
      return new Due(Optional.empty(), Optional.of(refusal));
    }
  }

  /** Whether a loan leaves the bureau by the event, so that it has no closing record. */
  static boolean applies(BureauLoan loan, PbocConf conf, AccountType type) {
    return loan.assessment().accountStatus() == AccountStatus.TRANSFERRED
        && conf.transfer() == PbocConf.Transfer.EVENT_21
        && type == AccountType.D1;
  }

  /** Decides for an account that {@link #applies} holds for, on the business date. */
  static Due decide(ReportedState state, BureauLoan loan, int businessDate) {
    Dossier dossier = state.dossier();
    int transferredOn = loan.exported().loan().closedOn();
    if (!state.isKnown() || state.closed() || dossier.isGone()) {
      return Due.NOTHING;
    }
    if (dossier.fate() == Dossier.Fate.EVENT_VOID && transferredOn <= dossier.fateOn()) {
      return Due.refused(Refusal.of(HeldCode.EVENT_VOIDED));
    }
    int first = firstDay(state, businessDate);
    if (businessDate < first || businessDate <= state.rptDate()) {
      return Due.NOTHING;
    }
    int rptDate = Math.min(businessDate, Day.lastOfMonth(first));
    boolean fits = rptDate >= transferredOn && rptDate > state.rptDate();
    return fits
        ? new Due(Optional.of(rptDate), Optional.empty())
        : Due.refused(
            new Refusal(HeldCode.TRANSFER_EVENT.name(), CorrectionRule.BQR004.sentence()));
  }

  /** The first day of the month after the last one reported; of the present month without one. */
  private static int firstDay(ReportedState state, int businessDate) {
    if (state.month() == 0) {
      return Day.firstOfMonth(businessDate);
    }
    int first = Dates.find(state.month() / 100, state.month() % 100, 1);
    return Day.plusMonths(first, 1);
  }
}
