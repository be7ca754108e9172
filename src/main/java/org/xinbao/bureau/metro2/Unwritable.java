package org.xinbao.bureau.metro2;

import java.util.Locale;
import org.xinbao.bureau.WhyHeld;

/** A value does not go into its field; nothing is ever cut or replaced. */
final class Unwritable extends Exception {

  private static final long serialVersionUID = 1L;

  private final Fault fault;
  private final String field;

  /** What is wrong with the value. */
  enum Fault {
    MISSING("is missing; fill it in the export"),
    NOT_ASCII("has a character that is not printable ASCII; export it in Latin letters"),
    TOO_LONG("is longer than its field; shorten it in the ledger, nothing is cut");

    private final String text;

    Fault(String text) {
      this.text = text;
    }
  }

  Unwritable(Fault fault, Segment segment, String field) {
    super(fault + " " + segment + " " + field, null, false, false);
    this.fault = fault;
    this.field = segment + " " + field.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  WhyHeld reason() {
    return new WhyHeld("METRO2_" + fault.name(), "The field " + field + " " + fault.text + ".");
  }
}
