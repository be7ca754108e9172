package org.xinbao.job;

/**
 * A changed rule of a published product that a person has accepted (rulings 8).
 *
 * @param key its full path, for example {@code products.JIEBEI.penalty.base}
 * @param before the value under which the product was published, empty for a key that is new
 * @param now the value from this run on, empty for a key that is gone
 */
record RuleChange(String key, String before, String now) {

  /** Whether it is about a product. */
  boolean isOf(String product) {
    return key.startsWith(RuleChanges.path(product, ""));
  }
}
