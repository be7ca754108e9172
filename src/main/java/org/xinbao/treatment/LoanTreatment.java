package org.xinbao.treatment;

import java.util.List;

/**
 * What the treatment of a customer must know of one of the customer's loans.
 *
 * @param daysPastDue at the close of the business date
 * @param overdueTotal cents, penalty included
 * @param contacts about this loan on the business date
 */
public record LoanTreatment(
    String loanId,
    int daysPastDue,
    long overdueTotal,
    TreatmentStep step,
    Restriction restriction,
    List<Contact> contacts) {

  public LoanTreatment {
    contacts = List.copyOf(contacts);
  }

  /** Whether something of it is overdue. */
  boolean isOverdue() {
    return overdueTotal > 0;
  }
}
