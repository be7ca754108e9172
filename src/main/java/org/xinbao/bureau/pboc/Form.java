package org.xinbao.bureau.pboc;

import java.util.List;

/**
 * The data type of an item (数据类型): kind, greatest length and, for codes, the list.
 *
 * @param length greatest (for {@link Kind#EXACT} exact) number of characters
 * @param codes the code list of a {@link Kind#CODE}; the empty list where another kind
 */
record Form(Kind kind, int length, CodeList codes) {

  /** The length of a text for which the reference gives none; lines have a limit of their own. */
  static final int UNLIMITED = Integer.MAX_VALUE;

  private static final CodeList NO_CODES = new CodeList("none", List.of());

  /** The kinds of data. */
  enum Kind {
    /** {@code yyyy-MM-dd}. */
    DATE,
    /** {@code yyyy-MM}. */
    MONTH,
    /** {@code yyyy}. */
    YEAR,
    /** Non-negative whole number without sign or decimals. */
    UINT,
    /** Letters and digits, exactly so many. */
    EXACT,
    /** Letters and digits, at most so many. */
    ALPHANUMERIC,
    /** Digits, exactly so many. */
    DIGITS,
    /** Any characters, at most so many. */
    TEXT,
    /** Six digits. */
    DISTRICT,
    /** A business code: letters and digits that begin with the data-provider code. */
    BUSINESS_CODE,
    /** One of a list. */
    CODE,
    /** Checked by a rule of its own, because its list depends on other items. */
    BY_RULE
  }

  static Form date() {
    return new Form(Kind.DATE, 10, NO_CODES);
  }

  static Form month() {
    return new Form(Kind.MONTH, 7, NO_CODES);
  }

  static Form year() {
    return new Form(Kind.YEAR, 4, NO_CODES);
  }

  static Form uint(int digits) {
    return new Form(Kind.UINT, digits, NO_CODES);
  }

  static Form exact(int characters) {
    return new Form(Kind.EXACT, characters, NO_CODES);
  }

  static Form alphanumeric(int characters) {
    return new Form(Kind.ALPHANUMERIC, characters, NO_CODES);
  }

  static Form digits(int digits) {
    return new Form(Kind.DIGITS, digits, NO_CODES);
  }

  static Form text(int characters) {
    return new Form(Kind.TEXT, characters, NO_CODES);
  }

  static Form district() {
    return new Form(Kind.DISTRICT, 6, NO_CODES);
  }

  static Form businessCode() {
    return businessCode(60);
  }

  static Form businessCode(int characters) {
    return new Form(Kind.BUSINESS_CODE, characters, NO_CODES);
  }

  static Form code(CodeList list) {
    return new Form(Kind.CODE, 8, list);
  }

  static Form byRule() {
    return new Form(Kind.BY_RULE, 60, NO_CODES);
  }
}
