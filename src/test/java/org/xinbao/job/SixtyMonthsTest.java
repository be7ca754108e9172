package org.xinbao.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinbao.arrears.Day;
import org.xinbao.conf.Products;
import org.xinbao.conf.Settings;
import org.xinbao.generate.Generator;
import org.xinbao.generate.GeneratorSettings;
import org.xinbao.generate.GeneratorSettings.RowOrder;
import org.xinbao.job.NaiveRegister.HoldOf;
import org.xinbao.ledger.ExportedLoan;
import org.xinbao.ledger.LedgerExport;
import org.xinbao.ledger.LedgerSettings;
import org.xinbao.ledger.LoanGroup;
import org.xinbao.ledger.LoanRange;
import org.xinbao.ledger.LoanReader;
import org.xinbao.store.Database;
import org.xinbao.store.SafeFiles;

/**
 * Month-ends of one book through night, archive and retention, each compared with {@link
 * NaiveRegister}: no expired record is left, no unexpired one is missing. Records are kept for one
 * or two years here, so that thousands expire; legal holds are set and released around last kept
 * days.
 *
 * <p>The full form, 60 months of 5,000 loans: {@code -Dxinbao.test.retention-loans=5000}, as the
 * profile {@code deep} has it.
 */
class SixtyMonthsTest {

  private static final int LOANS = Integer.getInteger("xinbao.test.retention-loans", 250);
  private static final boolean FULL = LOANS >= 1000;

  /** The months of the book, and how many of the last ones are run. */
  private static final int BOOK = FULL ? 60 : 20;

  private static final int MONTHS = FULL ? 60 : 4;
  private static final long SEED = Long.getLong("xinbao.test.seed", 20_261_031);
  private static final YearMonth LAST = YearMonth.of(2026, 10);

  private static final int OUTPUTS_YEARS = 1;
  private static final int REGISTER_FILES_DAYS = 35;
  private static final int IDENTITY_DAYS = 40;

  /** Every so many months all bytes are searched. */
  private static final int SEARCH_EVERY = 12;

  private static final Pattern LOAN_ID = Pattern.compile("X[AB]\\d{10}");

  private final Path exports;
  private final Nights nights;
  private final Settings settings;
  private final Products products;
  private final NaiveRegister naive = new NaiveRegister(REGISTER_FILES_DAYS, IDENTITY_DAYS);
  private final Set<String> holdIds = new TreeSet<>();
  private int held;

  SixtyMonthsTest(@TempDir Path folder) throws IOException {
    this.exports = folder.resolve("exports");
    Path conf =
        Deletions.conf(
            folder.resolve("conf"),
            "xinbao.yaml",
            "# outputs-years: 5",
            "outputs-years: " + OUTPUTS_YEARS,
            "xinbao.yaml",
            "# identity-days: 90",
            "identity-days: " + IDENTITY_DAYS,
            "products.yaml",
            "{years: 5, clock-starts: OVERDUE_SETTLED}",
            "{years: 1, clock-starts: OVERDUE_SETTLED}",
            "products.yaml",
            "{years: 5, clock-starts: LOAN_SETTLED}",
            FULL
                ? "{years: 2, clock-starts: LOAN_SETTLED}"
                : "{years: 1, clock-starts: LOAN_SETTLED}");
    this.nights = Nights.in(folder).withConf(conf);
    this.settings = Settings.read(conf);
    this.products = Products.read(conf);
  }

  @Test
  void atEveryMonthTheRegisterIsTheNaiveOne() throws Exception {
    Generator.write(
        new GeneratorSettings(
            LOANS, SEED, Day.of(LAST.atEndOfMonth()), BOOK, exports, true, RowOrder.BY_LOAN));
    int deletedByJob = 0;
    int forgotten = 0;
    for (int month = 0; month < MONTHS; month++) {
      LocalDate today = LAST.minusMonths(MONTHS - 1L - month).atEndOfMonth();
      Path export = exports.resolve(today.toString());
      addHolds(export, today);
      read(export, today);
      nights.publish(export, today.toString());
      Deletions.archive(nights);
      assertThat(Deletions.run(nights, today.toString()).code()).isZero();
      List<String> expected = naive.at(today);
      String what = "seed " + SEED + ", " + today;
      same(Deletions.register(nights), expected, what + ", register");
      same(episodes(today), expected, what + ", episodes.csv");
      held += (int) expected.stream().filter(each -> each.endsWith(" HELD")).count();
      deletedByJob += Csv.rows(nights.output().resolve(today + ".retention/deletions.csv")).size();
      nothingIsBeyondItsClock(today);
      if (month % SEARCH_EVERY == 0 || month == MONTHS - 1) {
        Set<String> gone = naive.forgotten(today);
        forgotten = Math.max(forgotten, gone.size());
        gone.retainAll(loansIn(nights.home()));
        assertThat(gone).as(what).isEmpty();
      }
      SafeFiles.deleteTree(export);
    }
    assertThat(deletedByJob).isPositive();
    assertThat(naive.expired()).isPositive();
    assertThat(held).as("records past their last kept day, held").isPositive();
    assertThat(forgotten > 0 || !FULL).as("loans of which nothing is left").isTrue();
    assertThat(Deletions.verify(nights).sentence()).startsWith("intact, ");
    if (FULL) {
      System.out.printf(
          "%d months: %,d records expired, %,d deleted by the job, %,d months of holds, %,d loans"
              + " forgotten%n",
          MONTHS, naive.expired(), deletedByJob, held, forgotten);
    }
  }

