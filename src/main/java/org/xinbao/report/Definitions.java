package org.xinbao.report;

import java.util.List;
import java.util.stream.Stream;

/** Every figure of the reports that has a definition, in the order of the sheets. */
final class Definitions {

  /** The keys of {@code figure.<key>} and {@code definition.<key>}. */
  static final List<String> KEYS =
      Stream.concat(
              Stream.of(KeyFigure.values()).map(KeyFigure::key),
              Stream.of(
                  "costcap",
                  "bucket",
                  "class",
                  "roll",
                  "vintage",
                  "entered",
                  "recovered",
                  "penalty.accrued",
                  "penalty.waived",
                  "records",
                  "held",
                  "accepted",
                  "rejected",
                  "corrected",
                  "unanswered",
                  "dispute",
                  "adverse.kept",
                  "adverse.held",
                  "adverse.void",
                  "adverse.ending",
                  "adverse.deleted",
                  "step",
                  "notassessed",
                  "vanished",
                  "unallocated",
                  "difference"))
          .toList();

  private Definitions() {}
}
