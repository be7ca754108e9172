package org.xinbao.bureau.baihang;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.xinbao.arrears.Day;
import org.xinbao.bureau.IdentityCard;
import org.xinbao.bureau.JsonMember;
import org.xinbao.bureau.JsonScanner;

/** What one record must be, by the reference. Holds a record at a time; for one thread. */
final class RecordRules {

  private static final Pattern REQ_ID = Pattern.compile("[A-Za-z0-9]{1,40}");
  private static final Pattern NAME = Pattern.compile("[\\p{IsHan}·]{2,20}");
  private static final Pattern AMOUNT = Pattern.compile("(0|[1-9][0-9]{0,14})(\\.[0-9]{1,2})?");
  private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]{0,8})");
  private static final Pattern OVERDUE = Pattern.compile("D[1-9][0-9]{0,4}");
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);
  private static final String FIRST_UPLOAD = "1980-01-01T00:00:00";

  /** What a deletion has besides its members that are null. */
  private static final Set<String> COMMON =
      Set.of("reqID", "opCode", "uploadTs", "name", "pid", "mobile", "loanId");

  private final Map<String, String> values = new HashMap<>();
  private RecordType type = RecordType.D2;
  private Findings findings = (rule, item) -> {};

  /** Takes what is wrong. */
  @FunctionalInterface
  interface Findings {
    void found(BaihangRule rule, String item);
  }

  /**
   * Checks a record.
   *
   * @param fileDay the day that the file carries (epoch day), {@link Day#NONE} when that is not
   *     known
   * @return whether its values can be read with {@link #value}
   */
  boolean check(RecordType recordType, List<JsonMember> members, int fileDay, Findings sink) {
    type = recordType;
    findings = sink;
    values.clear();
    if (!form(members)) {
      return false;
    }
    for (Item each : type.items()) {
      if (value(each.name()).isBlank()) {
        boolean wanted = !isDeletion() || COMMON.contains(each.name());
        require(!wanted || each.need() == Item.Need.OPTIONAL, BaihangRule.BH007, each.name());
      } else {
        value(each);
      }
    }
    times(fileDay);
    if (!isDeletion()) {
      schedule();
      term();
    }
    return true;
  }

  String value(String item) {
    return values.getOrDefault(item, "");
  }

  private boolean isDeletion() {
    return value("opCode").equals("D");
  }

  /** An amount in cents, 0 when it is null or none. */
  long cents(String item) {
    String text = value(item);
    return AMOUNT.matcher(text).matches()
        ? new BigDecimal(text).movePointRight(2).longValueExact()
        : 0;
  }

  private boolean form(List<JsonMember> members) {
    boolean good = members.size() == type.items().size();
    boolean kinds = true;
    for (JsonMember each : members) {
      if (!type.has(each.name()) || values.put(each.name(), each.text()) != null) {
        good = false;
        continue;
      }
      Item item =
          type.items().stream().filter(one -> one.name().equals(each.name())).findFirst().get();
      if (each.kind() != JsonMember.Kind.NULL && each.kind() != kind(item)) {
        findings.found(BaihangRule.BH006, each.name());
        kinds = false;
      }
      if (each.text().chars().anyMatch(one -> one < ' ')) {
        findings.found(BaihangRule.BH029, each.name());
      }
    }
    require(good, BaihangRule.BH005, "");
    return good && kinds;
  }

  private static JsonMember.Kind kind(Item item) {
    return switch (item.kind()) {
      case WHOLE, AMOUNT -> JsonMember.Kind.NUMBER;
      case DEVICE -> JsonMember.Kind.NESTED;
      default -> JsonMember.Kind.STRING;
    };
  }

  private void value(Item item) {
    String name = item.name();
    String text = value(name);
    switch (item.kind()) {
      case REQ_ID -> require(REQ_ID.matcher(text).matches(), BaihangRule.BH008, name);
      case MOMENT -> require(isMoment(text), BaihangRule.BH010, name);
      case DAY -> require(isDay(text), BaihangRule.BH011, name);
      case DAYS ->
          require(
              List.of(text.split(",", -1)).stream().allMatch(RecordRules::isDay),
              BaihangRule.BH011,
              name);
      case NAME -> require(NAME.matcher(text).matches(), BaihangRule.BH013, name);
      case PID -> require(IdentityCard.isValid(text), BaihangRule.BH014, name);
      case AMOUNT -> require(AMOUNT.matcher(text).matches(), BaihangRule.BH015, name);
      case WHOLE -> whole(item, text);
      case DEVICE -> require(Device.isGood(text), BaihangRule.BH030, name);
      case OP_CODE, TEXT -> {
        // any text; its code is looked up below
      }
    }
    require(item.codes().isEmpty() || item.codes().contains(text), BaihangRule.BH009, name);
  }

  private void whole(Item item, String text) {
    boolean good = WHOLE.matcher(text).matches();
    if (good && item.codes().isEmpty()) {
      int number = Integer.parseInt(text);
      good =
          switch (item.name()) {
            case "termNo", "totalTerm" -> number >= 1 && number <= LoanRecords.TERMS_MAX;
            case "accntBillingDate", "accntBillingDueDate" -> number >= 1 && number <= 31;
            case "termPeriod" -> number >= -1;
            default -> number >= 0;
          };
    }
    require(good, BaihangRule.BH016, item.name());
  }

  private static boolean isDay(String text) {
    try {
      return text.length() == 10 && LocalDate.parse(text).toString().equals(text);
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private static boolean isMoment(String text) {
    try {
      return text.length() == 19 && text.equals(MOMENT.format(LocalDateTime.parse(text)));
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  /** Times in the form {@code yyyy-MM-ddTHH:mm:ss} compare as text. */
  private void times(int fileDay) {
    String last = fileDay == Day.NONE ? "9999-12-31T23:59:59" : Day.format(fileDay) + "T23:59:59";
    String upload = value("uploadTs");
    if (isMoment(upload)) {
      boolean good = upload.compareTo(FIRST_UPLOAD) >= 0 && upload.compareTo(last) <= 0;
      require(good, BaihangRule.BH012, "uploadTs");
    }
    for (String each :
        List.of(
            "applyDate",
            "accountOpenDate",
            "issueDate",
            "billingIssueDate",
            "realRepaymentDate",
            "statusConfirmAt",
            "accountInfoUpdate")) {
      String time = value(each);
      require(!isMoment(time) || time.compareTo(last) <= 0, BaihangRule.BH025, each);
    }
  }

  private void schedule() {
    if (!type.has("targetRepayDateType")) {
      return;
    }
    String period = value("termPeriod");
    String list = value("targetRepayDateList");
    if (value("targetRepayDateType").equals("1")) {
      boolean days = !period.isEmpty() && !period.startsWith("-") && !period.equals("0");
      require(days, BaihangRule.BH017, "termPeriod");
      require(list.isEmpty(), BaihangRule.BH017, "targetRepayDateList");
    } else if (value("targetRepayDateType").equals("2")) {
      require(period.equals("-1"), BaihangRule.BH018, "termPeriod");
      require(!list.isEmpty(), BaihangRule.BH018, "targetRepayDateList");
      ascends(list);
    }
  }

  private void ascends(String list) {
    String[] days = list.split(",", -1);
    for (int i = 1; i < days.length; i++) {
      if (days[i - 1].compareTo(days[i]) >= 0) {
        findings.found(BaihangRule.BH019, "targetRepayDateList");
        return;
      }
    }
    String first = value("firstRepaymentDate");
    require(
        list.isEmpty() || first.isEmpty() || days[0].equals(first),
        BaihangRule.BH020,
        "firstRepaymentDate");
  }

  private void term() {
    if (!type.has("termStatus")) {
      return;
    }
    boolean paid = cents("realRepayment") > 0;
    require(paid != value("realRepaymentDate").isEmpty(), BaihangRule.BH021, "realRepaymentDate");
    String days = value("overdueStatus");
    String status = value(type == RecordType.CL2 ? "billingStatus" : "loanStatus");
    boolean late = value("termStatus").equals("overdue");
    require(
        late ? OVERDUE.matcher(days).matches() : days.isEmpty(),
        BaihangRule.BH022,
        "overdueStatus");
    require(
        !late || (status.equals("2") && cents("overdueAmount") > 0),
        BaihangRule.BH023,
        "termStatus");
    boolean owes = cents("overdueAmount") > 0 || owesBalance();
    require(!status.equals("3") || !owes, BaihangRule.BH024, type.overdue());
  }

  /** {@code creditUsage} may be all that was ever drawn, and says nothing of what is owed. */
  private boolean owesBalance() {
    return type == RecordType.D3 && cents("remainingAmount") > 0;
  }

  private void require(boolean good, BaihangRule rule, String item) {
    if (!good) {
      findings.found(rule, item);
    }
  }

  /** The nested object of a device. */
  private static final class Device {

    private static final Map<String, Set<String>> MEMBERS =
        Map.of(
            "deviceType", Set.of("1", "2", "3", "99"),
            "imei", Set.of(),
            "mac", Set.of(),
            "ipAddress", Set.of(),
            "osName", Set.of("1", "2", "3", "4", "5", "6", "7", "99"));

    private Device() {}

    static boolean isGood(String text) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      try (JsonScanner scanner = new JsonScanner(new ByteArrayInputStream(bytes))) {
        for (JsonMember each : scanner.object()) {
          Set<String> codes = MEMBERS.get(each.name());
          boolean listed = codes != null && (codes.isEmpty() || codes.contains(each.text()));
          if (codes == null || !(listed || each.kind() == JsonMember.Kind.NULL)) {
            return false;
          }
        }
        return true;
      } catch (IOException | JsonScanner.Malformed e) {
        return false;
      }
    }
  }
}
