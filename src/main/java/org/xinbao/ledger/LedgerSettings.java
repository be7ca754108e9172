package org.xinbao.ledger;

import java.util.Set;

/**
 * What an export is checked against.
 *
 * @param institution the 14-character provider code of the configuration
 * @param products the keys of the product rules
 * @param currencies ISO codes that are accepted, usually only CNY
 * @param borrowersByLoan whether every loan is to carry its row of {@code borrowers.csv}, which
 *     costs a sort of that file by loan
 */
public record LedgerSettings(
    String institution, Set<String> products, Set<String> currencies, boolean borrowersByLoan) {

  /** Loans only say whether their borrower is listed. */
  public LedgerSettings(String institution, Set<String> products, Set<String> currencies) {
    this(institution, products, currencies, false);
  }

  public LedgerSettings {
    products = Set.copyOf(products);
    currencies = Set.copyOf(currencies);
  }
}
