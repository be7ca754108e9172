package org.xinbao.report;

import java.util.Comparator;
import java.util.List;
import org.xinbao.arrears.Cents;
import org.xinbao.treatment.CustomerTreatment;
import org.xinbao.treatment.TreatmentStep;

/**
 * A loan on the treatment worklist; no personal data.
 *
 * @param overdueTotal cents
 * @param bucket 0 to 7 for M0 to M7
 * @param customerStep the furthest step of any of the customer's loans
 * @param repayOnly whether the customer may only repay
 */
public record WorkItem(
    String loanId,
    String product,
    String currency,
    TreatmentStep step,
    int daysPastDue,
    long overdueTotal,
    int bucket,
    TreatmentStep customerStep,
    boolean repayOnly) {

  /** The most urgent first: step, then days past due, then overdue total, then loan id. */
  public static final Comparator<WorkItem> ORDER =
      Comparator.comparing(WorkItem::step)
          .thenComparingInt(WorkItem::daysPastDue)
          .thenComparingLong(WorkItem::overdueTotal)
          .reversed()
          .thenComparing(WorkItem::loanId, Utf8Order.INSTANCE);

  /** The same with what is known of the customer. */
  WorkItem with(CustomerTreatment customer) {
    return new WorkItem(
        loanId,
        product,
        currency,
        step,
        daysPastDue,
        overdueTotal,
        bucket,
        customer.step(),
        customer.repayOnly());
  }

  String toLine() {
    return TabLine.join(
        List.of(
            loanId,
            product,
            currency,
            step.name(),
            Integer.toString(daysPastDue),
            Cents.format(overdueTotal),
            Integer.toString(bucket)));
  }

  static WorkItem parse(String line) {
    List<String> fields = TabLine.split(line, 7);
    return new WorkItem(
        fields.get(0),
        fields.get(1),
        fields.get(2),
        TreatmentStep.valueOf(fields.get(3)),
        Integer.parseInt(fields.get(4)),
        TabLine.cents(fields.get(5)),
        Integer.parseInt(fields.get(6)),
        TreatmentStep.valueOf(fields.get(3)),
        false);
  }
}
