package org.xinbao.bureau.pboc;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The items of record 210 in their order: segment, tag, data type, and for each account type
 * whether the tag is there. The one profile table that writer and pre-check share.
 *
 * <p>A profile has one letter per account type in the order {@code D1 R1 R2 R3 R4 C1}: {@code A}
 * always present and not empty, {@code a} always present, may be empty, {@code M} present for this
 * type and not empty, {@code O} present for this type, may be empty, {@code -} absent, {@code r}
 * presence decided by a rule of its own.
 */
@SuppressWarnings("ImmutableEnumChecker") // the bytes of tags are written here once and only read
enum Item {
  INF_REC_TYPE(Segment.B, "InfRecType", "AAAAAA", Form.byRule()),
  ACCT_TYPE(Segment.B, "AcctType", "AAAAAA", Form.code(CodeLists.ACCT_TYPE)),
  ACCT_CODE(Segment.B, "AcctCode", "AAAAAA", Form.businessCode()),
  RPT_DATE(Segment.B, "RptDate", "AAAAAA", Form.date()),
  RPT_DATE_CODE(Segment.B, "RptDateCode", "AAAAAA", Form.code(CodeLists.RPT_DATE_CODE)),
  NAME(Segment.B, "Name", "AAAAAA", Form.text(30)),
  ID_TYPE(Segment.B, "IDType", "AAAAAA", Form.code(CodeLists.ID_TYPE_PERSON)),
  ID_NUM(Segment.B, "IDNum", "AAAAAA", Form.text(20)),
  MNGMT_ORG_CODE(Segment.B, "MngmtOrgCode", "AAAAAA", Form.exact(14)),

  BUSI_LINES(Segment.C, "BusiLines", "AAAAAA", Form.code(CodeLists.BUSI_LINES)),
  BUSI_DTL_LINES(Segment.C, "BusiDtlLines", "AAAAAA", Form.code(CodeLists.BUSI_DTL_LINES)),
  OPEN_DATE(Segment.C, "OpenDate", "AAAAAA", Form.date()),
  CY(Segment.C, "Cy", "AAAAAA", Form.code(CodeLists.CURRENCY)),
  ACCT_CRED_LINE(Segment.C, "AcctCredLine", "-MMM--", Form.uint(15)),
  LOAN_AMT(Segment.C, "LoanAmt", "M---MM", Form.uint(15)),
  FLAG(Segment.C, "Flag", "M-----", Form.code(CodeLists.FLAG)),
  DUE_DATE(Segment.C, "DueDate", "MMMMM-", Form.date()),
  REPAY_MODE(Segment.C, "RepayMode", "MM--M-", Form.code(CodeLists.REPAY_MODE)),
  REPAY_FREQCY(Segment.C, "RepayFreqcy", "MM--M-", Form.code(CodeLists.REPAY_FREQCY)),
  REPAY_PRD(Segment.C, "RepayPrd", "M---M-", Form.uint(3)),
  APPLY_BUSI_DIST(Segment.C, "ApplyBusiDist", "OOOOO-", Form.district()),
  GUAR_MODE(Segment.C, "GuarMode", "MMMMM-", Form.code(CodeLists.GUAR_MODE)),
  OTH_REPY_GUAR_WAY(Segment.C, "OthRepyGuarWay", "MMMMM-", Form.code(CodeLists.OTH_REPY_GUAR_WAY)),
  ASSET_TRAND_FLAG(Segment.C, "AssetTrandFlag", "MMMMM-", Form.code(CodeLists.ASSET_TRAND_FLAG)),
  FUND_SOU(Segment.C, "FundSou", "MMMMM-", Form.code(CodeLists.FUND_SOU)),
  LOAN_FORM(Segment.C, "LoanForm", "MMMMM-", Form.code(CodeLists.LOAN_FORM)),
  CREDIT_ID(Segment.C, "CreditID", "--MM--", Form.byRule()),
  LOAN_CON_CODE(Segment.C, "LoanConCode", "rrrrrr", Form.text(200)),
  FIRST_HOU_LOAN_FLAG(
      Segment.C, "FirstHouLoanFlag", "rrrrrr", Form.code(CodeLists.FIRST_HOU_LOAN_FLAG)),

