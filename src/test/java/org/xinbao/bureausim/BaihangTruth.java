package org.xinbao.bureausim;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What Baihang is told, as {@code src/docs/bureaux.md} has it, written once more. */
final class BaihangTruth {

  private BaihangTruth() {}

  private static Map<String, String> common(Row loan, Row borrower) {
    Map<String, String> told = new LinkedHashMap<>();
    told.put("opCode", "A");
    told.put("uploadTs", "2026-11-01T03:00:00");
    told.put("name", borrower.get("name"));
    told.put("pid", borrower.get("id_number"));
    told.put("mobile", borrower.get("mobile"));
    told.put("loanId", loan.optional("loan_id"));
    return told;
  }

  private static void same(Map<String, String> expected, Map<String, String> told) {
    expected.forEach(
        (name, value) ->
            assertThat(told.getOrDefault(name, "missing"))
                .as(told.getOrDefault("loanId", "") + " " + name)
                .isEqualTo(value));
  }

  private static void schedule(Map<String, String> told, Row loan, List<String> due) {
    told.put("applyDate", loan.get("applied_at"));
    told.put("dueDate", loan.get("matures_on"));
    told.put("totalTerm", loan.get("terms"));
    told.put("targetRepayDateType", "2");
    told.put("termPeriod", "-1");
    told.put("targetRepayDateList", String.join(",", due));
    told.put("firstRepaymentDate", due.get(0));
    told.put("gracePeriod", "0");
  }

  /** D2. */
  static void account(Row loan, Row borrower, List<String> due, Map<String, String> record) {
    Map<String, String> told = common(loan, borrower);
    schedule(told, loan, due);
    told.put("loanPurpose", "13");
    told.put("accountOpenDate", loan.get("opened_on") + "T00:00:00");
    told.put("loanAmount", loan.get("principal"));
    same(told, record);
    assertThat(record.getOrDefault("issueDate", "")).startsWith(loan.get("opened_on"));
  }

  /** CL1. */
  static void receipt(Row loan, Row borrower, List<String> due, Map<String, String> record) {
    Map<String, String> told = common(loan, borrower);
    schedule(told, loan, due);
    told.put("billingId", loan.get("loan_id"));
    told.put("billingIssueDate", loan.get("opened_on") + "T00:00:00");
    told.put("billingAmount", loan.get("principal"));
    same(told, record);
  }

  /** X2. */
  static void limit(Row facility, Row borrower, Map<String, String> record) {
    Map<String, String> told = common(facility, borrower);
    told.put("loanId", facility.get("facility_id"));
    told.put("creditAccntId", facility.get("facility_id"));
    told.put("accountOpenDate", facility.get("effective_on") + "T00:00:00");
    told.put("accountExpireDate", facility.get("expires_on"));
    told.put("creditLimit", facility.get("credit_limit"));
    told.put("accntBillingDate", "5");
    told.put("accntBillingDueDate", "25");
    same(told, record);
  }

  /** D3 and CL2 as of the business date. */
  static void term(
      Row loan, Row borrower, Row figures, List<Row> instalments, Map<String, String> record) {
    Map<String, String> told = common(loan, borrower);
    Row term =
        instalments.stream()
            .filter(each -> each.get("seq").equals(record.getOrDefault("termNo", "")))
            .findFirst()
            .orElseThrow();
    if (term.get("due_on").equals(record.getOrDefault("targetRepaymentDate", ""))) {
      BigDecimal planned =
          term.amount("principal").add(term.amount("interest")).add(term.amount("fee"));
      told.put("plannedPayment", planned.toString());
    }
    told.put("statusConfirmAt", "2026-10-31T23:59:59");
    told.put("overdueAmount", figures.get("overdue_total"));
    boolean receipt = record.containsKey("creditUsage");
    told.put(receipt ? "creditUsage" : "remainingAmount", figures.get("principal_balance"));
    boolean overdue = !figures.get("days_past_due").equals("0");
    if (!figures.get("account_status").equals("CLOSED")) {
      told.put(receipt ? "billingStatus" : "loanStatus", overdue ? "2" : "1");
    }
    if (record.getOrDefault("termStatus", "").equals("overdue")) {
      told.put("overdueStatus", "D" + figures.get("days_past_due"));
    }
    same(told, record);
  }
}
