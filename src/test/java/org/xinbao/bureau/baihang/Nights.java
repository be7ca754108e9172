package org.xinbao.bureau.baihang;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xinbao.arrears.Day;
import org.xinbao.bureau.Bureau;
import org.xinbao.bureau.FacilityRequest;
import org.xinbao.bureau.KeyResult;
import org.xinbao.bureau.LoanHistory;
import org.xinbao.ledger.FacilityRow;
import org.xinbao.ledger.IdType;

/** Nights of a loan with Baihang, their records shown short. */
final class Nights {

  static final String CONF =
      """
      company-name: 测试消费金融有限公司
      account-codes: {}
      notice: {mode: REQUIRE}
      """;

  static final String DEFAULTS = "defaults: {family: INSTALMENT}\n";
  static final String REVOLVING = "defaults: {family: REVOLVING}\n";

  private final Bureau baihang;

  Nights(Path folder, String more, boolean autoCorrect) {
    String text = CONF + (more.contains("defaults:") ? "" : DEFAULTS) + more;
    baihang =
        new BaihangFactory()
            .read(LoanHistory.conf(folder, "baihang", text), LoanHistory.settings(autoCorrect));
  }

  Nights(Path folder, String more) {
    this(folder, more, false);
  }

  Nights(Path folder) {
    this(folder, "", false);
  }

  Bureau bureau() {
    return baihang;
  }

  /** The records of a night, {@link #shortened}. */
  List<String> told(LoanHistory loan, String date) {
    return loan.night(baihang, date).records().stream().map(Nights::shortened).toList();
  }

  /**
   * Of a term: {@code type op day term status due target real overdueStatus overdueAmount balance
   * loanStatus}; of an account its due date and list of dates; of a deletion its type only.
   */
  static String shortened(String record) {
    String type = record.substring(0, record.indexOf(' '));
    String json = record.substring(record.indexOf(' ') + 1);
    Map<String, String> row = SubmissionReader.row(json);
    String head = type + " " + row.getOrDefault("opCode", "");
    if ("D".equals(row.getOrDefault("opCode", ""))) {
      return head;
    }
    if (!row.containsKey("termNo")) {
      return head
          + " "
          + row.getOrDefault("dueDate", "")
          + " "
          + row.getOrDefault("targetRepayDateList", "");
    }
    List<String> items = new ArrayList<>();
    items.add(head);
    items.add(String.valueOf(row.getOrDefault("statusConfirmAt", "")).substring(5, 10));
    boolean receipt = type.equals("CL2");
    for (String each :
        List.of(
            "termNo",
            "termStatus",
            "targetRepayment",
            "realRepayment",
            "overdueStatus",
            "overdueAmount",
            receipt ? "creditUsage" : "remainingAmount",
            receipt ? "billingStatus" : "loanStatus")) {
      items.add(String.valueOf(row.get(each)).replace("null", "-"));
    }
    return String.join(" ", items);
  }

  static FacilityRow facility(String limit, FacilityRow.Status status) {
    return new FacilityRow(
        2,
        "LIMIT0001",
        "C1",
        "测试甲",
        IdType.ID_CARD,
        LoanHistory.ID_CARD,
        FacilityRow.Kind.LOAN,
        true,
        Long.parseLong(limit.replace(".", "")),
        "CNY",
        Day.of(2026, 1, 5),
        Day.of(2027, 1, 4),
        status,
        "",
        3,
        13);
  }

  /** The account of a loan's facility in the same night; its records are added to {@code to}. */
  KeyResult account(
      LoanHistory.Night night,
      FacilityRow facility,
      String date,
      String reported,
      List<String> to) {
    return baihang.report(
        new FacilityRequest(
            Day.parse(date),
            1,
            facility.facilityId(),
            Optional.of(facility),
            night.result().facts(),
            reported,
            false),
        (type, day, record, control) ->
            to.add(type + " " + new String(record, StandardCharsets.UTF_8)));
  }
}
