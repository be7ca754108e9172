package org.xinbao.bureau.pboc;

import java.util.Optional;

/** The reporting points of record 210 (报告时点说明代码, RptDateCode). */
enum ReportPoint {
  /** 新开户. */
  NEW_ACCOUNT(10),
  /** 账户关闭. */
  CLOSED(20),
  /** 月度结算. */
  MONTHLY(30),
  /** 月结日首次上报存量账户. */
  FIRST_KNOWN(31),
  /** 月结日账户关闭. */
  CLOSED_MONTHLY(32),
  /** 收回逾期款项. */
  RECOVERED(40);

  private static final ReportPoint[] ALL = values();

  private final int code;

  ReportPoint(int code) {
    this.code = code;
  }

  /** The two digits that are written. */
  int code() {
    return code;
  }

  /** Whether the record is the account's last. */
  boolean isClosing() {
    return this == CLOSED || this == CLOSED_MONTHLY;
  }

  /** Whether the record introduces the account to the bureau and so carries all its data. */
  boolean isFirst() {
    return this == NEW_ACCOUNT || this == FIRST_KNOWN;
  }

  /** The point with the two-digit code. */
  static Optional<ReportPoint> find(int code) {
    for (ReportPoint each : ALL) {
      if (each.code == code) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }
}
