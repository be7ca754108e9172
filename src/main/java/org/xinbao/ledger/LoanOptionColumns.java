package org.xinbao.ledger;

import org.xinbao.ledger.Row.Need;

/** Reads the optional columns of {@code loans.csv} (rulings 2, 9 and section C). */
final class LoanOptionColumns {

  private static final int MAX_CONTRACT_CODE = 200;
  private static final int MAX_DAYS = 99_999;

  private final int orgCode;
  private final int guaranteeMode;
  private final int repaymentFrequency;
  private final int district;
  private final int assetTransferred;
  private final int contractCode;
  private final int firstHome;
  private final int bureauStatus;
  private final int consentedOn;
  private final int appliedAt;
  private final int purpose;
  private final int specialComment;
  private final int bankruptcyCode;
  private final int principalBalance;
  private final int overdueTotal;
  private final int penalty;
  private final int daysPastDue;
  private final boolean any;

  LoanOptionColumns(Row row) {
    orgCode = row.position("org_code");
    guaranteeMode = row.position("guarantee_mode");
    repaymentFrequency = row.position("repayment_frequency");
    district = row.position("district");
    assetTransferred = row.position("asset_transferred");
    contractCode = row.position("contract_code");
    firstHome = row.position("first_home");
    bureauStatus = row.position("bureau_status");
    consentedOn = row.position("consented_on");
    appliedAt = row.position("applied_at");
    purpose = row.position("purpose");
    specialComment = row.position("special_comment");
    bankruptcyCode = row.position("bankruptcy_code");
    principalBalance = row.position("ledger_principal_balance");
    overdueTotal = row.position("ledger_overdue_total");
    penalty = row.position("ledger_penalty");
    daysPastDue = row.position("ledger_days_past_due");
    any =
        orgCode >= 0
            || guaranteeMode >= 0
            || repaymentFrequency >= 0
            || district >= 0
            || assetTransferred >= 0
            || contractCode >= 0
            || firstHome >= 0
            || bureauStatus >= 0
            || consentedOn >= 0
            || appliedAt >= 0
            || purpose >= 0
            || specialComment >= 0
            || bankruptcyCode >= 0
            || principalBalance >= 0
            || overdueTotal >= 0
            || penalty >= 0
            || daysPastDue >= 0;
  }

  LoanOptions read(Row row) {
    if (!any) {
      return LoanOptions.NONE;
    }
    return new LoanOptions(
        row.lettersAndDigits(orgCode, 14, 14, Need.OPTIONAL),
        oneOf(row, guaranteeMode, "1", "2", "3", "4", "5", "6", "7"),
        oneOf(
            row,
            repaymentFrequency,
            "01",
            "02",
            "03",
            "04",
            "05",
            "06",
            "07",
            "08",
            "10",
            "12",
            "13",
            "14",
            "99"),
        digits(row, district, 6),
        oneOf(row, assetTransferred, "0", "1"),
        row.text(contractCode, MAX_CONTRACT_CODE, Need.OPTIONAL),
        oneOf(row, firstHome, "01", "02", "03", "04"),
        oneOf(row, bureauStatus, "41", "6", "8"),
        row.day(consentedOn, Need.OPTIONAL),
        row.moment(appliedAt, Need.OPTIONAL),
        row.text(purpose, Limits.NAME_LENGTH, Need.OPTIONAL),
        row.lettersAndDigits(specialComment, 1, 2, Need.OPTIONAL),
        row.lettersAndDigits(bankruptcyCode, 1, 2, Need.OPTIONAL),
        row.amount(principalBalance, -1),
        row.amount(overdueTotal, -1),
        row.amount(penalty, -1),
        row.whole(daysPastDue, 0, MAX_DAYS, -1));
  }

  /** One of a few codes, or empty. */
  static String oneOf(Row row, int column, String... codes) {
    String value = row.text(column, Limits.NAME_LENGTH, Need.OPTIONAL);
    if (value.isEmpty()) {
      return "";
    }
    for (String code : codes) {
      if (code.equals(value)) {
        return code;
      }
    }
    row.bad(column, "one of " + String.join(", ", codes));
    return "";
  }

  private static String digits(Row row, int column, int length) {
    String value = row.lettersAndDigits(column, length, length, Need.OPTIONAL);
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) > '9') {
        row.bad(column, length + " digits");
        return "";
      }
    }
    return value;
  }
}
