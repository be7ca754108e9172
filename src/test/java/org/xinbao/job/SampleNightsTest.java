package org.xinbao.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinbao.cli.Ended;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The three dates of the sample one after the other, as its README says they go. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleNightsTest {

  private static final List<String> DATES = List.of("2026-10-30", "2026-10-31", "2026-11-30");

  /** Contract section 4 and rulings C: the order of the columns is part of the contract. */
  private static final String ASSESSMENT_COLUMNS =
      "loan_id,business_date,product,account_status,principal_balance,first_overdue_on,"
          + "days_past_due,days_delinquent,bucket,instalments_overdue,overdue_total,"
          + "overdue_principal,overdue_interest,overdue_fee,principal_1_30,principal_31_60,"
          + "principal_61_90,principal_91_180,principal_over_180,penalty_on_principal,"
          + "penalty_on_interest,penalty_paid,due_this_month,paid_this_month,last_paid_on,"
          + "unallocated,five_class,repayment_status,adverse_since,adverse_settled_on,"
          + "retain_until,treatment,instalments_remaining,five_class_on,last_paid_amount,"
          + "cost_annual";

  private final Nights nights;
  private final Map<String, Ended> ended = new TreeMap<>();

  SampleNightsTest(@TempDir Path folder) {
    nights = Nights.in(folder);
  }

  @BeforeAll
  void runTheDatesInOrder() {
    for (String date : DATES) {
      ended.put(date, nights.runSample(date));
    }
  }

  @Test
  void theyEndAsTheReadmeSays() throws IOException {
    assertThat(DATES.stream().map(date -> end(date).code())).containsExactly(0, 10, 10);
    assertThat(end("2026-10-30").sentence())
        .startsWith("2026-10-30 published: 268 loans assessed, 27 records for the bureaux; open ")
        .endsWith("2026-10-30/reports/management-2026-10-30.xlsx.");
    assertThat(end("2026-10-31").sentence())
        .contains("0 rows rejected and 5 reports held")
        .endsWith("2026-10-31/held.csv.");
    nights.assertOutputHasOnly(DATES.toArray(String[]::new));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-10-30", "2026-10-31", "2026-11-30"})
  void theReportingPointsAreThoseWorkedOutByHand(String date) throws IOException {
    SortedMap<String, String> expected = new TreeMap<>();
    for (Map<String, String> row :
        Csv.rows(Path.of("src/test/resources/sample/expected-points.csv"))) {
      String point = String.valueOf(row.get(date));
      if (!point.isEmpty()) {
        expected.put(String.valueOf(row.get("loan_id")), point);
      }
    }
    Path published = nights.published(date);
    SortedMap<String, String> found = new TreeMap<>();
    for (PbocFiles.Sent each : PbocFiles.records(published)) {
      found.merge(each.loanId(), each.point(), (a, b) -> a + "+" + b);
    }
    for (Map<String, String> row : Csv.rows(published.resolve("held.csv"))) {
      // A report that waits since the month before is listed beside this month's: one mark for
      // both.
      String held = "held:" + row.get("code");
      found.merge(
          String.valueOf(row.get("loan_id")), held, (a, b) -> a.equals(b) ? a : a + "+" + b);
    }
    SortedMap<String, String> apart = new TreeMap<>();
    for (String loan : expected.keySet()) {
      if (!expected.get(loan).equals(found.getOrDefault(loan, ""))) {
        apart.put(loan, expected.get(loan) + " but was " + found.getOrDefault(loan, "nothing"));
      }
    }
    assertThat(apart).isEmpty();
    assertThat(found.keySet()).isEqualTo(expected.keySet());
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-10-30", "2026-10-31", "2026-11-30"})
  void everyFileOfTheContractIsThere(String date) throws IOException {
    Path published = nights.published(date);
    assertThat(Trees.hashes(published).keySet())
        .contains(
            "assessments.csv",
            "episodes.csv",
            "rejects.csv",
            "held.csv",
            "run.json",
            "reports/management-" + date + ".xlsx",
            "reports/run-" + date + ".html")
        .anyMatch(each -> each.startsWith("submissions/pboc/TEST0000000001"));
    assertThat(Trees.lines(published.resolve("assessments.csv")).get(0))
        .isEqualTo(ASSESSMENT_COLUMNS);
    assertThat(Trees.lines(published.resolve("rejects.csv")))
        .containsExactly("file,line,loan_id,column,code,message");
    assertThat(Trees.lines(published.resolve("held.csv")).get(0))
        .isEqualTo("loan_id,bureau,code,message,since");
    assertThat(Trees.lines(published.resolve("episodes.csv")).get(0))
        .isEqualTo(
            "loan_id,overdue_from,settled_on,worst_days_past_due,worst_overdue_total,"
                + "retain_until,state");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-10-30", "2026-10-31", "2026-11-30"})
  void rowsAreSortedAndComplete(String date) throws IOException {
    Path published = nights.published(date);
    // Loan ids of the sample are ASCII: the order of the text is that of its bytes.
    assertThat(Csv.column(published.resolve("assessments.csv"), "loan_id"))
        .doesNotHaveDuplicates()
        .isSorted()
        .containsExactlyInAnyOrderElementsOf(
            Csv.column(Nights.sample(date).resolve("loans.csv"), "loan_id"));
    assertThat(Csv.rows(published.resolve("episodes.csv")))
        .isSortedAccordingTo(byColumns("loan_id", "overdue_from"));
    assertThat(Csv.rows(published.resolve("held.csv")))
        .isSortedAccordingTo(byColumns("loan_id", "bureau", "code"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-10-30", "2026-10-31", "2026-11-30"})
  void theRunSaysWhatWasReadAndWritten(String date) throws IOException {
    Path published = nights.published(date);
    JsonNode run = JsonMapper.builder().build().readTree(published.resolve("run.json").toFile());
    assertThat(run.path("business_date").asString()).isEqualTo(date);
    JsonNode counts = run.path("counts");
    long assessments = Csv.rows(published.resolve("assessments.csv")).size();
    assertThat(counts.path("loans_assessed").asLong()).isEqualTo(assessments);
    assertThat(counts.path("loans_in").asLong())
        .isEqualTo(counts.path("loans_assessed").asLong() + counts.path("loans_rejected").asLong());
    assertThat(counts.path("held").asLong())
        .isEqualTo(Csv.rows(published.resolve("held.csv")).size());
    assertThat(counts.path("adverse_records").asLong())
        .isEqualTo(Csv.rows(published.resolve("episodes.csv")).size());
    assertThat(accounts(run.path("submissions")).path("records").asLong())
        .isEqualTo(PbocFiles.records(published).size());
    JsonNode both = accounts(run.path("reconciliation"));
    assertThat(both.path("files")).isEqualTo(both.path("assessments"));
    assertThat(both.path("difference_balance").asLong()).isZero();
    assertThat(both.path("difference_overdue").asLong()).isZero();
    long balance = 0;
    for (PbocFiles.Sent each : PbocFiles.records(published)) {
      balance += Long.parseLong(each.item("AcctBal"));
    }
    assertThat(both.path("assessments").path("balance").asLong()).isEqualTo(balance);
    assertThat(cents(run.path("totals").path("principal_balance").asString()))
        .isEqualTo(sum(published, "principal_balance"));
    assertThat(cents(run.path("totals").path("overdue_total").asString()))
        .isEqualTo(sum(published, "overdue_total"));

    SortedMap<String, String> listed = new TreeMap<>();
    for (JsonNode each : run.path("outputs")) {
      String path = each.path("path").asString();
      listed.put(path, each.path("sha256").asString());
      assertThat(Files.size(published.resolve(path))).isEqualTo(each.path("bytes").asLong());
    }
    SortedMap<String, String> written = Trees.hashes(published);
    written.remove("run.json");
    assertThat(listed).isEqualTo(written);
    assertThat(run.path("input").path("manifest_sha256").asString())
        .isEqualTo(Trees.sha256(Files.readAllBytes(Nights.sample(date).resolve("manifest.json"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-10-30", "2026-10-31", "2026-11-30"})
  void runningAPublishedDateAgainChangesNothing(String date) throws IOException {
    SortedMap<String, String> output = Trees.hashes(nights.output());
    SortedMap<String, String> states = Trees.hashes(nights.home().resolve("state"));
    Ended again = nights.runSample(date);
    assertThat(again.code()).isEqualTo(end(date).code());
    assertThat(again.sentence()).isEqualTo(end(date).sentence());
    assertThat(Trees.hashes(nights.output())).isEqualTo(output);
    assertThat(Trees.hashes(nights.home().resolve("state"))).isEqualTo(states);
    nights.assertOutputHasOnly(DATES.toArray(String[]::new));
  }

  /**
   * A record that the night tells nobody of: no name, id number or phone leaves the bureau files.
   */
  @Test
  void noPersonIsNamedOutsideTheBureauFilesAndTheWorkbook() throws IOException {
    List<String> personal = new ArrayList<>();
    for (Map<String, String> loan : Csv.rows(Nights.sample("2026-10-31").resolve("loans.csv"))) {
      personal.add(String.valueOf(loan.get("id_number")));
    }
    Path published = nights.published("2026-10-31");
    for (String file :
        List.of(
            "assessments.csv",
            "episodes.csv",
            "held.csv",
            "run.json",
            "reports/run-2026-10-31.html")) {
      assertThat(Files.readString(published.resolve(file))).doesNotContain("测试");
      for (String each : personal) {
        assertThat(Files.readString(published.resolve(file))).doesNotContain(each);
      }
    }
    assertThat(Files.readString(nights.home().resolve("logs/xinbao.log"))).doesNotContain("测试");
  }

  private Ended end(String date) {
    return ended.getOrDefault(date, new Ended(-1, List.of()));
  }

  private static Comparator<Map<String, String>> byColumns(String... columns) {
    return Comparator.comparing(
        row -> String.join(",", Stream.of(columns).map(column -> row.get(column)).toList()));
  }

  private static long sum(Path published, String column) throws IOException {
    return Csv.column(published.resolve("assessments.csv"), column).stream()
        .mapToLong(SampleNightsTest::cents)
        .sum();
  }

  /** The entry of a list of {@code run.json} that is about record 210. */
  private static JsonNode accounts(JsonNode list) {
    for (JsonNode each : list) {
      if (each.path("record_type").asString().equals("210")) {
        return each;
      }
    }
    throw new AssertionError("no entry about record 210");
  }

  private static long cents(String amount) {
    return Long.parseLong(amount.replace(".", ""));
  }
}
