package org.xinbao.report;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.xinbao.arrears.Assessment;
import org.xinbao.treatment.CustomerTreatment;
import org.xinbao.treatment.TreatmentStep;

/**
 * The most urgent loans by {@link WorkItem#ORDER}, at most {@link #LIMIT} of them, however many
 * loans are added. Which ones does not depend on how loans were divided over parts.
 */
public final class Worklist {

  /** What a person can look at in a day; all of them are in {@code worklist.csv}. */
  public static final int LIMIT = 200;

  private final TreeSet<WorkItem> items = new TreeSet<>(WorkItem.ORDER);

  /** Adds a loan unless no step is due for it. */
  public void add(AssessedLoan loan) {
    if (loan.step() != TreatmentStep.NONE) {
      Assessment a = loan.assessment();
      add(
          new WorkItem(
              loan.loanId(),
              loan.product(),
              loan.currency(),
              loan.step(),
              a.daysPastDue(),
              a.overdueTotal(),
              a.bucket(),
              loan.step(),
              false));
    }
  }

  private void add(WorkItem item) {
    items.add(item);
    if (items.size() > LIMIT) {
      items.pollLast();
    }
  }

  /** Adds the loans of another part. */
  public void merge(Worklist other) {
    other.items.forEach(this::add);
  }

  /** The ids of the loans. */
  public Set<String> loanIds() {
    return items.stream().map(WorkItem::loanId).collect(Collectors.toUnmodifiableSet());
  }

  /** Adds what is known of the loans' customers, by loan id. */
  public void customers(Map<String, CustomerTreatment> customers) {
    List<WorkItem> before = List.copyOf(items);
    items.clear();
    for (WorkItem each : before) {
      CustomerTreatment customer = customers.get(each.loanId());
      items.add(customer == null ? each : each.with(customer));
    }
  }

  /** The loans, most urgent first. */
  public List<WorkItem> items() {
    return List.copyOf(items);
  }

  /** One line per loan, most urgent first. */
  public List<String> toLines() {
    return items.stream().map(WorkItem::toLine).toList();
  }

  /** Reads lines written by {@link #toLines}. */
  public static Worklist of(Collection<String> lines) {
    Worklist worklist = new Worklist();
    lines.forEach(line -> worklist.add(WorkItem.parse(line)));
    return worklist;
  }
}
