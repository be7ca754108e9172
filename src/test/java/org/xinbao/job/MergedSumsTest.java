package org.xinbao.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Merged accounts of the whole sample, recomputed from {@code assessments.csv} row by row: amounts
 * add up, the rest is of the worst loan; and the same bytes however the night is cut.
 */
class MergedSumsTest {

  private static final List<String> DATES = List.of("2026-10-30", "2026-10-31", "2026-11-30");

  private static final List<String> SUMS =
      List.of(
          "principal_balance",
          "overdue_total",
          "overdue_principal",
          "overdue_interest",
          "overdue_fee",
          "principal_1_30",
          "principal_31_60",
          "principal_61_90",
          "principal_91_180",
          "principal_over_180",
          "penalty_on_principal",
          "penalty_on_interest",
          "penalty_paid",
          "due_this_month",
          "paid_this_month",
          "unallocated");

  private static final List<String> WORST = List.of("days_past_due", "days_delinquent");

  private Nights run(Path folder, Path conf, String... options) {
    Nights nights = Nights.in(folder, options).withConf(conf);
    for (String date : DATES) {
      nights.publish(Nights.sample(date), date);
    }
    return nights;
  }

  @Test
  void accountsAddUpToTheirLoansAndPartitionsChangeNothing(@TempDir Path folder)
      throws IOException {
    Path conf = MergedAccountsNightTest.conf(folder.resolve("conf"));
    Nights one = run(folder.resolve("1"), conf, "--threads", "1", "--partitions", "1");
    Nights many = run(folder.resolve("7"), conf, "--threads", "2", "--partitions", "7");
    for (String date : DATES) {
      assertThat(Trees.hashes(many.published(date)))
          .as(date)
          .isEqualTo(Trees.hashes(one.published(date)));
      assertAccounts(one.published(date), date);
    }
  }

  private static void assertAccounts(Path published, String date) throws IOException {
    Map<String, List<Map<String, String>>> loans = new TreeMap<>();
    Map<String, Map<String, String>> assessed = new TreeMap<>();
    for (Map<String, String> each : Csv.rows(published.resolve("assessments.csv"))) {
      assessed.put(String.valueOf(each.get("loan_id")), each);
    }
    for (Map<String, String> each : Csv.rows(Nights.sample(date).resolve("loans.csv"))) {
      Map<String, String> row = assessed.get(String.valueOf(each.get("loan_id")));
      boolean under = !value(each, "facility_id").isEmpty();
      if ("SUIJIE".equals(each.get("product")) && under && row != null) {
        loans
            .computeIfAbsent(String.valueOf(each.get("facility_id")), none -> new ArrayList<>())
            .add(row);
      }
    }
    List<Map<String, String>> accounts = Csv.rows(published.resolve("accounts.csv"));
    assertThat(accounts.stream().map(each -> each.get("loan_id")))
        .containsExactlyElementsOf(loans.keySet());
    for (Map<String, String> account : accounts) {
      List<Map<String, String>> own = loans.getOrDefault(value(account, "loan_id"), List.of());
      for (String column : SUMS) {
        assertThat(new BigDecimal(value(account, column)))
            .as(account.get("loan_id") + " " + column)
            .isEqualTo(
                own.stream()
                    .map(each -> new BigDecimal(value(each, column)))
                    .reduce(new BigDecimal("0.00"), BigDecimal::add));
      }
      for (String column : WORST) {
        assertThat(Integer.parseInt(value(account, column)))
            .as(account.get("loan_id") + " " + column)
            .isEqualTo(
                own.stream()
                    .mapToInt(each -> Integer.parseInt(value(each, column)))
                    .max()
                    .orElse(-1));
      }
      assertThat(value(account, "repayment_status"))
          .as(String.valueOf(account.get("loan_id")))
          .isEqualTo(status(own));
    }
  }

  /** By the precedence of the contract, over the loans' own statuses. */
  private static String status(List<Map<String, String>> loans) {
    List<String> own = loans.stream().map(each -> value(each, "repayment_status")).toList();
    for (String each : List.of("B", "D", "7", "6", "5", "4", "3", "2", "1", "M", "N")) {
      if (own.contains(each)) {
        return each;
      }
    }
    boolean due = loans.stream().anyMatch(each -> !value(each, "due_this_month").equals("0.00"));
    return due ? "N" : "*";
  }

  private static String value(Map<String, String> row, String column) {
    return String.valueOf(row.get(column));
  }
}
