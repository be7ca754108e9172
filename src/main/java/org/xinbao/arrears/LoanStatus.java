package org.xinbao.arrears;

/** A loan's status as the ledger exports it; not {@code ACTIVE} from {@code closed_on} on. */
public enum LoanStatus {
  ACTIVE,
  CLOSED,
  WRITTEN_OFF,
  TRANSFERRED
}
