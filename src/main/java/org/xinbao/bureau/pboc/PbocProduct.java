package org.xinbao.bureau.pboc;

import java.util.Optional;
import org.xinbao.arrears.Day;

/**
 * What the institution chose for one product in {@code pboc.yaml}; every code is in its list.
 *
 * @param flag 分次放款标志, empty unless D1
 * @param repayMode 还款方式 of an R1 account, and of a REVOLVING loan of another type
 * @param settlementDay the day of the month on which accounts settle, the month's last when it is
 *     shorter; 0 for the month's last day
 * @param managementOrg MngmtOrgCode where the loan names none
 * @param transferTransaction ChanTranType of a transfer, 12 or 13
 * @param prepaymentFrom cents from which a prepayment is a special transaction; -1 for the next
 *     instalment
 * @param merged whether the loans of a facility are one account (汇总报送)
 */
record PbocProduct(
    AccountType type,
    String flag,
    String busiLines,
    String busiDtlLines,
    String fundSou,
    String loanForm,
    String othRepyGuarWay,
    String guarMode,
    Optional<String> repayMode,
    String repayFreqcy,
    int settlementDay,
    String managementOrg,
    int transferTransaction,
    long prepaymentFrom,
    boolean merged) {

  /** Whether an account of the product has a credit agreement (授信协议), hence segment F. */
  boolean hasAgreement() {
    return type != AccountType.D1 || !flag.equals("0");
  }

  /** The settlement day of the calendar month of {@code day} (epoch days). */
  int settlementOf(int day) {
    int last = Day.lastOfMonth(day);
    if (settlementDay == 0) {
      return last;
    }
    return Math.min(last, Day.firstOfMonth(day) + settlementDay - 1);
  }
}
