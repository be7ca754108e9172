package org.xinbao.bureau.metro2;

/** Portfolio type. Leases are known to one validator only and are not written. */
enum Portfolio {
  LINE_OF_CREDIT("C"),
  INSTALMENT("I"),
  MORTGAGE("M"),
  OPEN("O"),
  REVOLVING("R");

  private final String code;

  Portfolio(String code) {
    this.code = code;
  }

  String code() {
    return code;
  }

  /** Whether it has a limit that is drawn on. */
  boolean isRevolving() {
    return this == LINE_OF_CREDIT || this == REVOLVING;
  }

  boolean isInstalment() {
    return this == INSTALMENT || this == MORTGAGE;
  }

  /**
   * Terms duration.
   *
   * @param terms instalments agreed, a month each
   */
  String duration(int terms) {
    return switch (this) {
      case LINE_OF_CREDIT -> "LOC";
      case REVOLVING -> "REV";
      case OPEN -> "001";
      case MORTGAGE -> String.format(java.util.Locale.ROOT, "%03d", (terms + 11) / 12);
      case INSTALMENT -> String.format(java.util.Locale.ROOT, "%03d", terms);
    };
  }
}
