package org.xinbao.bureausim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinbao.cli.Commands;

/**
 * Twelve consecutive months of one book against a simulated credit reference centre: in the end the
 * centre, which knows nothing but the files, holds what the assessments say; nothing was sent
 * twice, nothing was lost.
 *
 * <p>The full size: {@code -Dxinbao.test.bureau-loans=10000}, as the profile {@code deep} has it.
 */
class TwelveMonthsTest {

  private static final int LOANS = Integer.getInteger("xinbao.test.bureau-loans", 150);
  private static final long SEED = Long.getLong("xinbao.test.seed", 20_261_031);
  private static final int MONTHS = 12;
  private static final YearMonth LAST = YearMonth.of(2026, 10);

  /** Days after a month-end, when new, closed and recovered accounts are told of. */
  private static final int MIDDLE = 17;

  /** A small book has such a night only after every third month-end, to save time. */
  private static final int MIDDLE_EVERY = LOANS < 1000 ? 3 : 1;

  private final Path folder;
  private final Home home;
  private final Centre centre = new Centre(Truth.PROVIDER, Centre.Demands.NONE, Chance.none());
  private final Expectation expectation = new Expectation();

  TwelveMonthsTest(@TempDir Path folder) {
    this.folder = folder;
    this.home = new Home(folder, Path.of("jobs/conf"));
  }

  @Test
  void theCentreKnowsWhatTheAssessmentsSay() throws IOException {
    generate();
    for (int i = MONTHS - 1; i >= 0; i--) {
      LocalDate end = LAST.minusMonths(i).atEndOfMonth();
      Path export = export(end);
      night(export, end);
      if (i > 0 && i % MIDDLE_EVERY == 0) {
        LocalDate middle = end.plusDays(MIDDLE);
        Path next = export(LAST.minusMonths(i - 1L).atEndOfMonth());
        Path between = folder.resolve("between").resolve(middle.toString());
        night(Exports.asOf(List.of(next, export), middle, between), middle);
      }
    }
    assertThat(centre.foundWrong()).as("seed " + SEED).isEmpty();
    assertThat(differences()).as("seed " + SEED).isEmpty();
    assertThat(codes()).containsOnlyKeys("10", "20", "30", "31", "32", "40");
    assertThat(centre.stored()).isGreaterThan(LOANS * MONTHS / 2);
  }

  /** How many records of each RptDateCode the centre has stored. */
  private Map<String, Integer> codes() {
    Map<String, Integer> codes = new TreeMap<>();
    for (Account account : centre.store().accounts().values()) {
      account
          .versions("B")
          .values()
          .forEach(b -> codes.merge(b.item("RptDateCode"), 1, Integer::sum));
    }
    return codes;
  }

  private void generate() {
    assertThat(
            Commands.run(
                    "generate",
                    "--loans",
                    String.valueOf(LOANS),
                    "--seed",
                    String.valueOf(SEED),
                    "--months",
                    String.valueOf(MONTHS),
                    "--date",
                    LAST.atEndOfMonth().toString(),
                    "--borrowers",
                    "--out",
                    folder.resolve("months").toString())
                .code())
        .isZero();
  }

  private Path export(LocalDate monthEnd) {
    return folder.resolve("months").resolve(monthEnd.toString());
  }

  private void night(Path export, LocalDate date) throws IOException {
    Path published = home.night(export, date);
    expectation.night(date, published, Ledger.read(export));
    for (Path file : Home.submissions(published)) {
      centre.take(file, folder.resolve("feedback").resolve(date.toString()));
    }
  }

  private List<String> differences() {
    List<String> differences = new ArrayList<>();
    int known = 0;
    for (Map.Entry<String, ToldLoan> each : expectation.loans().entrySet()) {
      Optional<Account> account = centre.store().account(Truth.PROVIDER + each.getKey());
      if (account.isPresent() != each.getValue().isKnown()) {
        differences.add(each.getKey() + " is known: " + account.isPresent());
      } else if (account.isPresent()) {
        known++;
        each.getValue()
            .differences(account.get(), ToldLoan.Patience.EVERY_RECOVERY)
            .forEach(difference -> differences.add(each.getKey() + " " + difference));
      }
    }
    if (centre.store().accounts().size() != known) {
      differences.add(centre.store().accounts().size() + " accounts of " + known + " loans");
    }
    return differences;
  }
}