  RLT_REPYMT_NM(Segment.D, "RltRepymtNm", "AAAAAA", Form.uint(2)),
  INFO_ID_TYPE(Segment.D, "InfoIDType", "AAAAAA", Form.code(CodeLists.INFO_ID_TYPE), true),
  ARLP_NAME(Segment.D, "ArlpName", "AAAAAA", Form.text(80), true),
  ARLP_CERT_TYPE(Segment.D, "ArlpCertType", "AAAAAA", Form.byRule(), true),
  ARLP_CERT_NUM(Segment.D, "ArlpCertNum", "AAAAAA", Form.text(40), true),
  ARLP_TYPE(Segment.D, "ArlpType", "AAAAAA", Form.code(CodeLists.ARLP_TYPE), true),
  ARLP_AMT(Segment.D, "ArlpAmt", "aaaaaa", Form.uint(15), true),
  WARTY_SIGN(Segment.D, "WartySign", "rrrrrr", Form.code(CodeLists.WARTY_SIGN), true),
  MAX_GUAR_MCC(Segment.D, "MaxGuarMcc", "rrrrrr", Form.businessCode(), true),

  CC_NM(Segment.E, "CcNm", "AAAAAA", Form.uint(2)),
  CCC(Segment.E, "Ccc", "AAAAAA", Form.businessCode(), true),

  MCC(Segment.F, "Mcc", "AAAAAA", Form.businessCode()),

  INIT_CRED_NAME(Segment.G, "InitCredName", "AAAAAA", Form.text(80)),
  INIT_CRED_ORG_NM(Segment.G, "InitCredOrgNm", "aaaaaa", Form.exact(18)),
  ORIG_DBT_CATE(Segment.G, "OrigDbtCate", "AAAAAA", Form.code(CodeLists.ORIG_DBT_CATE)),
  INIT_RPY_STS(Segment.G, "InitRpySts", "AAAAAA", Form.code(CodeLists.INIT_RPY_STS)),

  MONTH(Segment.H, "Month", "AAAAA-", Form.month()),
  SETT_DATE(Segment.H, "SettDate", "aaaaa-", Form.date()),
  ACCT_STATUS(Segment.H, "AcctStatus", "AAAAA-", Form.byRule()),
  ACCT_BAL(Segment.H, "AcctBal", "AAAAA-", Form.uint(15)),
  PRID_ACCT_BAL(Segment.H, "PridAcctBal", "--M---", Form.uint(15)),
  USED_AMT(Segment.H, "UsedAmt", "--M---", Form.uint(15)),
  NOT_ISU_BAL(Segment.H, "NotIsuBal", "--M---", Form.uint(15)),
  REM_REP_PRD(Segment.H, "RemRepPrd", "MMM-M-", Form.uint(3)),
  FIVE_CATE(Segment.H, "FiveCate", "AAAAA-", Form.code(CodeLists.FIVE_CATE)),
  FIVE_CATE_ADJ_DATE(Segment.H, "FiveCateAdjDate", "AAAAA-", Form.date()),
  RPY_STATUS(Segment.H, "RpyStatus", "AAAAA-", Form.byRule()),
  RPY_PRCT(Segment.H, "RpyPrct", "--a---", Form.uint(3)),
  OVERD_PRD(Segment.H, "OverdPrd", "MMM-M-", Form.uint(3)),
  TOT_OVERD(Segment.H, "TotOverd", "MMM-M-", Form.uint(15)),
  OVERD_PRINC(Segment.H, "OverdPrinc", "MM--M-", Form.uint(15)),
  OVED31_60_PRINC(Segment.H, "Oved31_60Princ", "MM--M-", Form.uint(15)),
  OVED61_90_PRINC(Segment.H, "Oved61_90Princ", "MM--M-", Form.uint(15)),
  OVED91_180_PRINC(Segment.H, "Oved91_180Princ", "MM--M-", Form.uint(15)),
  OVED_PRINC180(Segment.H, "OvedPrinc180", "MM--M-", Form.uint(15)),
  OVEDRAW_BA_OVE180(Segment.H, "OvedrawBaOve180", "---M--", Form.uint(15)),
  CUR_RPY_AMT(Segment.H, "CurRpyAmt", "MMM-M-", Form.uint(15)),
  ACT_RPY_AMT(Segment.H, "ActRpyAmt", "AAAAA-", Form.uint(15)),
  LAT_RPY_DATE(Segment.H, "LatRpyDate", "AAAAA-", Form.date()),
  CLOSE_DATE(Segment.H, "CloseDate", "aaaaa-", Form.date()),

