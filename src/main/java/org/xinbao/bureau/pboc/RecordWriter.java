package org.xinbao.bureau.pboc;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.xinbao.arrears.AccountStatus;
import org.xinbao.arrears.Cents;
import org.xinbao.arrears.Day;
import org.xinbao.ledger.GuaranteeRow;
import org.xinbao.ledger.RepaymentMethod;

/**
 * Writes 210 records: the segments that {@link SegmentMatrix} allows, the items that {@link Item}
 * lists for the account type, in their order.
 *
 * <p>The optional segments C, D, E and F are written only when their content differs from what the
 * bureau was told last; K when there is a special transaction to tell.
 */
final class RecordWriter {

  private static final byte[] OPEN = "<Document><InAcctInf>".getBytes(US_ASCII);
  private static final byte[] CLOSE = "</InAcctInf></Document>".getBytes(US_ASCII);
  static final List<Segment> REMEMBERED = List.of(Segment.C, Segment.D, Segment.E, Segment.F);

  private static final Segment[] SEGMENTS = Segment.values();

  /** The items of each segment that are present for each account type, group items last. */
  private static final Map<AccountType, Map<Segment, List<Item>>> ITEMS =
      new EnumMap<>(AccountType.class);

  static {
    for (AccountType type : AccountType.values()) {
      Map<Segment, List<Item>> items = new EnumMap<>(Segment.class);
      for (Segment segment : SEGMENTS) {
        items.put(segment, Item.of(segment).stream().filter(each -> each.isPresent(type)).toList());
      }
      ITEMS.put(type, items);
    }
  }

  private final RecordBytes out = new RecordBytes();

  /** The place of one of the segments C, D, E, F in the digests of the state; -1 for another. */
  static int remembered(Segment segment) {
    return REMEMBERED.indexOf(segment);
  }

  /** The buffer with the record last written. */
  RecordBytes bytes() {
    return out;
  }

  /**
   * Writes a record over the last one.
   *
   * @return the digests of the segments C D E F that the bureau knows once it has the record
   */
  List<String> write(Draft draft, ReportedState state) {
    List<String> digests = new ArrayList<>(state.digests());
    out.clear();
    out.raw(OPEN);
    for (Segment segment : SEGMENTS) {
      SegmentMatrix.Cell cell =
          SegmentMatrix.cell(draft.type(), draft.point(), segment, agreement(draft));
      if (cell == SegmentMatrix.Cell.FORBIDDEN || !hasContent(draft, segment)) {
        continue;
      }
      int start = out.length();
      segment(draft, segment);
      int remembered = REMEMBERED.indexOf(segment);
      if (remembered >= 0) {
        String digest = out.digest(start);
        String before = digests.set(remembered, digest);
        boolean told = before.equals(digest) || before.equals(ReportedState.NOT_KNOWN);
        if (cell == SegmentMatrix.Cell.OPTIONAL && !draft.point().isFirst() && told) {
          out.truncate(start);
        }
      }
    }
    out.raw(CLOSE);
    return digests;
  }

  /** Writes one segment by itself, over the record last written; nothing when it has no content. */
  RecordBytes only(Draft draft, Segment segment) {
    out.clear();
    if (hasContent(draft, segment)) {
      segment(draft, segment);
    }
    return out;
  }

  private static SegmentMatrix.Agreement agreement(Draft draft) {
    return draft.hasAgreement() ? SegmentMatrix.Agreement.EXISTS : SegmentMatrix.Agreement.NONE;
  }

  /** Whether the ledger feeds the segment; one that is required but has nothing was held before. */
  private static boolean hasContent(Draft draft, Segment segment) {
    return switch (segment) {
      case B, H, J -> true;
      case C -> canDescribe(draft);
      case D -> !draft.loan().exported().guarantees().isEmpty();
      case E -> !draft.loan().exported().collateralCodes().isEmpty();
      case F -> draft.hasAgreement() && draft.loan().exported().facility().isPresent();
      case K -> !draft.specials().isEmpty();
      case G, I -> false;
    };
  }

  /** Whether every mandatory item of segment C is known. */
  static boolean canDescribe(Draft draft) {
    boolean limit =
        draft.type() != AccountType.R1 || draft.loan().exported().facility().isPresent();
    return draft.dueDate() != Day.NONE && !draft.repayMode().isEmpty() && limit;
  }

  private void segment(Draft draft, Segment segment) {
    out.raw(segment.open());
    List<Item> items = ITEMS.getOrDefault(draft.type(), Map.of()).getOrDefault(segment, List.of());
    for (Item item : items) {
      if (!item.isGrouped() && !isLeftOut(draft, item)) {
        out.raw(item.open());
        value(draft, item);
        out.raw(item.close());
      }
    }
    switch (segment) {
      case D -> draft.loan().exported().guarantees().forEach(each -> party(draft, each));
      case E -> draft.loan().exported().collateralCodes().forEach(each -> collateral(draft, each));
      case K -> draft.specials().forEach(this::special);
      default -> {}
    }
    out.raw(segment.close());
  }

