package org.xinbao.bureau;

import java.util.List;
import java.util.Optional;

/**
 * What another system last reported of an account: a row of {@code reported.csv} with the rows of
 * {@code reported_special.csv} of the same loan (rulings 6).
 *
 * @param accountCode as the bureau has it; empty when it follows from the loan id
 * @param lastReportDate epoch day
 * @param lastMonth first day of the last month reported (epoch day), none when empty
 * @param lastOverdueTotal cents
 * @param lastFiveClassOn epoch day or none
 * @param specials the special transactions reported; empty when nobody says which
 */
public record ImportedAccount(
    String loanId,
    String accountCode,
    String accountType,
    int lastReportDate,
    String lastReportCode,
    int lastMonth,
    long lastOverdueTotal,
    int lastFiveClassOn,
    boolean closed,
    Optional<List<SpecialTransaction>> specials) {

  public ImportedAccount {
    specials = specials.map(List::copyOf);
  }

  /**
   * A special transaction that was reported.
   *
   * @param kind the bureau's code
   * @param on epoch day
   */
  public record SpecialTransaction(String kind, int on) {}
}
