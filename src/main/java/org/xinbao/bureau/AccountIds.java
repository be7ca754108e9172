package org.xinbao.bureau;

/** The ids under which accounts are reported or may be. */
@FunctionalInterface
public interface AccountIds {

  /** No other account is known. */
  AccountIds NONE = (id, loanId) -> false;

  /**
   * Whether an id is another loan's: its loan id, or one that a decision gave it.
   *
   * @param loanId the loan that asks
   */
  boolean isOthers(String id, String loanId);
}