  /** The items of a housing loan are there exactly when BusiDtlLines is 11 (BLE050). */
  private static boolean isLeftOut(Draft draft, Item item) {
    return (item == Item.LOAN_CON_CODE || item == Item.FIRST_HOU_LOAN_FLAG)
        && !draft.product().busiDtlLines().equals("11");
  }

  private void value(Draft draft, Item item) {
    switch (item.segment()) {
      case B -> base(draft, item);
      case C -> basic(draft, item);
      case D -> out.number(draft.loan().exported().guarantees().size());
      case E -> out.number(draft.loan().exported().collateralCodes().size());
      case F ->
          out.ascii(draft.providerCode())
              .text(draft.loan().exported().facility().orElseThrow().facilityId());
      case H, J -> performance(draft, item);
      case K -> out.number(draft.specials().size());
      case G, I -> throw new IllegalStateException("segment without a source");
    }
  }

  private void base(Draft draft, Item item) {
    switch (item) {
      case INF_REC_TYPE -> out.ascii("210");
      case ACCT_TYPE -> out.ascii(draft.type().name());
      case ACCT_CODE -> out.ascii(draft.providerCode()).text(draft.account());
      case RPT_DATE -> out.day(draft.rptDate());
      case RPT_DATE_CODE -> out.number(draft.point().code());
      case NAME -> out.text(draft.row().borrowerName());
      case ID_TYPE -> out.ascii(IdNumbers.personCode(draft.row().idType()));
      case ID_NUM -> out.text(draft.row().idNumber());
      case MNGMT_ORG_CODE -> {
        String own = draft.row().options().orgCode();
        out.text(own.isEmpty() ? draft.product().managementOrg() : own);
      }
      default -> throw new IllegalStateException("no value for " + item.tag());
    }
  }

  private void basic(Draft draft, Item item) {
    PbocProduct product = draft.product();
    switch (item) {
      case BUSI_LINES -> out.ascii(product.busiLines());
      case BUSI_DTL_LINES -> out.ascii(product.busiDtlLines());
      case OPEN_DATE -> out.day(draft.terms().openedOn());
      case CY -> out.text(draft.row().currency());
      case ACCT_CRED_LINE ->
          out.number(Cents.toYuan(draft.loan().exported().facility().orElseThrow().creditLimit()));
      case LOAN_AMT -> out.number(Cents.toYuan(draft.terms().principal()));
      case FLAG -> out.ascii(product.flag());
      case DUE_DATE -> out.day(draft.dueDate());
      case REPAY_MODE -> out.ascii(draft.repayMode());
      case REPAY_FREQCY -> out.text(frequency(draft));
      case REPAY_PRD -> out.number(draft.hasInstalments() ? draft.row().terms() : 0);
      case APPLY_BUSI_DIST -> out.text(draft.row().options().district());
      case GUAR_MODE -> out.text(draft.guarMode());
      case OTH_REPY_GUAR_WAY -> out.ascii(product.othRepyGuarWay());
      case ASSET_TRAND_FLAG -> out.text(assetTransferred(draft));
      case FUND_SOU -> out.ascii(product.fundSou());
      case LOAN_FORM -> out.ascii(product.loanForm());
      case LOAN_CON_CODE -> out.text(draft.row().options().contractCode());
      case FIRST_HOU_LOAN_FLAG -> out.text(draft.row().options().firstHome());
      default -> throw new IllegalStateException("no value for " + item.tag());
    }
  }

  private static String frequency(Draft draft) {
    String own = draft.row().options().repaymentFrequency();
    if (!own.isEmpty()) {
      return own;
    }
    boolean once =
        draft.type() != AccountType.R1 && draft.row().repaymentMethod() == RepaymentMethod.BULLET;
    return once ? "07" : draft.product().repayFreqcy();
  }

  private static String assetTransferred(Draft draft) {
    if (draft.loan().assessment().accountStatus() == AccountStatus.TRANSFERRED) {
      return "1";
    }
    String own = draft.row().options().assetTransferred();
    return own.isEmpty() ? "0" : own;
  }

