package org.xinbao.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinbao.treatment.TreatmentStep;

/** The files about treatment of one night, recomputed from its other outputs and the export. */
class TreatmentNightTest {

  private static final String DATE = "2026-10-31";

  /** Days past due of restrict by product, as products.yaml of the sample has them. */
  private static final Map<String, Integer> RESTRICT =
      Map.of("JIEBEI", 30, "XIAOFEI", 31, "SUIJIE", 30, "XUNHUAN", 15);

  @TempDir
  @SuppressWarnings("NullAway.Init")
  static Path folder;

  private static Path out = Path.of("");
  private static List<Map<String, String>> treatment = List.of();
  private static final Map<String, Map<String, String>> LOANS = new HashMap<>();
  private static final Map<String, Map<String, String>> ASSESSMENTS = new HashMap<>();

  /** Two loans of one customer are joined, and contacts of the day and the day before added. */
  @BeforeAll
  static void night() throws IOException {
    TestLedger ledger = TestLedger.sample(DATE, folder.resolve("in"));
    ledger.rows("loans.csv", TreatmentNightTest::withSharedCustomers);
    List<String> overdue = overdueOfSample();
    ledger.write(
        "contacts.csv",
        List.of(
            "loan_id,contacted_at,channel,connected",
            overdue.get(0) + ",2026-10-31T10:00:00,PHONE,1",
            overdue.get(0) + ",2026-10-31T11:00:00,PHONE,1",
            overdue.get(0) + ",2026-10-31T12:00:00,PHONE,1",
            overdue.get(0) + ",2026-10-31T13:00:00,PHONE,1",
            last(overdue) + ",2026-10-30T23:00:00,PHONE,1",
            last(overdue) + ",2026-10-31T22:00:00,SMS,0"));
    out = Nights.in(folder).publish(ledger.seal(), DATE);
    treatment = Csv.rows(out.resolve("treatment.csv"));
    for (Map<String, String> row : Csv.rows(ledger.folder().resolve("loans.csv"))) {
      LOANS.put(row.get("loan_id"), row);
    }
    for (Map<String, String> row : Csv.rows(out.resolve("assessments.csv"))) {
      ASSESSMENTS.put(row.get("loan_id"), row);
    }
  }

  /** Every loan belongs to the customer of the loan before it, two by two. */
  private static List<String> withSharedCustomers(List<String> rows) {
    List<String> changed = new ArrayList<>();
    String customer = "";
    for (int i = 0; i < rows.size(); i++) {
      String[] fields = rows.get(i).split(",", 3);
      customer = i % 2 == 0 ? fields[1] : customer;
      changed.add(fields[0] + "," + customer + "," + fields[2]);
    }
    return changed;
  }

  private static List<String> overdueOfSample() throws IOException {
    Path first = Nights.in(folder.resolve("first")).publish(Nights.sample(DATE), DATE);
    return Csv.column(first.resolve("worklist.csv"), "loan_id");
  }

  private static TreatmentStep step(Map<String, String> assessment) {
    return TreatmentStep.valueOf(String.valueOf(assessment.get("treatment")));
  }

  private static Map<String, String> of(
      Map<String, Map<String, String>> byLoan, Map<String, String> row) {
    return Objects.requireNonNull(byLoan.get(row.get("loan_id")));
  }

  private static String customerOf(String loan) {
    return String.valueOf(of(LOANS, Map.of("loan_id", loan)).get("customer_id"));
  }

  private static int restrictFrom(Map<String, String> row) {
    return Objects.requireNonNull(RESTRICT.get(row.get("product")));
  }

  /** The naive way: a loan restricts when it owes overdue and its latest record reached 30 days. */
  private static Set<String> restricted() throws IOException {
    Map<String, Integer> worst = new HashMap<>();
    for (Map<String, String> row : Csv.rows(out.resolve("episodes.csv"))) {
      worst.put(row.get("loan_id"), Integer.parseInt(row.get("worst_days_past_due")));
    }
    Set<String> customers = new HashSet<>();
    ASSESSMENTS.forEach(
        (loan, row) -> {
          boolean owes = new BigDecimal(row.get("overdue_total")).signum() > 0;
          boolean sold = "TRANSFERRED".equals(row.get("account_status"));
          if (owes && !sold && worst.getOrDefault(loan, 0) >= restrictFrom(row)) {
            customers.add(customerOf(loan));
          }
        });
    return customers;
  }

