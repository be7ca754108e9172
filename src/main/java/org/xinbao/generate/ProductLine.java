package org.xinbao.generate;

/** The products of the sample configuration, with their share of a made-up book in per cent. */
enum ProductLine {
  JIEBEI(80, false),
  XIAOFEI(10, false),
  SUIJIE(8, true),
  XUNHUAN(2, true);

  private static final ProductLine[] BY_PERCENT = byPercent();

  private final int share;
  private final boolean facility;

  ProductLine(int share, boolean facility) {
    this.share = share;
    this.facility = facility;
  }

  /** Whether its loans are drawn under a facility. */
  boolean hasFacility() {
    return facility;
  }

  String repaymentMethod() {
    return this == XUNHUAN ? "REVOLVING" : "EQUAL_INSTALMENT";
  }

  /** Draws a product. */
  static ProductLine draw(Rng rng) {
    return BY_PERCENT[rng.below(BY_PERCENT.length)];
  }

  private static ProductLine[] byPercent() {
    ProductLine[] lines = new ProductLine[100];
    int at = 0;
    for (ProductLine line : values()) {
      for (int i = 0; i < line.share; i++) {
        lines[at++] = line;
      }
    }
    return lines;
  }
}
