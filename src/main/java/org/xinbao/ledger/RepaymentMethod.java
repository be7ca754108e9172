package org.xinbao.ledger;

/** How a loan is repaid, as the contract names it. */
public enum RepaymentMethod {
  EQUAL_INSTALMENT,
  EQUAL_PRINCIPAL,
  INTEREST_THEN_PRINCIPAL,
  BULLET,
  REVOLVING
}
