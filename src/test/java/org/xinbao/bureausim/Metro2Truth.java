package org.xinbao.bureausim;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The base segment of a first report as a function of {@code assessments.csv} and the export: the
 * table of {@code src/docs/bureaux.md}, written once more. Amount past due and date of first
 * delinquency, which go by instalments, are looked at by themselves.
 */
final class Metro2Truth {

  private static final List<String> BANDS = List.of("11", "71", "78", "80", "82", "83", "84");

  static final List<String> DUE_DATE_IS_ONE = List.of("SUIJIE");

  private Metro2Truth() {}

  static Map<String, String> base(Row figures, Row loan, Row borrower, @Nullable Row facility) {
    boolean line = facility != null;
    String status = status(figures, loan);
    boolean ended = List.of("13", "64", "05").contains(status);
    LocalDate lastPaid = figures.date("last_paid_on").orElse(LocalDate.MIN);
    Map<String, String> base = new LinkedHashMap<>();
    base.put("Processing Indicator", "1");
    base.put("Time Stamp", "10312026235959");
    base.put("Correction Indicator", "0");
    base.put("Identification Number", "TEST0000000001");
    base.put("Consumer Account Number", loan.get("loan_id"));
    base.put("Portfolio Type", line ? "C" : "I");
    base.put("Account Type", line ? "15" : "01");
    base.put("Date Opened", day(loan.get("opened_on")));
    base.put("Credit Limit", nine(facility == null ? 0 : whole(facility.amount("credit_limit"))));
    base.put("Highest Credit", nine(whole(loan.amount("principal"))));
    base.put(
        "Terms Duration",
        line ? "LOC" : String.format(Locale.ROOT, "%03d", Integer.valueOf(loan.get("terms"))));
    base.put("Terms Frequency", "M");
    base.put(
        "Scheduled Monthly Payment Amount",
        nine(ended || status.equals("97") ? 0 : whole(figures.amount("due_this_month"))));
    base.put("Actual Payment Amount", nine(whole(figures.amount("paid_this_month"))));
    base.put("Account Status", status);
    base.put("Payment History Profile", "B".repeat(24));
    base.put("Current Balance", nine(ended ? 0 : whole(balance(figures))));
    base.put(
        "Date Last Payment",
        figures.date("last_paid_on").isEmpty() ? "00000000" : day(lastPaid.toString()));
    base.put("Interest Type Indicator", "F");
    base.put("Surname", borrower.get("surname"));
    base.put("First Name", borrower.get("first_name"));
    base.put("Middle Name", "");
    base.put("Generation Code", "");
    base.put("Social Security Number", "000000000");
    base.put("Date Birth", day(borrower.get("born_on")));
    base.put("Telephone Number", borrower.get("phone"));
    base.put("Consumer Information Indicator", "");
    base.put("Country Code", "US");
    base.put("First Line Address", borrower.get("address1"));
    base.put("Second Line Address", "");
    base.put("City", "TESTVILLE");
    base.put("State", "CA");
    base.put("Zip Code", "00000");
    base.put("Address Indicator", "");
    base.put("Residence Code", "");
    return base;
  }

  private static String status(Row figures, Row loan) {
    boolean owes = balance(figures).signum() > 0;
    return switch (figures.get("account_status")) {
      case "CLOSED" -> "13";
      case "TRANSFERRED" -> "05";
      case "WRITTEN_OFF" -> owes ? "97" : "64";
      default -> BANDS.get(Math.min(6, days(figures, loan) / 30));
    };
  }

  /** Rulings 41; which products count the due date as day 1 stands in products.yaml. */
  static int days(Row figures, Row loan) {
    int less = DUE_DATE_IS_ONE.contains(loan.get("product")) ? 1 : 0;
    return Math.max(0, Integer.parseInt(figures.get("days_delinquent")) - less);
  }

  private static BigDecimal balance(Row figures) {
    return figures
        .amount("principal_balance")
        .add(figures.amount("overdue_total"))
        .subtract(figures.amount("overdue_principal"));
  }

  static long whole(BigDecimal amount) {
    return amount.setScale(0, RoundingMode.DOWN).longValueExact();
  }

  private static String nine(long amount) {
    return String.format(Locale.ROOT, "%09d", amount);
  }

  private static String day(String iso) {
    return iso.substring(5, 7) + iso.substring(8) + iso.substring(0, 4);
  }
}
