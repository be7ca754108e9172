package org.xinbao.bureau.pboc;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** The segments of record 210 in their order; each occurs at most once. */
@SuppressWarnings("ImmutableEnumChecker") // the bytes of tags are written here once and only read
enum Segment {
  /** 基础段 base. */
  B("AcctBsSgmt", ""),
  /** 基本信息段 basic data. */
  C("AcctBsInfSgmt", ""),
  /** 相关还款责任人段 responsible parties. */
  D("RltRepymtInfSgmt", "RltRepymtInf"),
  /** 抵质押物信息段 collateral. */
  E("MotgaCltalCtrctInfSgmt", "CccInf"),
  /** 授信额度信息段 credit agreement. */
  F("AcctCredSgmt", ""),
  /** 初始债权说明段 original creditor. */
  G("OrigCreditorInfSgmt", ""),
  /** 月度表现信息段 monthly performance. */
  H("AcctMthlyBlgInfSgmt", ""),
  /** 大额专项分期信息段 special instalment plan. */
  I("SpecPrdSgmt", ""),
  /** 非月度表现信息段 non-monthly performance. */
  J("AcctDbtInfSgmt", ""),
  /** 特殊交易说明段 special transactions. */
  K("AcctSpecTrstDspnSgmt", "CagOfTrdInf");

  private final String tag;
  private final String groupTag;
  private final byte[] open;
  private final byte[] close;
  private final byte[] groupOpen;
  private final byte[] groupClose;

  Segment(String tag, String groupTag) {
    this.tag = tag;
    this.groupTag = groupTag;
    this.open = ("<" + tag + ">").getBytes(US_ASCII);
    this.close = ("</" + tag + ">").getBytes(US_ASCII);
    this.groupOpen = ("<" + groupTag + ">").getBytes(US_ASCII);
    this.groupClose = ("</" + groupTag + ">").getBytes(US_ASCII);
  }

  /** The position in the order above, which arrays and profiles go by. */
  @SuppressWarnings("EnumOrdinal")
  int index() {
    return ordinal();
  }

  String tag() {
    return tag;
  }

  /** The tag of its repeated group, or empty. */
  String groupTag() {
    return groupTag;
  }

  boolean hasGroups() {
    return !groupTag.isEmpty();
  }

  byte[] open() {
    return open;
  }

  byte[] close() {
    return close;
  }

  byte[] groupOpen() {
    return groupOpen;
  }

  byte[] groupClose() {
    return groupClose;
  }
}
