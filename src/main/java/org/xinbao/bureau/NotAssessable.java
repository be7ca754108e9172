package org.xinbao.bureau;

/** A loan's rows contradict each other at an earlier date that a bureau asks for. */
public final class NotAssessable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NotAssessable() {
    super("the loan's rows contradict each other at the report date");
  }
}
