package org.xinbao.arrears.naive;

import org.xinbao.arrears.Contradiction;

/** Carries a contradiction out of the walk. */
final class Contradicted extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient Contradiction contradiction;

  Contradicted(Contradiction.Kind kind, String txnId, long excess) {
    super(kind + " " + txnId, null, false, false);
    contradiction = new Contradiction(kind, txnId, excess);
  }

  Contradiction contradiction() {
    return contradiction;
  }
}
