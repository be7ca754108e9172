package org.xinbao.bureau.pboc;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xinbao.bureau.RejectionCode;
import org.xinbao.bureau.RejectionReason;

/**
 * What to do about a rejected record: where the item comes from that the bureau names. The sources
 * are those of the documentation of bureau fields.
 */
final class Repair {

  private static final String AGAIN = " The next night sends the record again.";

  private static final Map<String, String> BY_TAG = new HashMap<>();

  static {
    source("borrower_name in loans.csv and name in borrowers.csv", "Name");
    source("id_type and id_number in loans.csv and borrowers.csv", "IDType", "IDNum");
    source("org_code in loans.csv, or management-org in pboc.yaml", "MngmtOrgCode", "Cimoc");
    source("account-type in pboc.yaml", "AcctType");
    source(
        "the product's entry in pboc.yaml",
        "BusiLines",
        "BusiDtlLines",
        "Flag",
        "OthRepyGuarWay",
        "FundSou",
        "LoanForm",
        "CustomerType");
    source("opened_on in loans.csv", "OpenDate");
    source("currency in loans.csv", "Cy");
    source("principal in loans.csv", "LoanAmt");
    source("credit_limit in facilities.csv", "AcctCredLine", "CreditLim");
    source("matures_on in loans.csv, or expires_on in facilities.csv", "DueDate", "ConExpDate");
    source("repayment_method in loans.csv, or repay-mode in pboc.yaml", "RepayMode");
    source("repayment_frequency in loans.csv, or repay-frequency in pboc.yaml", "RepayFreqcy");
    source("terms in loans.csv", "RepayPrd");
    source("district in loans.csv", "ApplyBusiDist");
    source("guarantee_mode in loans.csv, or guarantee-mode in pboc.yaml", "GuarMode");
    source("asset_transferred in loans.csv", "AssetTrandFlag");
    source("contract_code in loans.csv", "LoanConCode");
    source("first_home in loans.csv", "FirstHouLoanFlag");
    source("facility_id in loans.csv and facilities.csv", "Mcc", "ContractCode");
    source("collateral.csv", "Ccc", "CcNm");
    source(
        "the loan's rows in guarantees.csv",
        "RltRepymtNm",
        "InfoIDType",
        "ArlpName",
        "ArlpCertType",
        "ArlpCertNum",
        "ArlpType",
        "ArlpAmt",
        "WartySign",
        "MaxGuarMcc");
    source("closed_on and the last payment in the ledger", "CloseDate");
    source(
        "the loan's movements in transactions.csv",
        "CagOfTrdNm",
        "ChanTranType",
        "TranDate",
        "TranAmt",
        "DueTranMon",
        "DetInfo",
        "LatRpyDate",
        "LatRpyAmt",
        "ActRpyAmt");
    source("settlement-day in pboc.yaml", "SettDate");
    source(
        "the loan's schedule and movements (explain shows how the figure comes about)",
        "AcctStatus",
        "AcctBal",
        "RemRepPrd",
        "FiveCate",
        "FiveCateAdjDate",
        "RpyStatus",
        "OverdPrd",
        "TotOverd",
        "OverdPrinc",
        "Oved31_60Princ",
        "Oved61_90Princ",
        "Oved91_180Princ",
        "OvedPrinc180",
        "CurRpyAmt");
  }

  private Repair() {}

  static RejectionReason reason(RejectionCode code) {
    Optional<PbocRule> rule =
        Arrays.stream(PbocRule.values())
            .filter(each -> each.code().equals(code.code()))
            .findFirst();
    return new RejectionReason(
        rule.map(PbocRule::chinese).orElse("征信中心返回的错误代码" + code.code() + "未收录。"),
        rule.map(PbocRule::english)
            .orElse("The bureau's error code " + code.code() + " is not among those known here."),
        repair(code));
  }

  private static String repair(RejectionCode code) {
    return byCode(code.code())
        .or(() -> Optional.ofNullable(BY_TAG.get(code.tag())).map(Repair::correct))
        .orElse("Find the cause with explain, correct the ledger or pboc.yaml." + AGAIN);
  }

  private static String correct(String source) {
    return "Correct " + source + "." + AGAIN;
  }

  private static Optional<String> byCode(String code) {
    if (List.of("ABF", "ABN", "ABH").contains(code.substring(0, 3))) {
      return Optional.of(
          "The whole file failed: look at what the bureau's client was given and did with it. The"
              + " next night sends its records again in a new file.");
    }
    return switch (code) {
      case "ABR004", "BLR027" ->
          Optional.of(
              "The bureau has this report already, it counts as accepted and is not sent again."
                  + " Correct it if what the bureau has is wrong.");
      case "BLR004", "BLR005" ->
          Optional.of(
              "The bureau does not know the account; it is reported anew by the next night or, when"
                  + " it is older, on its settlement day.");
      case "BLR019" -> Optional.of("Restore account-type in pboc.yaml." + AGAIN);
      case "BLR020", "BLR021", "BLR025" ->
          Optional.of("The bureau has the account as ended: settle it with the bureau.");
      case "ABE012" -> Optional.of("The account was renumbered: settle it with the bureau.");
      case "ABE003" ->
          Optional.of(correct("org_code in loans.csv, or management-org in pboc.yaml"));
      default -> Optional.empty();
    };
  }

  private static void source(String where, String... tags) {
    for (String tag : tags) {
      BY_TAG.put(tag, where);
    }
  }
}
