package org.xinbao.job;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.xinbao.treatment.ContactLimits;
import org.xinbao.treatment.CustomerTreatment;
import org.xinbao.treatment.LoanTreatment;
import org.xinbao.treatment.TreatmentStep;

/**
 * {@code treatment.csv}: by customer, then by loan, every loan for which a step is due, that
 * restricts its customer, did so until lately, or whose contacts of the day were not allowed. It is
 * the whole truth of the date: a customer who is not in it is free.
 */
final class TreatmentCsv {

  private static final List<String> COLUMNS =
      List.of(
          "customer_id",
          "loan_id",
          "product",
          "currency",
          "account_status",
          "days_past_due",
          "overdue_total",
          "step",
          "customer_step",
          "repay_only",
          "cured_on",
          "reassess_on",
          "connected",
          "tries",
          "contact_findings");

  private final int date;
  private final ContactLimits limits;
  private final Set<String> wanted;
  private final Map<String, CustomerTreatment> found = new TreeMap<>();

  private TreatmentCsv(int date, ContactLimits limits, Set<String> wanted) {
    this.date = date;
    this.limits = limits;
    this.wanted = wanted;
  }

  /**
   * Writes the file.
   *
   * @param wanted loans whose customers' treatment is returned, by loan id
   */
  static Map<String, CustomerTreatment> write(
      NightRun night, Parts parts, Set<String> wanted, Path file) throws IOException {
    TreatmentCsv csv = new TreatmentCsv(night.date(), night.settings().contactLimits(), wanted);
    try (CsvWriter out = CsvWriter.create(file)) {
      for (String column : COLUMNS) {
        out.text(column);
      }
      out.end();
      ByCustomer.read(
          night,
          parts,
          PartKind.TREATMENT,
          (customer, lines) ->
              csv.customer(
                  lines.stream().map(line -> LoanTreatmentLine.parse(customer, line)).toList(),
                  out));
    }
    return csv.found;
  }

  private void customer(List<LoanTreatmentLine> loans, CsvWriter out) throws IOException {
    CustomerTreatment customer =
        CustomerTreatment.of(loans.stream().map(LoanTreatmentLine::treatment).toList(), limits);
    for (LoanTreatmentLine loan : loans) {
      LoanTreatment treatment = loan.treatment();
      if (wanted.contains(treatment.loanId())) {
        found.put(treatment.loanId(), customer);
      }
      boolean contacted = !treatment.contacts().isEmpty() && !customer.findings().isEmpty();
      if (treatment.step() != TreatmentStep.NONE
          || treatment.restriction().isRecent(date)
          || contacted) {
        row(loan, customer, out);
      }
    }
  }

  private static void row(LoanTreatmentLine loan, CustomerTreatment customer, CsvWriter out)
      throws IOException {
    LoanTreatment treatment = loan.treatment();
    out.text(loan.customerId()).text(treatment.loanId()).text(loan.product());
    out.text(loan.currency()).text(loan.accountStatus()).number(treatment.daysPastDue());
    out.cents(treatment.overdueTotal()).text(treatment.step().name());
    out.text(customer.step().name()).number(customer.repayOnly() ? 1 : 0);
    out.day(treatment.restriction().curedOn()).day(customer.reassessOn());
    out.number(customer.connected()).number(customer.tries());
    out.text(customer.findings().stream().map(Enum::name).collect(Collectors.joining(";"))).end();
  }
}