  SPEC_LINE(Segment.I, "SpecLine", "AAAAAA", Form.uint(15)),
  SPEC_EFCT_DATE(Segment.I, "SpecEfctDate", "AAAAAA", Form.date()),
  SPEC_END_DATE(Segment.I, "SpecEndDate", "AAAAAA", Form.date()),
  USED_INST_AMT(Segment.I, "UsedInstAmt", "AAAAAA", Form.uint(15)),

  J_ACCT_STATUS(Segment.J, "AcctStatus", "AAA-AA", Form.byRule()),
  J_ACCT_BAL(Segment.J, "AcctBal", "AAA-AA", Form.uint(15)),
  J_FIVE_CATE(Segment.J, "FiveCate", "MMM-M-", Form.code(CodeLists.FIVE_CATE)),
  J_FIVE_CATE_ADJ_DATE(Segment.J, "FiveCateAdjDate", "MMM-M-", Form.date()),
  J_REM_REP_PRD(Segment.J, "RemRepPrd", "MMM-M-", Form.uint(3)),
  J_RPY_STATUS(Segment.J, "RpyStatus", "MMM-M-", Form.byRule()),
  J_OVERD_PRD(Segment.J, "OverdPrd", "MMM-M-", Form.uint(3)),
  J_TOT_OVERD(Segment.J, "TotOverd", "MMM-M-", Form.uint(15)),
  J_LAT_RPY_AMT(Segment.J, "LatRpyAmt", "AAA-AA", Form.uint(15)),
  J_LAT_RPY_DATE(Segment.J, "LatRpyDate", "AAA-AA", Form.date()),
  J_CLOSE_DATE(Segment.J, "CloseDate", "aaa-aa", Form.date()),

  CAG_OF_TRD_NM(Segment.K, "CagOfTrdNm", "AAAAAA", Form.uint(2)),
  CHAN_TRAN_TYPE(Segment.K, "ChanTranType", "AAAAAA", Form.code(CodeLists.CHAN_TRAN_TYPE), true),
  TRAN_DATE(Segment.K, "TranDate", "AAAAAA", Form.date(), true),
  TRAN_AMT(Segment.K, "TranAmt", "AAAAAA", Form.uint(15), true),
  DUE_TRAN_MON(Segment.K, "DueTranMon", "AAAAAA", Form.uint(3), true),
  DET_INFO(Segment.K, "DetInfo", "aaaaaa", Form.text(200), true);

  private static final Map<Segment, List<Item>> BY_SEGMENT = new EnumMap<>(Segment.class);

  static {
    for (Item each : values()) {
      BY_SEGMENT.computeIfAbsent(each.segment, any -> new ArrayList<>()).add(each);
    }
  }

  private final Segment segment;
  private final String tag;
  private final String profile;
  private final Form form;
  private final boolean grouped;
  private final byte[] open;
  private final byte[] close;

  Item(Segment segment, String tag, String profile, Form form) {
    this(segment, tag, profile, form, false);
  }

  Item(Segment segment, String tag, String profile, Form form, boolean grouped) {
    this.segment = segment;
    this.tag = tag;
    this.profile = profile;
    this.form = form;
    this.grouped = grouped;
    this.open = ("<" + tag + ">").getBytes(US_ASCII);
    this.close = ("</" + tag + ">").getBytes(US_ASCII);
  }

  /** The items of a segment in their order, those of its group last. */
  static List<Item> of(Segment segment) {
    return BY_SEGMENT.getOrDefault(segment, List.of());
  }

  /** The position in the order above, which arrays and profiles go by. */
  @SuppressWarnings("EnumOrdinal")
  int index() {
    return ordinal();
  }

  Segment segment() {
    return segment;
  }

  String tag() {
    return tag;
  }

  Form form() {
    return form;
  }

  /** The profile letter for an account type. */
  char profile(AccountType type) {
    return profile.charAt(type.index());
  }

  /** Whether the writer writes the tag for the account type. */
  boolean isPresent(AccountType type) {
    return profile(type) != '-';
  }

  /** Whether it belongs to the repeated group of its segment. */
  boolean isGrouped() {
    return grouped;
  }

  byte[] open() {
    return open;
  }

  byte[] close() {
    return close;
  }
}
