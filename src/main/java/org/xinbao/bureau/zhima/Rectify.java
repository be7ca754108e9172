package org.xinbao.bureau.zhima;

/** The codes of {@code rectify_flag} (template V2, section 4.2 of the reference). */
enum Rectify {
  /** A normal record. */
  NORMAL("0"),
  /** Deletes all history of the order up to and including {@code biz_date}. */
  DELETE_ALL("1"),
  /** Deletes one record. */
  DELETE_ONE("2"),
  /** Changes one record. */
  CHANGE("3");

  private final String code;

  Rectify(String code) {
    this.code = code;
  }

  String code() {
    return code;
  }
}
