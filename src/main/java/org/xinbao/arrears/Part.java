package org.xinbao.arrears;

/** What an amount owed consists of, as it is kept and explained. */
public enum Part {
  PRINCIPAL,
  INTEREST,
  FEE,
  /** Penalty interest on unpaid principal (逾期本金罚息). */
  PENALTY_ON_PRINCIPAL,
  /** Penalty interest on unpaid interest (逾期利息罚息, 复利). */
  PENALTY_ON_INTEREST
}
