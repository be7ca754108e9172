package org.xinbao.bureau.pboc;

import java.util.ArrayList;
import java.util.List;
import org.xinbao.bureau.Fact;
import org.xinbao.bureau.ReportRequest;
import org.xinbao.ledger.CustomerKey;
import org.xinbao.ledger.ExportedLoan;

/**
 * What the second pass must know of a loan: that a report of it names its borrower and facility.
 */
final class LoanFacts {

  private static final String REPORTED = "REPORTED";
  private static final String RENAMED = "RENAMED";

  private LoanFacts() {}

  /**
   * The facts of a loan.
   *
   * @param reported whether a record 210 of it was sent tonight
   * @param renamed whether the bureau was told another name or document of its borrower tonight
   * @param agreement whether its account has a credit agreement
   */
  static List<Fact> of(
      ReportRequest request, boolean reported, boolean renamed, boolean agreement) {
    ExportedLoan loan = request.today().exported();
    List<Fact> facts = new ArrayList<>(2);
    if (!reported && !renamed) {
      return facts;
    }
    String loanId = loan.loanId();
    if (loan.borrowerListed()) {
      String key = CustomerKey.of(loan.row().customerId());
      List<String> what = List.of(renamed ? RENAMED : REPORTED);
      facts.add(new Fact(Fact.By.CUSTOMER, key, loanId, what));
    }
    if (reported && agreement) {
      loan.facility()
          .ifPresent(
              each ->
                  facts.add(
                      new Fact(Fact.By.FACILITY, each.facilityId(), loanId, List.of(REPORTED))));
    }
    return facts;
  }

  /** Whether a fact's fields say that the bureau knows the borrower's new name or document. */
  static boolean isRenamed(List<String> fields) {
    return fields.contains(RENAMED);
  }
}
