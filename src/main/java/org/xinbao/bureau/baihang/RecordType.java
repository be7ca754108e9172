package org.xinbao.bureau.baihang;

import static org.xinbao.bureau.baihang.Item.may;
import static org.xinbao.bureau.baihang.Item.must;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xinbao.bureau.baihang.Item.Kind;

/**
 * The record types with their members in order. Those of C1 are known for the pre-check only:
 * applications are not in a ledger. The spelling of the members of X2, CL1 and CL2 is from one
 * source.
 */
enum RecordType {
  C1("#loanApplyInfo", application(), "applyAmount", ""),
  D2("#singleLoanAccountInfo", account(), "loanAmount", ""),
  D4("#singleLoanDelayInfo", account(), "loanAmount", ""),
  D3("#singleLoanRepayInfo", repayment(), "remainingAmount", "overdueAmount"),
  X2("#loopLoanAccountInfo", revolvingAccount(), "creditLimit", ""),
  CL1("#loopLoanReceiptInfo", receipt(), "billingAmount", ""),
  CL2("#loopLoanReceiptRepayInfo", receiptRepayment(), "creditUsage", "overdueAmount");

  private final String tag;

  @SuppressWarnings("ImmutableEnumChecker") // made with List.copyOf, which nothing can change
  private final List<Item> items;

  private final String balance;
  private final String overdue;

  RecordType(String tag, List<Item> items, String balance, String overdue) {
    this.tag = tag;
    this.items = List.copyOf(items);
    this.balance = balance;
    this.overdue = overdue;
  }

  /** The line above its records. */
  String tag() {
    return tag;
  }

  List<Item> items() {
    return items;
  }

  /** The member that the first control total adds up. */
  String balance() {
    return balance;
  }

  /** The member that the second control total adds up; empty when there is none. */
  String overdue() {
    return overdue;
  }

  boolean has(String item) {
    return items.stream().anyMatch(each -> each.name().equals(item));
  }

  static Optional<RecordType> ofTag(String line) {
    return List.of(values()).stream().filter(each -> each.tag.equals(line)).findFirst();
  }

  private static List<Item> common(Item... more) {
    List<Item> all =
        new ArrayList<>(
            List.of(
                must("reqID", Kind.REQ_ID),
                must("opCode", Kind.OP_CODE, "A", "M", "D"),
                must("uploadTs", Kind.MOMENT),
                must("name", Kind.NAME),
                must("pid", Kind.PID),
                must("mobile", Kind.TEXT),
                must("loanId", Kind.TEXT)));
    all.addAll(List.of(more));
    return all;
  }

  private static Item guarantee() {
    return must("guaranteeType", Kind.WHOLE, "1", "2", "3", "4", "5", "6");
  }

  private static Item purpose() {
    return must(
        "loanPurpose",
        Kind.WHOLE,
        "1",
        "2",
        "3",
        "4",
        "5",
        "6",
        "7",
        "8",
        "9",
        "10",
        "11",
        "12",
        "13",
        "99");
  }

  private static List<Item> application() {
    return List.of(
        must("reqID", Kind.REQ_ID),
        may("opCode", Kind.OP_CODE, "A", "M", "D"),
        may("uploadTs", Kind.MOMENT),
        must("name", Kind.NAME),
        must("pid", Kind.PID),
        must("mobile", Kind.TEXT),
        must("loanId", Kind.TEXT),
        must("queryReason", Kind.WHOLE, "1", "2", "3", "4", "5", "6"),
        guarantee(),
        purpose(),
        must("customType", Kind.WHOLE, "1", "2", "3", "4", "5", "99"),
        must("applyAmount", Kind.AMOUNT),
        may("homeAddress", Kind.TEXT),
        may("homePhone", Kind.TEXT),
        may("workName", Kind.TEXT),
        may("workAddress", Kind.TEXT),
        may("workPhone", Kind.TEXT),
        may("device", Kind.DEVICE));
  }

  private static List<Item> account() {
    return common(
        may("originalLoanId", Kind.TEXT),
        guarantee(),
        purpose(),
        must("applyDate", Kind.MOMENT),
        must("accountOpenDate", Kind.MOMENT),
        must("issueDate", Kind.MOMENT),
        must("dueDate", Kind.DAY),
        must("loanAmount", Kind.AMOUNT),
        must("totalTerm", Kind.WHOLE),
        must("targetRepayDateType", Kind.WHOLE, "1", "2"),
        must("termPeriod", Kind.WHOLE),
        may("targetRepayDateList", Kind.DAYS),
        must("firstRepaymentDate", Kind.DAY),
        must("gracePeriod", Kind.WHOLE),
        may("device", Kind.DEVICE));
  }

  private static List<Item> term(Item balance, Item status) {
    return List.of(
        must("termNo", Kind.WHOLE),
        must("termStatus", Kind.TEXT, "normal", "overdue"),
        must("targetRepaymentDate", Kind.DAY),
        may("realRepaymentDate", Kind.MOMENT),
        must("plannedPayment", Kind.AMOUNT),
        must("targetRepayment", Kind.AMOUNT),
        must("realRepayment", Kind.AMOUNT),
        may("overdueStatus", Kind.TEXT),
        must("statusConfirmAt", Kind.MOMENT),
        must("overdueAmount", Kind.AMOUNT),
        balance,
        status);
  }

  private static List<Item> repayment() {
    return common(
        term(
                must("remainingAmount", Kind.AMOUNT),
                must("loanStatus", Kind.WHOLE, "1", "2", "3", "4"))
            .toArray(Item[]::new));
  }

  private static List<Item> revolvingAccount() {
    return common(
        must("accountAction", Kind.WHOLE),
        must("creditAccntId", Kind.TEXT),
        must("guaranteeType", Kind.WHOLE, "1", "2", "3", "4"),
        must("applyDate", Kind.MOMENT),
        must("accountOpenDate", Kind.MOMENT),
        may("accountExpireDate", Kind.DAY),
        must("creditLimit", Kind.AMOUNT),
        must("creditAccntStatus", Kind.WHOLE),
        must("accntBillingDate", Kind.WHOLE),
        must("accntBillingDueDate", Kind.WHOLE),
        must("gracePeriod", Kind.WHOLE),
        must("accountInfoUpdate", Kind.MOMENT));
  }

  private static List<Item> receipt() {
    return common(
        must("billingId", Kind.TEXT),
        must("applyDate", Kind.MOMENT),
        must("billingIssueDate", Kind.MOMENT),
        must("issueDate", Kind.MOMENT),
        must("dueDate", Kind.DAY),
        must("billingAmount", Kind.AMOUNT),
        must("totalTerm", Kind.WHOLE),
        must("targetRepayDateType", Kind.WHOLE, "1", "2"),
        must("termPeriod", Kind.WHOLE),
        may("targetRepayDateList", Kind.DAYS),
        must("firstRepaymentDate", Kind.DAY),
        must("gracePeriod", Kind.WHOLE));
  }

  private static List<Item> receiptRepayment() {
    List<Item> items = common(must("creditAccntId", Kind.TEXT), must("billingId", Kind.TEXT));
    items.addAll(
        term(must("creditUsage", Kind.AMOUNT), must("billingStatus", Kind.WHOLE, "1", "2", "3")));
    return items;
  }
}
