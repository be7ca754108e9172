package org.xinbao.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinbao.store.TestDatabases.NOW;
import static org.xinbao.store.TestDatabases.input;
import static org.xinbao.store.TestDatabases.publish;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xinbao.arrears.Day;
import org.xinbao.bureau.Held;
import org.xinbao.ledger.Reject;
import org.xinbao.ledger.RejectCode;

/** What a run lists, and what is kept about products, dates and the home. */
class ListsTest {

  private static final int DAY = Day.parse("2026-10-31");

  private final Path home;

  ListsTest(@TempDir Path home) {
    this.home = home;
  }

  @ParameterizedTest
  @EnumSource
  void aListIsReadInTheOrderInWhichItWasWritten(DatabaseProduct product) {
    try (Database database = TestDatabases.open(product, home)) {
      RejectedRows rejected = new RejectedRows(database);
      long run = new Runs(database).start(input("2026-10-31", 1), NOW);
      List<Reject> all = new ArrayList<>();
      for (int line = 12_000; line > 0; line--) {
        all.add(reject("L" + line % 7, line));
      }
      assertThat(rejected.record(run, all.iterator())).isEqualTo(12_000);
      assertThat(rejected.record(run, all.iterator())).as("again").isEqualTo(12_000);
      assertThat(rejected.read(run)).toIterable().containsExactlyElementsOf(all);
      assertThat(rejected.ofLoan("L3")).as("not published").isEmpty();
      publish(database, run);
      assertThat(rejected.ofLoan("L3"))
          .containsExactlyElementsOf(
              all.stream().filter(each -> each.loanId().equals("L3")).toList());
    }
  }

  @ParameterizedTest
  @EnumSource
  void heldReportsAndDifferencesAreKeptByRun(DatabaseProduct product) {
    try (Database database = TestDatabases.open(product, home)) {
      HeldReports held = new HeldReports(database);
      LedgerDifferences differences = new LedgerDifferences(database);
      Held first = new Held("L1", "pboc", "NO_NOTICE", "No notice was sent.", DAY, DAY - 1);
      Held second = new Held("L2", "pboc", "NO_NOTICE", "未告知", DAY, DAY);
      LedgerDifference difference = new LedgerDifference("L1", "T1", "SPLIT_FEE", -5, 1_000);
      long run = new Runs(database).start(input("2026-10-30", 1), NOW);
      long next = new Runs(database).start(input("2026-10-31", 1), NOW);
      held.record(run, List.of(first).iterator());
      differences.record(run, List.of(difference).iterator());
      publish(database, run);
      held.record(next, List.of(first, second).iterator());
      publish(database, next);
      assertThat(held.read(run)).toIterable().containsExactly(first);
      assertThat(held.read(next)).toIterable().containsExactly(first, second);
      assertThat(held.ofLoan("L1")).containsExactly(first, first);
      assertThat(held.ofLoan("L2")).containsExactly(second);
      assertThat(differences.read(run)).toIterable().containsExactly(difference);
      assertThat(differences.read(next)).toIterable().isEmpty();
      assertThat(differences.ofLoan("L1")).containsExactly(difference);
    }
  }

  @ParameterizedTest
  @EnumSource
  void rulesOfAProductAreThoseOfItsLatestPublication(DatabaseProduct product) {
    try (Database database = TestDatabases.open(product, home)) {
      PublishedRules rules = new PublishedRules(database);
      long run = new Runs(database).start(input("2026-10-30", 1), NOW);
      rules.record(run, "JIEBEI", Map.of("day-count", "ACT_360", "grace.days", "0"), "");
      rules.record(run, "OTHER", Map.of("day-count", "ACT_365F"), "");
      assertThat(rules.find("JIEBEI")).isEmpty();
      publish(database, run);
      long next = new Runs(database).start(input("2026-10-31", 1), NOW);
      // All of them are written again: a rule that is gone is not in force any more.
      rules.record(next, "JIEBEI", Map.of("day-count", "ACT_360", "penalty.base", "NONE"), "更正");
      publish(database, next);
      assertThat(rules.find("JIEBEI"))
          .isEqualTo(Map.of("day-count", "ACT_360", "penalty.base", "NONE"));
      assertThat(rules.find("OTHER")).isEqualTo(Map.of("day-count", "ACT_365F"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void skippedDatesAreListedOncePublished(DatabaseProduct product) {
    try (Database database = TestDatabases.open(product, home)) {
      SkippedDates skipped = new SkippedDates(database);
      SkippedDates.Skipped month = new SkippedDates.Skipped(DAY, "2026-10");
      SkippedDates.Skipped plain = new SkippedDates.Skipped(DAY - 1, "");
      long run = new Runs(database).start(input("2026-11-01", 1), NOW);
      skipped.record(run, List.of(month, plain));
      assertThat(skipped.list()).isEmpty();
      publish(database, run);
      assertThat(skipped.list()).containsExactly(plain, month);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aHomeBelongsToTheInstitutionThatCameFirst(DatabaseProduct product) {
    try (Database database = TestDatabases.open(product, home)) {
      HomeIdentity identity = new HomeIdentity(database);
      assertThat(identity.claim("TEST0000000001")).isEqualTo("TEST0000000001");
      assertThat(identity.claim("TEST0000000002")).isEqualTo("TEST0000000001");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aDiscardedRunLeavesNoRow(DatabaseProduct product) {
    try (Database database = TestDatabases.open(product, home)) {
      long run = new Runs(database).start(input("2026-10-31", 1), NOW);
      List<Reject> many = new ArrayList<>();
      for (int line = 1; line <= 11_000; line++) {
        many.add(reject("", line));
      }
      new RejectedRows(database).record(run, many.iterator());
      new PublishedRules(database).record(run, "JIEBEI", Map.of("a", "b"), "");
      new SkippedDates(database).record(run, List.of(new SkippedDates.Skipped(DAY, "")));
      List<RegisterChange> removals = new ArrayList<>();
      for (int number = 0; number < 11_000; number++) {
        removals.add(new RegisterChange.Remove("L" + number, DAY));
      }
      new Register(database).record(run, removals.iterator());
      new Runs(database).discard(run);
      for (String table : RunRows.tables()) {
        assertThat(
                database
                    .sql()
                    .sql("SELECT COUNT(*) FROM " + table)
                    .query((row, number) -> row.getInt(1))
                    .single())
            .as(table)
            .isZero();
      }
    }
  }

  private static Reject reject(String loanId, int line) {
    return new Reject(
        "loans.csv", line, loanId, "principal", RejectCode.BAD_VALUE, "principal is no amount.");
  }
}
