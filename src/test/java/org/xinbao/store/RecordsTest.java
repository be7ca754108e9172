package org.xinbao.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinbao.store.TestDatabases.NOW;
import static org.xinbao.store.TestDatabases.input;
import static org.xinbao.store.TestDatabases.publish;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xinbao.arrears.AdverseRecord;
import org.xinbao.arrears.Day;
import org.xinbao.bureau.QueuedReport;
import org.xinbao.ledger.DecisionRow;
import org.xinbao.ledger.NoticeRow;
import org.xinbao.retention.RecordState;
import org.xinbao.retention.RetainedRecord;

/** Rows by loan: what a run writes counts once it is published, whatever else happened before. */
class RecordsTest {

  private static final long SEED = Long.getLong("xinbao.test.seed", 20261031L);
  private static final int DAY = Day.parse("2026-10-31");

  private final Path home;

  RecordsTest(@TempDir Path home) {
    this.home = home;
  }

  private record Key(String loanId, int overdueFrom) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int order = loanId.compareTo(other.loanId);
      return order != 0 ? order : Integer.compare(overdueFrom, other.overdueFrom);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theRegisterEqualsANaiveMapThroughPublishedFailedAndDiscardedRuns(DatabaseProduct product) {
    try (Database database = TestDatabases.open(product, home)) {
      Random random = new Random(SEED);
      Runs runs = new Runs(database);
      Register register = new Register(database);
      SortedMap<Key, RegisterEntry> naive = new TreeMap<>();
      for (int round = 0; round < 10; round++) {
        String date = Day.format(DAY + round);
        long run = runs.start(input(date, 1), NOW);
        register.record(run, changes(naive, new TreeMap<>(), random).iterator());
        assertThat(read(register)).as("seed %d, before %s", SEED, date).isEqualTo(values(naive));
        if (random.nextInt(3) == 0) {
          runs.discard(run);
          assertThat(read(register)).as("seed %d, not %s", SEED, date).isEqualTo(values(naive));
          continue;
        }
        // The step is repeated after a restart: it replaces what it wrote.
        runs.resume(run);
        SortedMap<Key, RegisterEntry> next = new TreeMap<>(naive);
        register.record(run, changes(naive, next, random).iterator());
        publish(database, run);
        naive = next;
        assertThat(read(register)).as("seed %d, %s", SEED, date).isEqualTo(values(naive));
        if (random.nextBoolean()) {
          runs.tidy();
          assertThat(read(register)).as("seed %d, tidied %s", SEED, date).isEqualTo(values(naive));
        }
      }
      runs.tidy();
      assertThat(count(database, "adverse_record"))
          .as("seed %d: replaced and removed rows are gone", SEED)
          .isEqualTo(naive.size());
      String middle = loan(3_000);
      List<String> upper = new ArrayList<>();
      LoanRows<RegisterEntry> rows = register.read(new LoanRange(middle, loan(4_000)));
      for (Optional<String> loan = rows.nextLoan(); loan.isPresent(); loan = rows.nextLoan()) {
        upper.add(loan.get());
        assertThat(rows.take(loan.get())).isNotEmpty();
      }
      assertThat(upper)
          .containsExactlyElementsOf(
              naive.keySet().stream()
                  .map(Key::loanId)
                  .filter(id -> id.compareTo(middle) >= 0 && id.compareTo(loan(4_000)) < 0)
                  .distinct()
                  .toList());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRunResumedAfterAnotherCountsByItsPublication(DatabaseProduct product) {
    try (Database database = TestDatabases.open(product, home)) {
      Runs runs = new Runs(database);
      Register register = new Register(database);
      RegisterEntry early = entry("L1", DAY, 1);
      RegisterEntry late = entry("L1", DAY, 2);
      long first = runs.start(input("2026-10-31", 1), NOW);
      long second = runs.start(input("2026-11-01", 1), NOW);
      register.record(second, List.<RegisterChange>of(put(early)).iterator());
      publish(database, second);
      register.record(first, List.<RegisterChange>of(put(late)).iterator());
      publish(database, first);
      assertThat(read(register)).containsExactly(late);
      runs.tidy();
      assertThat(read(register)).containsExactly(late);
      assertThat(count(database, "adverse_record")).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aLoanWithMoreRowsThanAPageIsReadWhole(DatabaseProduct product) {
    try (Database database = TestDatabases.open(product, home)) {
      Notices notices = new Notices(database);
      long run = new Runs(database).start(input("2026-10-31", 1), NOW);
      List<NoticeRow> all = new ArrayList<>();
      for (int day = 0; day < 7_000; day++) {
        all.add(new NoticeRow("L2", "SMS", DAY - day));
      }
      all.add(new NoticeRow("L1", "SMS", DAY));
      all.add(new NoticeRow("L1", "CALL", DAY));
      all.add(new NoticeRow("L3", "短信", DAY));
      notices.record(run, all.iterator());
      assertThat(notices.read(LoanRange.ALL).nextLoan()).isEmpty();
      publish(database, run);
      LoanRows<NoticeRow> rows = notices.read(LoanRange.ALL);
      assertThat(rows.take("L0")).isEmpty();
      assertThat(rows.take("L1"))
          .containsExactly(new NoticeRow("L1", "CALL", DAY), new NoticeRow("L1", "SMS", DAY));
      assertThat(rows.take("L2")).hasSize(7_000);
      assertThat(rows.take("L25")).isEmpty();
      assertThat(rows.nextLoan()).contains("L3");
      assertThat(rows.take("L3")).containsExactly(new NoticeRow("L3", "短信", DAY));
      assertThat(rows.take("L4")).isEmpty();
      LoanRows<NoticeRow> passing = notices.read(LoanRange.ALL);
      assertThat(passing.take("L3")).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aNoticeWrittenByTwoRunsIsOne(DatabaseProduct product) {
    try (Database database = TestDatabases.open(product, home)) {
      Notices notices = new Notices(database);
      NoticeRow notice = new NoticeRow("L1", "SMS", DAY);
      for (String date : List.of("2026-10-30", "2026-10-31")) {
        long run = new Runs(database).start(input(date, 1), NOW);
        notices.record(run, List.of(notice).iterator());
        publish(database, run);
      }
      assertThat(notices.read(LoanRange.ALL).take("L1")).containsExactly(notice);
    }
  }

  @ParameterizedTest
  @EnumSource
  void loanIdsSortByBytesOnBothDatabases(DatabaseProduct product) {
    try (Database database = TestDatabases.open(product, home)) {
      Notices notices = new Notices(database);
      long run = new Runs(database).start(input("2026-10-31", 1), NOW);
      List<String> ids = List.of("1", "10", "1A", "1a", "2", "A", "A1", "AA", "Z", "a", "aB", "b");
      notices.record(run, ids.stream().map(id -> new NoticeRow(id, "SMS", DAY)).iterator());
      publish(database, run);
      List<String> read = new ArrayList<>();
      LoanRows<NoticeRow> rows = notices.read(LoanRange.ALL);
      while (rows.nextLoan().isPresent()) {
        String loan = rows.nextLoan().orElseThrow();
        read.add(loan);
        rows.take(loan);
      }
      assertThat(read).containsExactlyElementsOf(ids);
    }
  }

  @ParameterizedTest
  @EnumSource
  void decisionsAreKnownByIdAndNumberedAsTheyCame(DatabaseProduct product) {
    try (Database database = TestDatabases.open(product, home)) {
      Decisions decisions = new Decisions(database);
      assertThat(decisions.lastNumber()).isZero();
      DecisionRow hold = decision("D1", "L1", "");
      DecisionRow dispute = decision("D2", "L1", "含 ; = % &");
      long first = new Runs(database).start(input("2026-10-30", 1), NOW);
      decisions.record(first, List.of(hold).iterator());
      assertThat(decisions.findContentSha256("D1")).isEmpty();
      publish(database, first);
      long known = decisions.lastNumber();
      long second = new Runs(database).start(input("2026-10-31", 1), NOW);
      decisions.record(second, List.of(dispute).iterator());
      assertThat(decisions.lastNumber()).isEqualTo(known);
      publish(database, second);
      assertThat(decisions.lastNumber()).isGreaterThan(known);
      assertThat(decisions.findContentSha256("D1")).contains(Decisions.contentSha256(hold));
      assertThat(decisions.findContentSha256("D3")).isEmpty();
      assertThat(decisions.read(LoanRange.ALL).take("L1")).containsExactly(hold, dispute);
      assertThat(decisions.read(LoanRange.ALL, known).take("L1")).containsExactly(hold);
      assertThat(Decisions.contentSha256(hold))
          .isEqualTo(Decisions.contentSha256(decision("D1", "L1", "")))
          .isNotEqualTo(Decisions.contentSha256(decision("D1", "L2", "")))
          .isNotEqualTo(Decisions.contentSha256(decision("D1", "L1", "x")));
    }
  }

  @ParameterizedTest
  @EnumSource
  void theQueueForgetsWhatWasSent(DatabaseProduct product) {
    try (Database database = TestDatabases.open(product, home)) {
      ReportQueue queue = new ReportQueue(database);
      QueueEntry september = queued("pboc", "2026-09-30", "NO_NOTICE");
      QueueEntry october = queued("pboc", "2026-10-31", "NO_NOTICE");
      QueueEntry other = queued("baihang", "2026-10-31", "NO_MOBILE");
      long first = new Runs(database).start(input("2026-10-31", 1), NOW);
      queue.record(
          first,
          List.<QueueChange>of(
                  new QueueChange.Put(october),
                  new QueueChange.Put(september),
                  new QueueChange.Put(other))
              .iterator());
      publish(database, first);
      assertThat(queue.read(LoanRange.ALL).take("L1")).containsExactly(other, september, october);
      QueueEntry disputed = queued("baihang", "2026-10-31", "DISPUTE");
      long second = new Runs(database).start(input("2026-11-01", 1), NOW);
      queue.record(
          second,
          List.<QueueChange>of(
                  new QueueChange.Remove("L1", "pboc", Day.parse("2026-09-30")),
                  new QueueChange.Put(disputed))
              .iterator());
      publish(database, second);
      assertThat(queue.read(LoanRange.ALL).take("L1")).containsExactly(disputed, october);
      new Runs(database).tidy();
      assertThat(queue.read(LoanRange.ALL).take("L1")).containsExactly(disputed, october);
      assertThat(count(database, "queued_report")).isEqualTo(2);
    }
  }

  private static List<RegisterChange> changes(
      SortedMap<Key, RegisterEntry> before, SortedMap<Key, RegisterEntry> next, Random random) {
    SortedMap<Key, RegisterChange> changes = new TreeMap<>();
    before
        .keySet()
        .forEach(
            key -> {
              if (random.nextInt(10) == 0) {
                changes.put(key, new RegisterChange.Remove(key.loanId(), key.overdueFrom()));
                next.remove(key);
              }
            });
    int size = random.nextInt(6) == 0 ? 5_500 : 200;
    for (int i = 0; i < size; i++) {
      RegisterEntry entry = entry(loan(random.nextInt(8_000)), DAY - random.nextInt(3), i);
      Key key = new Key(entry.loanId(), entry.overdueFrom());
      changes.put(key, put(entry));
      next.put(key, entry);
    }
    return List.copyOf(changes.values());
  }

  private static List<RegisterEntry> read(Register register) {
    List<RegisterEntry> all = new ArrayList<>();
    LoanRows<RegisterEntry> rows = register.read(LoanRange.ALL);
    for (Optional<String> loan = rows.nextLoan(); loan.isPresent(); loan = rows.nextLoan()) {
      all.addAll(rows.take(loan.get()));
    }
    return all;
  }

  private static List<RegisterEntry> values(SortedMap<Key, RegisterEntry> naive) {
    return List.copyOf(naive.values());
  }

  private static RegisterChange put(RegisterEntry entry) {
    return new RegisterChange.Put(entry);
  }

  private static RegisterEntry entry(String loanId, int overdueFrom, int number) {
    boolean open = number % 2 == 0;
    AdverseRecord record =
        new AdverseRecord(overdueFrom, open ? Day.NONE : overdueFrom + 40, number, 100L * number);
    RetainedRecord retained =
        new RetainedRecord(
            record,
            open ? Day.NONE : overdueFrom + 40,
            open ? Day.NONE : Day.plusYears(overdueFrom + 40, 5),
            open ? RecordState.UNPAID : RecordState.KEPT);
    return new RegisterEntry(loanId, retained, number % 5 == 0 ? "更正" : "", DAY, DAY + number % 3);
  }

  private static String loan(int number) {
    return "LN" + (10_000 + number);
  }

  private static QueueEntry queued(String bureau, String date, String code) {
    return new QueueEntry("L1", bureau, new QueuedReport(Day.parse(date), DAY, code));
  }

  private static DecisionRow decision(String id, String loanId, String value) {
    return new DecisionRow(
        id,
        loanId,
        DecisionRow.Kind.CORRECT,
        DAY,
        DAY - 1,
        Day.NONE,
        "reason",
        value.isEmpty() ? Map.of() : Map.of("segment", "H", "k=;y", value),
        "",
        "",
        "pboc");
  }

  private static int count(Database database, String table) {
    return database
        .sql()
        .sql("SELECT COUNT(*) FROM " + table)
        .query((row, number) -> row.getInt(1))
        .single();
  }
}