  @Test
  void everyLoanOfTheWorklistIsThereWithItsCustomersFurthestStep() throws IOException {
    Map<String, TreatmentStep> furthest = new HashMap<>();
    ASSESSMENTS.forEach(
        (loan, row) ->
            furthest.merge(customerOf(loan), step(row), (a, b) -> a.compareTo(b) > 0 ? a : b));
    Set<String> repayOnly = restricted();

    assertThat(treatment.stream().map(row -> row.get("loan_id")))
        .containsAll(Csv.column(out.resolve("worklist.csv"), "loan_id"));
    assertThat(repayOnly).isNotEmpty();
    for (Map<String, String> row : treatment) {
      String customer = String.valueOf(row.get("customer_id"));
      Map<String, String> assessment = of(ASSESSMENTS, row);
      assertThat(of(LOANS, row)).containsEntry("customer_id", customer);
      assertThat(row)
          .containsEntry("step", assessment.get("treatment"))
          .containsEntry("days_past_due", assessment.get("days_past_due"))
          .containsEntry("overdue_total", assessment.get("overdue_total"))
          .containsEntry("customer_step", String.valueOf(furthest.get(customer)))
          .containsEntry("repay_only", repayOnly.contains(customer) ? "1" : "0");
    }
    assertThat(treatment)
        .anyMatch(row -> !Objects.equals(row.get("step"), row.get("customer_step")));
    assertThat(treatment)
        .isSortedAccordingTo(
            Comparator.<Map<String, String>, String>comparing(row -> row.get("customer_id"))
                .thenComparing(row -> row.get("loan_id")));
  }

  @Test
  void contactsBeyondTheLimitsAreFound() throws IOException {
    List<String> overdue = Csv.column(out.resolve("worklist.csv"), "loan_id");

    assertThat(rowOf(overdue.get(0))).containsEntry("contact_findings", "TOO_MANY_CONNECTED");
    assertThat(rowOf(last(overdue)))
        .containsEntry("tries", "1")
        .containsEntry("contact_findings", "OUTSIDE_HOURS");
  }

  private static String last(List<String> loans) {
    return loans.get(loans.size() - 1);
  }

  private static Map<String, String> rowOf(String loan) {
    return treatment.stream()
        .filter(row -> loan.equals(row.get("loan_id")))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void counselGetsEveryLoanInLegalReviewAndNoThirdPerson() throws IOException {
    List<Map<String, String>> review = Csv.rows(out.resolve("legal-review.csv"));

    assertThat(review.stream().map(row -> row.get("loan_id")))
        .containsExactlyElementsOf(
            Csv.rows(out.resolve("assessments.csv")).stream()
                .filter(row -> step(row) == TreatmentStep.LEGAL_REVIEW)
                .map(row -> row.get("loan_id"))
                .toList());
    assertThat(review).isNotEmpty();
    for (Map<String, String> row : review) {
      Map<String, String> a = of(ASSESSMENTS, row);
      assertThat(new BigDecimal(row.get("claim_total")))
          .isEqualByComparingTo(
              new BigDecimal(a.get("principal_balance"))
                  .add(new BigDecimal(a.get("overdue_interest")))
                  .add(new BigDecimal(a.get("overdue_fee")))
                  .add(new BigDecimal(a.get("penalty_on_principal")))
                  .add(new BigDecimal(a.get("penalty_on_interest"))));
      assertThat(row).containsEntry("borrower_name", of(LOANS, row).get("borrower_name"));
    }
    String all = Files.readString(out.resolve("legal-review.csv"));
    for (String guarantor : Csv.column(folder.resolve("in/guarantees.csv"), "id_number")) {
      assertThat(all).doesNotContain(guarantor);
    }
  }

  @Test
  void everyBorrowerWhoMustBeToldGetsOneText() throws IOException {
    Set<String> customers = new HashSet<>();
    for (String loan : Csv.column(out.resolve("notices-to-send.csv"), "loan_id")) {
      customers.add(customerOf(loan));
    }
    List<Map<String, String>> notices = Csv.rows(out.resolve("adverse-notices.csv"));

    assertThat(notices.stream().map(row -> row.get("customer_id")))
        .containsExactlyInAnyOrderElementsOf(customers);
    for (Map<String, String> row : notices) {
      assertThat(row.get("text"))
          .startsWith(row.get("borrower_name") + "：截至2026-10-31")
          .contains(row.get("loan_ids"), row.get("overdue_total"))
          .doesNotContain("{");
    }
  }
}