  /** Says only what differs: the lists are long. */
  private static void same(List<String> found, List<String> expected, String what) {
    List<String> missing = new ArrayList<>(expected);
    missing.removeAll(Set.copyOf(found));
    List<String> left = new ArrayList<>(found);
    left.removeAll(Set.copyOf(expected));
    assertThat(missing).as(what + ": missing").isEmpty();
    assertThat(left).as(what + ": left although expired").isEmpty();
    assertThat(found).as(what).isEqualTo(expected);
  }

  /** Holds around the last kept days that come before the next month-end, each in a way its own. */
  private void addHolds(Path export, LocalDate today) throws IOException {
    List<String> rows = new ArrayList<>();
    int number = 0;
    for (Map.Entry<String, LocalDate> each : naive.expiringWithin(today, 31).entrySet()) {
      String loan = each.getKey();
      LocalDate last = each.getValue();
      String id = "H" + loan + last;
      number++;
      boolean late = number % 3 == 0 && last.isAfter(today);
      // A third of the holds comes to be known only after the last kept day.
      if (late || !holdIds.add(id)) {
        continue;
      }
      int kind = number % 5;
      LocalDate from =
          switch (kind) {
            case 0 -> last.minusDays(10);
            case 1 -> last.plusDays(1);
            case 2 -> last.plusDays(2); // too late: the record is gone on the day before
            default -> last;
          };
      // 3: released on the day after the last kept one, so that it holds nothing.
      LocalDate to = kind == 3 ? last : last.plusDays(20L + 15L * kind);
      if (kind == 4) {
        String releasedOn = to.plusDays(1).toString();
        rows.add(row(id, loan, "LEGAL_HOLD", today, from.toString(), "", ""));
        rows.add(row("R" + id, loan, "RELEASE_HOLD", today, releasedOn, "", id));
      } else {
        rows.add(row(id, loan, "LEGAL_HOLD", today, from.toString(), to.toString(), ""));
      }
      naive.hold(loan, new HoldOf(from, to));
    }
    if (!rows.isEmpty()) {
      rows.add(
          0,
          "decision_id,loan_id,kind,decided_on,effective_from,effective_to,reason,details,"
              + "decided_by,ref_decision_id");
      Path file = export.resolve("decisions.csv");
      Files.write(file, rows);
      Path manifest = export.resolve("manifest.json");
      String entry =
          "\"files\": [\n    {\"name\": \"decisions.csv\", \"rows\": "
              + (rows.size() - 1)
              + ", \"sha256\": \""
              + SafeFiles.sha256(file)
              + "\"},";
      Files.writeString(manifest, Files.readString(manifest).replaceFirst("\"files\": \\[", entry));
    }
  }

  private static String row(
      String id, String loan, String kind, LocalDate on, String from, String to, String ref) {
    return String.join(",", id, loan, kind, on.toString(), from, to, "court", "", "judge", ref);
  }

  private void read(Path export, LocalDate today) throws Exception {
    LedgerSettings ledger =
        new LedgerSettings(
            settings.providerCode(), products.byKey().keySet(), Set.copyOf(settings.currencies()));
    Path work = Files.createDirectories(exports.resolve("work-" + today));
    try (LedgerExport open = LedgerExport.open(export, Day.of(today), ledger, work);
        LoanReader reader = open.read(LoanRange.ALL)) {
      for (var group = reader.next(); group.isPresent(); group = reader.next()) {
        LoanGroup each = group.get();
        if (each instanceof ExportedLoan loan) {
          var product = products.find(loan.row().product()).orElseThrow();
          naive.exported(loan.loan(), product, Day.of(today));
        }
      }
    }
    SafeFiles.deleteTree(work);
  }

  private List<String> episodes(LocalDate today) throws IOException {
    return Csv.rows(nights.published(today.toString()).resolve("episodes.csv")).stream()
        .map(
            each ->
                String.join(
                    " ",
                    each.get("loan_id"),
                    each.get("overdue_from"),
                    each.get("settled_on"),
                    each.get("retain_until"),
                    each.get("state")))
        .toList();
  }

  /** Derived outputs go as a whole; files that list records of any age go earlier. */
  private void nothingIsBeyondItsClock(LocalDate today) throws IOException {
    try (Stream<Path> folders = Files.list(nights.output())) {
      for (Path each : folders.toList()) {
        String name = String.valueOf(each.getFileName());
        LocalDate date = LocalDate.parse(name.substring(0, 10));
        boolean retention = name.endsWith(".retention");
        boolean listed = Files.exists(each.resolve(retention ? "due.csv" : "episodes.csv"));
        assertThat(listed)
            .as("%s on %s", name, today)
            .isEqualTo(!today.isAfter(date.plusDays(REGISTER_FILES_DAYS)));
        assertThat(retention || !today.isAfter(date.plusYears(OUTPUTS_YEARS)))
            .as("%s on %s", name, today)
            .isTrue();
      }
    }
  }

  /** Loan ids in any byte of the first store; the first and last of each kept file are its own. */
  private Set<String> loansIn(Path home) throws IOException {
    Set<String> found = new TreeSet<>();
    try (Stream<Path> walk = Files.walk(home)) {
      for (Path each : walk.filter(Files::isRegularFile).toList()) {
        if (!each.startsWith(home.resolve("archive")) && !each.startsWith(home.resolve("inputs"))) {
          String bytes = Files.readString(each, StandardCharsets.ISO_8859_1);
          for (Matcher id = LOAN_ID.matcher(bytes); id.find(); ) {
            found.add(id.group());
          }
        }
      }
    }
    try (Database database = Database.openEmbedded(home)) {
      Stores stores = Stores.of(database, home);
      stores
          .runs()
          .listPublished()
          .forEach(
              run ->
                  stores
                      .submissions()
                      .list(run.id())
                      .forEach(
                          file -> {
                            found.remove(file.firstKey());
                            found.remove(file.lastKey());
                          }));
    }
    return found;
  }
}
