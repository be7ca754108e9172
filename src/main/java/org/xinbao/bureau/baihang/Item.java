package org.xinbao.bureau.baihang;

import java.util.Set;

/**
 * A member of a record.
 *
 * @param codes the values that it may have; empty where any of its kind will do
 */
record Item(String name, Kind kind, Need need, Set<String> codes) {

  /** What its value is. */
  enum Kind {
    REQ_ID,
    OP_CODE,
    /** {@code yyyy-MM-ddTHH:mm:ss}, local. */
    MOMENT,
    /** {@code yyyy-MM-dd}. */
    DAY,
    /** Days divided by commas. */
    DAYS,
    NAME,
    PID,
    TEXT,
    /** A whole number. */
    WHOLE,
    /** Yuan with at most two decimals. */
    AMOUNT,
    DEVICE
  }

  /** Whether it must have a value. */
  enum Need {
    MANDATORY,
    OPTIONAL
  }

  Item {
    codes = Set.copyOf(codes);
  }

  static Item must(String name, Kind kind, String... codes) {
    return new Item(name, kind, Need.MANDATORY, Set.of(codes));
  }

  static Item may(String name, Kind kind, String... codes) {
    return new Item(name, kind, Need.OPTIONAL, Set.of(codes));
  }
}
