package org.xinbao.job;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.xinbao.arrears.Assessment;
import org.xinbao.ledger.DecisionRow;
import org.xinbao.ledger.LoanRow;
import org.xinbao.retention.Hold;
import org.xinbao.retention.RecordState;
import org.xinbao.retention.RetainedRecord;
import org.xinbao.retention.Retention;
import org.xinbao.store.RegisterEntry;

/**
 * The register's night for one loan: recomputed for a loan in the export, standing for one that is
 * not (rulings 7).
 */
final class RegisterNight {

  private static final Comparator<RetainedRecord> ORDER =
      Comparator.comparingInt(each -> each.record().overdueFrom());

  private static final String NO_LONGER_FOLLOWS = "The present export no longer shows it.";

  private final NightContext night;
  private final PartOutput out;

  RegisterNight(NightContext night, PartOutput out) {
    this.night = night;
    this.out = out;
  }

  /**
   * Today's records replace the register's; a published one that no longer follows is written once
   * as void.
   *
   * @param adverse the records that still exist at the business date
   */
  void assessed(
      LoanRow row,
      Assessment assessment,
      List<RetainedRecord> adverse,
      List<Hold> holds,
      Voidings voidings,
      Known known)
      throws IOException {
    if (adverse.isEmpty() && known.register().isEmpty()) {
      return;
    }
    List<RetainedRecord> listed = new ArrayList<>(adverse);
    listed.addAll(
        Retention.voided(
            retained(known),
            assessment.adverseRecords().stream()
                .filter(each -> !voidings.contains(each.overdueFrom()))
                .toList(),
            holds,
            night.date()));
    listed.sort(ORDER);
    for (RetainedRecord each : listed) {
      out.episode(row.loanId(), each);
      out.aggregates().figures().addRecord(row.product(), row.currency(), each, night.date());
      change(row.loanId(), each, voidings, known);
    }
  }

  private void change(String loanId, RetainedRecord now, Voidings voidings, Known known)
      throws IOException {
    int first = night.date();
    for (RegisterEntry each : known.register()) {
      if (each.retained().equals(now)) {
        return;
      }
      if (each.overdueFrom() == now.record().overdueFrom()) {
        first = each.firstPublishedOn();
      }
    }
    String reason =
        now.state() == RecordState.VOID
            ? voidings.reason(now.record().overdueFrom()).orElse(NO_LONGER_FOLLOWS)
            : "";
    out.register(new RegisterEntry(loanId, now, reason, first, night.date()));
  }

  private static List<RetainedRecord> retained(Known known) {
    return known.register().stream().map(RegisterEntry::retained).toList();
  }

  /**
   * The register's records of a loan that is not assessed tonight stand; only their clocks run on.
   */
  void carriedForward(String loanId, Known known, List<DecisionRow> decisions) throws IOException {
    String product = known.state().map(LoanState::product).orElse("");
    String currency = known.state().map(LoanState::currency).orElse("");
    Voidings voidings = Voidings.of(decisions, night.date());
    for (RetainedRecord each : retained(known)) {
      if (each.state() == RecordState.VOID) {
        continue;
      }
      Optional<RetainedRecord> now =
          Retention.at(each, HoldDecisions.holds(decisions), night.date())
              .map(record -> voided(record, voidings));
      if (now.isPresent()) {
        out.episode(loanId, now.get());
        out.aggregates().figures().addRecord(product, currency, now.get(), night.date());
        change(loanId, now.get(), voidings, known);
      }
    }
  }

  private static RetainedRecord voided(RetainedRecord record, Voidings voidings) {
    return voidings.contains(record.record().overdueFrom())
        ? new RetainedRecord(
            record.record(), record.settledOn(), record.retainUntil(), RecordState.VOID)
        : record;
  }
}
