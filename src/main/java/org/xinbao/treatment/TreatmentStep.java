package org.xinbao.treatment;

/** The furthest step reached for an overdue loan. Field visits do not exist. */
public enum TreatmentStep {
  NONE,
  REMIND,
  CALL,
  /** Repay only, no new drawdown. */
  RESTRICT,
  LEGAL_REVIEW
}
