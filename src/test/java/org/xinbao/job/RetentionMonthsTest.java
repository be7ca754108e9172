package org.xinbao.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinbao.arrears.AdverseRecord;
import org.xinbao.arrears.Assessment;
import org.xinbao.arrears.Day;
import org.xinbao.arrears.naive.NaiveArrears;
import org.xinbao.conf.ProductConf;
import org.xinbao.conf.Products;
import org.xinbao.conf.Settings;
import org.xinbao.ledger.ExportedLoan;
import org.xinbao.ledger.LedgerExport;
import org.xinbao.ledger.LedgerSettings;
import org.xinbao.ledger.LoanGroup;
import org.xinbao.ledger.LoanRange;
import org.xinbao.ledger.LoanReader;
import org.xinbao.retention.RetentionRule.ClockStart;

/**
 * Month-ends of a book through night, archive and retention: at each, the register is what a naive
 * reading of the whole history says, and nothing expired is left anywhere beyond its clock.
 *
 * <p>Records are kept for one year here, outputs for one year, so that all clocks run out within
 * the months. More: {@code -Dxinbao.test.retention.months=60 -Dxinbao.test.retention.loans=5000}.
 */
class RetentionMonthsTest {

  private static final int MONTHS = Integer.getInteger("xinbao.test.retention.months", 16);
  private static final int LOANS = Integer.getInteger("xinbao.test.retention.loans", 60);

  /** Instalments of a loan: so many months of openings are open together. */
  private static final int TERMS = 6;

  private static final long SEED = Long.getLong("xinbao.test.seed", 20_261_031);
  private static final int LAST = Day.parse("2026-10-31");
  private static final int IDENTITY_DAYS = 10;
  private static final int REGISTER_FILES_DAYS = 35;
  private static final int DAYS_IN_EXPORT = 62;

  private final Path folder;
  private final Nights nights;
  private final Products products;
  private final LedgerSettings ledgerSettings;

  /** The loans as the last export that has them shows them. */
  private final SortedMap<String, ExportedLoan> history = new TreeMap<>();

  /** Of loans that have left the exports, which do not change any more. */
  private final SortedMap<String, List<AdverseRecord>> settled = new TreeMap<>();

  private final Set<String> everListed = new HashSet<>();

  RetentionMonthsTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    Path conf =
        Deletions.conf(
            folder.resolve("conf"),
            "xinbao.yaml",
            "# identity-days: 90",
            "identity-days: " + IDENTITY_DAYS,
            "xinbao.yaml",
            "# outputs-years: 5",
            "outputs-years: 1",
            "xinbao.yaml",
            "# archive-years: 10",
            "archive-years: 1",
            "products.yaml",
            "retention: {years: 5",
            "retention: {years: 1",
            // Without penalty the sums of the book are right to the cent whenever they are paid.
            "products.yaml",
            "rate-multiplier: 1.5",
            "annual-rate: 0",
            "products.yaml",
            "rate-multiplier: 1.3",
            "annual-rate: 0");
    nights = Nights.in(folder).withConf(conf);
    Settings settings = Settings.read(conf);
    products = Products.read(conf);
    ledgerSettings =
        new LedgerSettings(
            settings.providerCode(), products.byKey().keySet(), Set.copyOf(settings.currencies()));
  }

  @Test
  void theRegisterIsWhatTheHistorySays() throws Exception {
    LocalDate first = Day.toDate(Day.firstOfMonth(Day.plusMonths(LAST, -MONTHS - 5)));
    LongBook book = new LongBook(SEED, first, MONTHS + 6, Math.max(1, LOANS / TERMS));
    int deleted = 0;
    int forgotten = 0;
    for (int back = MONTHS - 1; back >= 0; back--) {
      int date = Day.lastOfMonth(Day.plusMonths(LAST, -back));
      String day = Day.format(date);
      Path ledger = book.write(Day.toDate(date), folder.resolve("book"));
      nights.publish(ledger, day);
      Deletions.archive(nights);
      assertThat(Deletions.run(nights, day).code()).isZero();
      Set<String> exported = read(ledger, date);
      String as = "seed " + SEED + ", " + day;
      List<String> expected = naive(date);
      assertThat(Deletions.register(nights)).as(as).isEqualTo(expected);
      assertThat(listed(day)).as(as).isEqualTo(expected);
      deleted += Csv.rows(nights.output().resolve(day + ".retention/deletions.csv")).size();
      forgotten += forgetting(date, exported, as);
      outputs(date, as);
    }
    // The test would prove nothing if no clock had run out.
    assertThat(deleted).isGreaterThan(5);
    assertThat(forgotten).isPositive();
    assertThat(Deletions.verify(nights).sentence())
        .startsWith(
            "intact, " + String.format(java.util.Locale.ROOT, "%,d", deleted) + " records and ");
  }

  /** Takes the loans of an export into the history; returns their ids. */
  private Set<String> read(Path ledger, int date) throws Exception {
    Set<String> exported = new HashSet<>();
    Path temp = Files.createTempDirectory(folder, "read");
    try (LedgerExport export = LedgerExport.open(ledger, date, ledgerSettings, temp);
        LoanReader reader = export.read(LoanRange.ALL)) {
      for (Optional<LoanGroup> each = reader.next(); each.isPresent(); each = reader.next()) {
        if (each.get() instanceof ExportedLoan loan) {
          history.put(loan.loanId(), loan);
          settled.remove(loan.loanId());
          exported.add(loan.loanId());
        }
      }
    }
    return exported;
  }

  private record Kept(String loanId, AdverseRecord record, int settledOn, int lastKept) {}

  /** The records of all loans ever seen that are kept at a date. */
  private List<String> naive(int date) {
    List<String> rows = new ArrayList<>();
    for (String loanId : history.keySet()) {
      for (Kept each : records(loanId, date)) {
        if (each.lastKept() >= date) {
          boolean unpaid = each.settledOn() == Day.NONE;
          rows.add(
              String.join(
                  " ",
                  loanId,
                  Day.format(each.record().overdueFrom()),
                  Day.format(each.settledOn()),
                  unpaid ? "" : Day.format(each.lastKept()),
                  unpaid ? "UNPAID" : "KEPT"));
          everListed.add(loanId);
        }
      }
    }
    return rows;
  }

  /** All records of a loan, expired ones too: kept for the year after the clock began. */
  private List<Kept> records(String loanId, int date) {
    ExportedLoan loan = java.util.Objects.requireNonNull(history.get(loanId));
    ProductConf conf = products.find(loan.row().product()).orElseThrow();
    Assessment assessment = (Assessment) NaiveArrears.assess(loan.loan(), conf.rules(), date);
    List<Kept> kept = new ArrayList<>();
    for (AdverseRecord each : assessment.adverseRecords()) {
      int settledOn = each.endedOn();
      if (settledOn != Day.NONE && conf.retention().clockStarts() == ClockStart.LOAN_SETTLED) {
        int nothing = assessment.nothingOwedFrom();
        settledOn = nothing == Day.NONE ? Day.NONE : Math.max(settledOn, nothing);
      }
      int lastKept =
          settledOn == Day.NONE
              ? Integer.MAX_VALUE
              : (int) Day.toDate(settledOn).plusYears(1).toEpochDay();
      kept.add(new Kept(loanId, each, settledOn, lastKept));
    }
    return kept;
  }

  private List<String> listed(String day) throws IOException {
    List<String> rows = new ArrayList<>();
    for (Map<String, String> each : Csv.rows(nights.published(day).resolve("episodes.csv"))) {
      rows.add(
          String.join(
              " ",
              each.get("loan_id"),
              each.get("overdue_from"),
              each.get("settled_on"),
              each.get("retain_until"),
              each.get("state")));
    }
    return rows;
  }

  /**
   * A loan whose last record is gone since more than the days for identity, and that has left the
   * exports, is in no file of the home; every other one is still known.
   */
  private int forgetting(int date, Set<String> exported, String as) throws IOException {
    List<String> forgotten = new ArrayList<>();
    for (String loanId : everListed) {
      int last = records(loanId, date).stream().mapToInt(Kept::lastKept).max().orElseThrow();
      int closed = java.util.Objects.requireNonNull(history.get(loanId)).loan().closedOn();
      boolean left = closed != Day.NONE && closed + DAYS_IN_EXPORT < date;
      if (last != Integer.MAX_VALUE && last + IDENTITY_DAYS < date && left) {
        assertThat(exported).doesNotContain(loanId);
        forgotten.add(loanId);
      }
    }
    for (String each : forgotten) {
      assertThat(Deletions.search(nights, each))
          .as("%s, loan %s", as, each)
          .noneMatch(file -> file.startsWith(nights.home()));
    }
    return forgotten.size();
  }

  /** Whole folders for a year, files that list records of any age for 35 days. */
  private void outputs(int date, String as) throws IOException {
    try (Stream<Path> all = Files.list(nights.output())) {
      for (Path each : all.toList()) {
        String name = String.valueOf(each.getFileName());
        int day = Day.parse(name.substring(0, 10));
        boolean ofNight = name.length() == 10;
        boolean old = date > day + REGISTER_FILES_DAYS;
        if (ofNight) {
          assertThat((int) Day.toDate(day).plusYears(1).toEpochDay())
              .as("%s, folder %s", as, name)
              .isGreaterThanOrEqualTo(date);
          assertThat(Files.exists(each.resolve("episodes.csv"))).as(as).isEqualTo(!old);
          assertThat(each.resolve("assessments.csv")).exists();
        } else {
          assertThat(Files.exists(each.resolve("due.csv"))).as(as).isEqualTo(!old);
        }
      }
    }
  }
}
