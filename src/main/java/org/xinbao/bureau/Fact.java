package org.xinbao.bureau;

import java.util.List;

/**
 * What the second pass must know of a loan when it works by customer or by facility (rulings 25): a
 * bureau says it of a loan in {@link ReportResult#facts} and is given it back, with those of the
 * other loans of the key, in a {@link CustomerRequest} or {@link FacilityRequest}.
 *
 * @param key {@link org.xinbao.ledger.CustomerKey} of the customer, or the facility id
 * @param fields the bureau's own; texts of any characters
 */
public record Fact(By by, String key, String loanId, List<String> fields) {

  /** By what the second pass works. */
  public enum By {
    CUSTOMER,
    FACILITY
  }

  public Fact {
    fields = List.copyOf(fields);
    if (key.isEmpty()) {
      throw new IllegalArgumentException("a fact belongs to a customer or a facility");
    }
  }
}
