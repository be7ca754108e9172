package org.xinbao.bureau.baihang;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A second reader of submission files, written from the reference alone: it shares no code and no
 * table with the program. Throws at whatever is not as the reference has it.
 */
public final class SubmissionReader {

  private static final String COMMON = "reqID opCode uploadTs name pid mobile loanId ";
  private static final String ACCOUNT =
      "originalLoanId guaranteeType loanPurpose applyDate accountOpenDate issueDate dueDate"
          + " loanAmount totalTerm targetRepayDateType termPeriod targetRepayDateList"
          + " firstRepaymentDate gracePeriod device";
  private static final String TERM =
      "termNo termStatus targetRepaymentDate realRepaymentDate plannedPayment targetRepayment"
          + " realRepayment overdueStatus statusConfirmAt overdueAmount ";

  private static final Map<String, String> TAGS =
      Map.of(
          "D2", "#singleLoanAccountInfo",
          "D3", "#singleLoanRepayInfo",
          "D4", "#singleLoanDelayInfo",
          "X2", "#loopLoanAccountInfo",
          "CL1", "#loopLoanReceiptInfo",
          "CL2", "#loopLoanReceiptRepayInfo");

  private static final Map<String, String> MEMBERS =
      Map.of(
          "D2", COMMON + ACCOUNT,
          "D4", COMMON + ACCOUNT,
          "D3", COMMON + TERM + "remainingAmount loanStatus",
          "X2",
              COMMON
                  + "accountAction creditAccntId guaranteeType applyDate accountOpenDate"
                  + " accountExpireDate creditLimit creditAccntStatus accntBillingDate"
                  + " accntBillingDueDate gracePeriod accountInfoUpdate",
          "CL1",
              COMMON
                  + "billingId applyDate billingIssueDate issueDate dueDate billingAmount totalTerm"
                  + " targetRepayDateType termPeriod targetRepayDateList firstRepaymentDate"
                  + " gracePeriod",
          "CL2", COMMON + "creditAccntId billingId " + TERM + "creditUsage billingStatus");

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private SubmissionReader() {}

  /** The records of a file. */
  public static List<Map<String, String>> read(Path file, String type) throws IOException {
    String text = Files.readString(file, StandardCharsets.UTF_8);
    check(text.endsWith("\r\n"), "the last line does not end");
    String[] lines = text.substring(0, text.length() - 2).split("\r\n", -1);
    check(!String.join("", lines).matches("(?s).*[\r\n].*"), "a line break that is not CRLF");
    check(lines[0].equals(TAGS.getOrDefault(type, "")), "another tag line");
    List<Map<String, String>> rows = new ArrayList<>();
    for (int i = 1; i < lines.length; i++) {
      Map<String, String> row = row(lines[i]);
      check(
          String.join(" ", row.keySet()).equals(MEMBERS.getOrDefault(type, "")),
          "line " + (i + 1) + " has other members");
      check(row.getOrDefault("reqID", "").matches("[0-9a-f]{32}"), "reqID");
      check(List.of("A", "M", "D").contains(row.getOrDefault("opCode", "")), "opCode");
      rows.add(row);
    }
    check(!rows.isEmpty(), "no record");
    return rows;
  }

  /** Members in their order; null as the text {@code null}. */
  public static Map<String, String> row(String line) {
    Map<String, String> row = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> each : JSON.readTree(line).properties()) {
      JsonNode value = each.getValue();
      check(value.isNull() || value.isString() || value.isNumber(), each.getKey());
      row.put(each.getKey(), value.asString());
      if (value.isNull()) {
        row.put(each.getKey(), "null");
      }
    }
    return row;
  }

  /** What the bureau has of every loan, after files taken one after the other. */
  public static final class Desk {

    private final Map<String, Map<String, String>> byNumber = new LinkedHashMap<>();

    /** Takes a record as the bureau would: a number once, changes and deletions of known ones. */
    public void take(Map<String, String> row) {
      String number = row.getOrDefault("reqID", "");
      boolean known = byNumber.containsKey(number);
      switch (row.getOrDefault("opCode", "")) {
        case "A" -> check(!known, "a number was used before");
        case "M", "D" -> check(known, "a number that is not known");
        default -> throw new AssertionError("opCode");
      }
      if (row.getOrDefault("opCode", "").equals("D")) {
        byNumber.remove(number);
      } else {
        byNumber.put(number, row);
      }
    }

    /** Of records after payout: the sum of what was paid. */
    public BigDecimal paid() {
      return byNumber.values().stream()
          .filter(each -> each.containsKey("realRepayment"))
          .map(each -> new BigDecimal(each.getOrDefault("realRepayment", "")))
          .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Whether the last word about an instalment is that it is overdue. */
    public boolean isOverdue(int term) {
      Map<String, String> last = Map.of("statusConfirmAt", "", "termStatus", "");
      for (Map<String, String> each : byNumber.values()) {
        boolean about = String.valueOf(term).equals(each.getOrDefault("termNo", ""));
        if (about
            && each.getOrDefault("statusConfirmAt", "")
                    .compareTo(last.getOrDefault("statusConfirmAt", ""))
                >= 0) {
          last = each;
        }
      }
      return last.getOrDefault("termStatus", "").equals("overdue");
    }
  }

  private static void check(boolean good, String what) {
    if (!good) {
      throw new AssertionError(what);
    }
  }
}
