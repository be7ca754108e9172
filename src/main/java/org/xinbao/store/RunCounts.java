package org.xinbao.store;

/** Loans of a run: read = assessed + rejected; held counts reports, not loans. */
public record RunCounts(long loans, long assessed, long rejected, long held) {

  /** Nothing counted yet. */
  public static final RunCounts NONE = new RunCounts(0, 0, 0, 0);
}
