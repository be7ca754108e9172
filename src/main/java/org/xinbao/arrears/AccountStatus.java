package org.xinbao.arrears;

/** Account status at the close of the business date (contract section 2). */
public enum AccountStatus {
  NORMAL,
  OVERDUE,
  CLOSED,
  WRITTEN_OFF,
  TRANSFERRED
}
