package org.xinbao.job;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xinbao.treatment.Contact;
import org.xinbao.treatment.LoanTreatment;
import org.xinbao.treatment.Restriction;
import org.xinbao.treatment.TreatmentStep;

/**
 * A loan on its way from its own night to its customer's treatment: a line of a part file that
 * begins with the customer id.
 *
 * @param accountStatus as in {@code assessments.csv}
 */
record LoanTreatmentLine(
    String customerId,
    String product,
    String currency,
    String accountStatus,
    LoanTreatment treatment) {

  private static final int FIXED = 10;
  private static final int PER_CONTACT = 3;

  String toLine() {
    List<Object> fields =
        new ArrayList<>(
            List.of(
                customerId,
                treatment.loanId(),
                product,
                currency,
                accountStatus,
                treatment.daysPastDue(),
                treatment.overdueTotal(),
                treatment.step(),
                treatment.restriction().inForce(),
                treatment.restriction().curedOn(),
                treatment.restriction().reassessOn()));
    for (Contact each : treatment.contacts()) {
      fields.add(each.at().map(LocalTime::toString).orElse(""));
      fields.add(each.channel());
      fields.add(each.connected());
    }
    return Tsv.line(fields.toArray());
  }

  /** Reads the rest of a line after its customer id. */
  static LoanTreatmentLine parse(String customerId, String rest) {
    List<String> f = Tsv.fields(rest);
    List<Contact> contacts = new ArrayList<>();
    for (int i = FIXED; i < f.size(); i += PER_CONTACT) {
      Optional<LocalTime> at =
          f.get(i).isEmpty() ? Optional.empty() : Optional.of(LocalTime.parse(f.get(i)));
      contacts.add(new Contact(at, f.get(i + 1), Boolean.parseBoolean(f.get(i + 2))));
    }
    return new LoanTreatmentLine(
        customerId,
        f.get(1),
        f.get(2),
        f.get(3),
        new LoanTreatment(
            f.get(0),
            Integer.parseInt(f.get(4)),
            Long.parseLong(f.get(5)),
            TreatmentStep.valueOf(f.get(6)),
            new Restriction(
                Boolean.parseBoolean(f.get(7)),
                Integer.parseInt(f.get(8)),
                Integer.parseInt(f.get(9))),
            contacts));
  }
}
