package org.xinbao.job;

import java.io.IOException;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.xinbao.arrears.Assessment;
import org.xinbao.arrears.Day;
import org.xinbao.ledger.ContactRow;
import org.xinbao.ledger.ExportedLoan;
import org.xinbao.ledger.NoticeRow;
import org.xinbao.retention.RetainedRecord;
import org.xinbao.retention.Retention;
import org.xinbao.treatment.Contact;
import org.xinbao.treatment.LoanTreatment;
import org.xinbao.treatment.Restriction;
import org.xinbao.treatment.TreatmentRules;
import org.xinbao.treatment.TreatmentStep;

/** One loan's treatment: what its customer's must know of it, and the row that counsel needs. */
final class TreatmentNight {

  /** Length of a date at the beginning of a time. */
  private static final int DATE = 10;

  private final NightContext night;
  private final PartOutput out;

  TreatmentNight(NightContext night, PartOutput out) {
    this.night = night;
    this.out = out;
  }

  /**
   * Writes what is due.
   *
   * @param adverse the loan's records that are not deleted
   * @param notices all that are known
   */
  void treat(
      ExportedLoan loan,
      TreatmentRules rules,
      Assessment assessment,
      List<RetainedRecord> adverse,
      TreatmentStep step,
      List<NoticeRow> notices)
      throws IOException {
    Restriction restriction =
        Retention.latest(adverse)
            .map(each -> Restriction.of(rules, assessment.accountStatus(), each.record()))
            .orElse(Restriction.NONE);
    List<Contact> contacts = contacts(loan.contacts());
    if (step != TreatmentStep.NONE || restriction.isRecent(night.date()) || !contacts.isEmpty()) {
      out.treatment(
          new LoanTreatmentLine(
              loan.row().customerId(),
              loan.row().product(),
              loan.row().currency(),
              assessment.accountStatus().name(),
              new LoanTreatment(
                  loan.loanId(),
                  assessment.daysPastDue(),
                  assessment.overdueTotal(),
                  step,
                  restriction,
                  contacts)));
    }
    if (step == TreatmentStep.LEGAL_REVIEW) {
      out.legalReview(loan, assessment, lastNotice(notices));
    }
  }

  /** Contacts of the business date. */
  private List<Contact> contacts(List<ContactRow> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    String today = Day.format(night.date());
    return rows.stream()
        .filter(each -> each.contactedAt().startsWith(today))
        .map(each -> new Contact(time(each.contactedAt()), each.channel(), each.connected()))
        .toList();
  }

  private static Optional<LocalTime> time(String moment) {
    return moment.length() > DATE
        ? Optional.of(LocalTime.parse(moment.substring(DATE + 1)))
        : Optional.empty();
  }

  private static int lastNotice(List<NoticeRow> notices) {
    return notices.stream().mapToInt(NoticeRow::sentOn).max().orElse(Day.NONE);
  }
}
