package org.xinbao.bureau.pboc;

import java.util.Optional;

/** The account types of record 210 (账户类型), in the order of the profile tables. */
public enum AccountType {
  /** 非循环贷 non-revolving loan. */
  D1,
  /** 循环贷 revolving loan. */
  R1,
  /** 贷记卡 credit card; known to the pre-check only. */
  R2,
  /** 准贷记卡 quasi-credit card; known to the pre-check only. */
  R3,
  /** 循环额度下分账户 drawdown account under a revolving limit. */
  R4,
  /** 催收账户 collection account; known to the pre-check only. */
  C1;

  /** The position in the order above, which arrays and profiles go by. */
  @SuppressWarnings("EnumOrdinal")
  int index() {
    return ordinal();
  }

  /** The type of a code, if there is one. */
  static Optional<AccountType> find(String code) {
    return CodeLists.ACCT_TYPE.contains(code) ? Optional.of(valueOf(code)) : Optional.empty();
  }

  /** Whether records of the type are written here. */
  boolean isWritten() {
    return this == D1 || this == R1 || this == R4;
  }
}
