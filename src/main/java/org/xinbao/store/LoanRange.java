package org.xinbao.store;

/**
 * A range of loan ids in the order of unsigned UTF-8 bytes.
 *
 * @param from the first id, inclusive; empty for the beginning
 * @param to the end, exclusive; empty for no end
 */
public record LoanRange(String from, String to) {

  /** Every loan. */
  public static final LoanRange ALL = new LoanRange("", "");

  /** Whether the range has no end. */
  public boolean isOpen() {
    return to.isEmpty();
  }
}
