package org.xinbao.bureau.zhima;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.xinbao.bureau.IdentityCard;
import org.xinbao.bureau.JsonMember;

/**
 * What one record must be, by the text of its template. Holds a record at a time; for one thread.
 */
final class RecordRules {

  private static final Set<String> DELETE_ALL =
      Set.of(
          "biz_date",
          "linked_merchant_id",
          "user_credentials_type",
          "user_credentials_no",
          "order_no",
          "scene_type",
          "rectify_flag");

  private static final Set<String> DELETE_ONE = with(DELETE_ALL, "installment_due_date");

  private static final List<String> MANDATORY =
      List.of(
          "biz_date",
          "user_credentials_type",
          "user_credentials_no",
          "user_name",
          "order_no",
          "scene_type",
          "create_amt",
          "installment_due_date",
          "overdue_amt");

  private static final List<String> MANDATORY_V1 =
      List.of(
          "user_name",
          "user_credentials_type",
          "user_credentials_no",
          "order_no",
          "biz_type",
          "order_status",
          "create_amt",
          "pay_month");

  /** {@code linked_merchant_id} is mandatory for rectifications only. */
  private static final String MERCHANT = "linked_merchant_id";

  private static final Pattern AMOUNT = Pattern.compile("(0|[1-9][0-9]{0,14})(\\.[0-9]{1,2})?");
  private static final Pattern COUNT = Pattern.compile("0|[1-9][0-9]{0,5}");

  private final Map<String, String> values = new HashMap<>();
  private Template template = Template.V2;
  private Findings findings = (rule, column) -> {};

  /** Takes what is wrong. */
  @FunctionalInterface
  interface Findings {
    void found(ZhimaRule rule, String column);
  }

  private static Set<String> with(Set<String> columns, String more) {
    Set<String> all = new TreeSet<>(columns);
    all.add(more);
    return all;
  }

  /**
   * Checks a record.
   *
   * @return whether its values can be read with {@link #value}
   */
  boolean check(List<JsonMember> members, Findings sink) {
    findings = sink;
    values.clear();
    template =
        members.stream().anyMatch(each -> each.name().equals("order_status"))
            ? Template.V1
            : Template.V2;
    if (!form(members)) {
      return false;
    }
    codes();
    if (template == Template.V1) {
      first();
    } else {
      switch (value("rectify_flag")) {
        case "1" -> exactly(DELETE_ALL, ZhimaRule.ZM013);
        case "2" -> exactly(DELETE_ONE, ZhimaRule.ZM014);
        default -> normal();
      }
    }
    return true;
  }

  Template template() {
    return template;
  }

  String value(String column) {
    return values.getOrDefault(column, "");
  }

  /** An amount in cents, 0 when it is blank or none. */
  long cents(String column) {
    String text = value(column);
    if (!AMOUNT.matcher(text).matches()) {
      return 0;
    }
    int point = text.indexOf('.');
    if (point < 0) {
      return Long.parseLong(text) * 100;
    }
    String decimals = (text.substring(point + 1) + "0").substring(0, 2);
    return Long.parseLong(text.substring(0, point)) * 100 + Long.parseLong(decimals);
  }

  private boolean form(List<JsonMember> members) {
    List<String> names = new ArrayList<>();
    boolean strings = true;
    for (JsonMember each : members) {
      names.add(each.name().equals("overdue_cnt") ? "overdue_days" : each.name());
      if (each.kind() != JsonMember.Kind.STRING) {
        findings.found(ZhimaRule.ZM006, known(each.name()));
        strings = false;
      }
      if (each.text().chars().anyMatch(one -> one < ' ')) {
        findings.found(ZhimaRule.ZM022, known(each.name()));
      }
      values.put(names.get(names.size() - 1), each.text());
    }
    if (!names.equals(template.columns())) {
      findings.found(ZhimaRule.ZM005, "");
      return false;
    }
    return strings;
  }

  /** A column's name; a foreign one may say anything and is not repeated. */
  private String known(String name) {
    return template.columns().contains(name) ? name : "";
  }

  private void codes() {
    code("user_credentials_type", Set.of("", "0"));
    boolean card = value("user_credentials_type").equals("0");
    if (card && !value("user_credentials_no").isEmpty()) {
      require(
          IdentityCard.isValid(value("user_credentials_no")),
          ZhimaRule.ZM011,
          "user_credentials_no");
    }
    amount("create_amt");
    amount("overdue_amt");
    day("gmt_ovd_date");
    if (template == Template.V2) {
      code("scene_status", Set.of("", "0", "1", "2", "3", "4", "5", "6"));
      code("rectify_flag", Set.of("0", "1", "2", "3"));
      day("biz_date");
      day("installment_due_date");
    } else {
      code("biz_type", Set.of("", "1"));
      code("order_status", Set.of("", "01", "02", "03", "04"));
      day("gmt_pay");
    }
  }

  private void normal() {
    boolean rectifies = value("rectify_flag").equals("3");
    for (String each : rectifies ? with(new TreeSet<>(MANDATORY), MERCHANT) : MANDATORY) {
      require(!value(each).isEmpty(), ZhimaRule.ZM007, each);
    }
    String status = value("scene_status");
    require(!status.isEmpty(), ZhimaRule.ZM012, "scene_status");
    boolean amount = cents("overdue_amt") > 0;
    boolean date = !value("gmt_ovd_date").isEmpty();
    if (status.equals("1")) {
      require(amount, ZhimaRule.ZM015, "overdue_amt");
      require(date, ZhimaRule.ZM015, "gmt_ovd_date");
      notAfter("installment_due_date");
      notAfter("gmt_ovd_date");
    } else {
      require(!amount, ZhimaRule.ZM016, "overdue_amt");
      require(!date, ZhimaRule.ZM016, "gmt_ovd_date");
    }
  }

  private void notAfter(String column) {
    require(value(column).compareTo(value("biz_date")) <= 0, ZhimaRule.ZM017, column);
  }

  private void first() {
    for (String each : MANDATORY_V1) {
      require(!value(each).isEmpty(), ZhimaRule.ZM007, each);
    }
    boolean paidOut = value("order_status").equals("04");
    String days = value("overdue_days");
    require(
        paidOut ? COUNT.matcher(days).matches() : days.isEmpty(), ZhimaRule.ZM021, "overdue_days");
    String amount = value("overdue_amt");
    boolean late = !days.isEmpty() && !days.equals("0");
    boolean fits = paidOut ? late == cents("overdue_amt") > 0 : amount.isEmpty();
    require(fits && paidOut != amount.isEmpty(), ZhimaRule.ZM021, "overdue_amt");
  }

  private void exactly(Set<String> wanted, ZhimaRule rule) {
    for (String each : template.columns()) {
      require(wanted.contains(each) != value(each).isEmpty(), rule, each);
    }
  }

  private void code(String column, Set<String> codes) {
    require(codes.contains(value(column)), ZhimaRule.ZM010, column);
  }

  private void amount(String column) {
    String text = value(column);
    require(text.isEmpty() || AMOUNT.matcher(text).matches(), ZhimaRule.ZM009, column);
  }

  private void day(String column) {
    String text = value(column);
    boolean good = text.isEmpty() || text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    if (good && !text.isEmpty()) {
      try {
        good = LocalDate.parse(text).toString().equals(text);
      } catch (DateTimeParseException e) {
        good = false;
      }
    }
    require(good, ZhimaRule.ZM008, column);
  }

  private void require(boolean good, ZhimaRule rule, String column) {
    if (!good) {
      findings.found(rule, column);
    }
  }
}