  private void performance(Draft draft, Item item) {
    AccountFigures figures = draft.figures();
    switch (item) {
      case MONTH -> out.month(Dates.month(draft.rptDate()));
      case SETT_DATE -> dayIfAny(settDate(draft));
      case ACCT_STATUS, J_ACCT_STATUS -> out.ascii(figures.acctStatus());
      case ACCT_BAL, J_ACCT_BAL -> out.number(figures.acctBal());
      case REM_REP_PRD, J_REM_REP_PRD ->
          out.number(draft.hasInstalments() ? figures.remRepPrd() : 0);
      case FIVE_CATE, J_FIVE_CATE -> out.number(figures.fiveCate());
      case FIVE_CATE_ADJ_DATE, J_FIVE_CATE_ADJ_DATE -> out.day(figures.fiveCateAdjDate());
      case RPY_STATUS, J_RPY_STATUS -> out.ascii(figures.rpyStatus());
      case OVERD_PRD, J_OVERD_PRD -> out.number(figures.overdPrd());
      case TOT_OVERD, J_TOT_OVERD -> out.number(figures.totOverd());
      case OVERD_PRINC -> out.number(figures.overdPrinc());
      case OVED31_60_PRINC -> out.number(figures.aged().from31());
      case OVED61_90_PRINC -> out.number(figures.aged().from61());
      case OVED91_180_PRINC -> out.number(figures.aged().from91());
      case OVED_PRINC180 -> out.number(figures.aged().over180());
      case CUR_RPY_AMT -> out.number(figures.curRpyAmt());
      case ACT_RPY_AMT -> out.number(figures.actRpyAmt());
      case J_LAT_RPY_AMT -> out.number(figures.latRpyAmt());
      case LAT_RPY_DATE, J_LAT_RPY_DATE -> out.day(figures.latRpyDate());
      case CLOSE_DATE, J_CLOSE_DATE -> dayIfAny(figures.closeDate());
      default -> throw new IllegalStateException("no value for " + item.tag());
    }
  }

  private void dayIfAny(int day) {
    if (day != Day.NONE) {
      out.day(day);
    }
  }

  /**
   * SettDate: only with a settlement day of its own, and only where the bureau's rules allow it.
   */
  private static int settDate(Draft draft) {
    if (draft.product().settlementDay() == 0) {
      return Day.NONE;
    }
    int day = draft.product().settlementOf(draft.rptDate());
    int closed = draft.figures().closeDate();
    boolean fits =
        day <= draft.rptDate()
            && day >= draft.terms().openedOn()
            && (closed == Day.NONE || day <= closed);
    return fits ? day : Day.NONE;
  }

  private void party(Draft draft, GuaranteeRow party) {
    boolean person = party.partyKind() == GuaranteeRow.PartyKind.PERSON;
    out.raw(Segment.D.groupOpen());
    tagged(Item.INFO_ID_TYPE, person ? "1" : "2");
    tagged(Item.ARLP_NAME, party.name());
    tagged(
        Item.ARLP_CERT_TYPE,
        person ? IdNumbers.personCode(party.idType()) : IdNumbers.organisationCode(party.idType()));
    tagged(Item.ARLP_CERT_NUM, party.idNumber());
    tagged(Item.ARLP_TYPE, roleCode(party.role()));
    out.raw(Item.ARLP_AMT.open());
    if (party.amount() >= 0) {
      out.number(Cents.toYuan(party.amount()));
    }
    out.raw(Item.ARLP_AMT.close());
    if (isGuarantor(party.role())) {
      tagged(Item.WARTY_SIGN, party.joint().isEmpty() ? "0" : party.joint());
      tagged(
          Item.MAX_GUAR_MCC,
          party.contractId().isEmpty() ? "" : draft.providerCode() + party.contractId());
    }
    out.raw(Segment.D.groupClose());
  }

  private static boolean isGuarantor(GuaranteeRow.Role role) {
    return role == GuaranteeRow.Role.GUARANTOR || role == GuaranteeRow.Role.GUARANTEE_COMPANY;
  }

  private static String roleCode(GuaranteeRow.Role role) {
    return switch (role) {
      case CO_BORROWER -> "1";
      case GUARANTOR -> "2";
      case GUARANTEE_COMPANY -> "3";
      case OTHER -> "9";
    };
  }

  private void collateral(Draft draft, String code) {
    out.raw(Segment.E.groupOpen());
    tagged(Item.CCC, draft.providerCode() + code);
    out.raw(Segment.E.groupClose());
  }

  private void special(Special each) {
    out.raw(Segment.K.groupOpen());
    out.raw(Item.CHAN_TRAN_TYPE.open()).number(each.type()).raw(Item.CHAN_TRAN_TYPE.close());
    out.raw(Item.TRAN_DATE.open()).day(each.on()).raw(Item.TRAN_DATE.close());
    out.raw(Item.TRAN_AMT.open()).number(Cents.toYuan(each.amount())).raw(Item.TRAN_AMT.close());
    out.raw(Item.DUE_TRAN_MON.open()).number(each.months()).raw(Item.DUE_TRAN_MON.close());
    tagged(Item.DET_INFO, each.detail());
    out.raw(Segment.K.groupClose());
  }

  private void tagged(Item item, String text) {
    out.raw(item.open()).text(text).raw(item.close());
  }
}
