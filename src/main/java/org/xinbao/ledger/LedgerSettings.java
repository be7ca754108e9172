package org.xinbao.ledger;

import java.util.Set;

/**
 * What an export is checked against.
 *
 * @param institution the 14-character provider code of the configuration
 * @param products the keys of the product rules
 * @param currencies ISO codes that are accepted, usually only CNY
 */
public record LedgerSettings(String institution, Set<String> products, Set<String> currencies) {

  public LedgerSettings {
    products = Set.copyOf(products);
    currencies = Set.copyOf(currencies);
  }
}
