package org.xinbao.bureau;

/**
 * What one record adds to the control totals of its file, in the bureau's own unit (whole yuan for
 * PBOC).
 *
 * @param balance for PBOC the sum of {@code AcctBal}
 * @param overdue for PBOC the sum of {@code TotOverd}
 */
public record ControlFigures(long balance, long overdue) {

  /** A record that carries no amount. */
  public static final ControlFigures NONE = new ControlFigures(0, 0);
}
