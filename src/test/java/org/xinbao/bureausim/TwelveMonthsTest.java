package org.xinbao.bureausim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinbao.cli.Commands;

/**
 * Twelve consecutive months of one book against a simulated credit reference centre that rejects 2
 * % of the good records: in the end the centre, which knows nothing but the files, holds what the
 * assessments say; nothing was sent twice, nothing was lost.
 *
 * <p>The full size: {@code -Dxinbao.test.bureau-loans=10000}, as the profile {@code deep} has it.
 */
class TwelveMonthsTest {

  private static final int LOANS = Integer.getInteger("xinbao.test.bureau-loans", 150);
  private static final long SEED = Long.getLong("xinbao.test.seed", 20_261_031);
  private static final int REJECTED_PER_MILLE = 20;
  private static final int MONTHS = 12;
  private static final YearMonth LAST = YearMonth.of(2026, 10);

  /** Days after a month-end, when new, closed and recovered accounts are told of. */
  private static final int MIDDLE = 17;

  /** A small book has such a night only after every third month-end, to save time. */
  private static final int MIDDLE_EVERY = LOANS < 1000 ? 3 : 1;

  /** Days after the last month-end in which what was rejected must have been repeated. */
  private static final int LAST_DAYS = 6;

  private final Path folder;
  private final Home home;
  private final Centre centre =
      new Centre(Truth.PROVIDER, Centre.Demands.ALL, new Chance(SEED, REJECTED_PER_MILLE));
  private final Expectation expectation = new Expectation();
  private final DecisionMaker decisions = new DecisionMaker(expectation, centre, SEED);
  private final Set<String> dropped = new TreeSet<>();

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
        Exports.asOf(List.of(next, export), middle, between);
        decisions.decide(between, middle, YearMonth.from(end));
        night(between, middle);
      }
    }
    repeatUntilAllIsStored();
    assertThat(centre.foundWrong()).as("seed " + SEED).isEmpty();
    assertThat(differences()).as("seed " + SEED).isEmpty();
    assertThat(decisions.made()).isGreaterThan(3);
    assertThat(codes()).containsOnlyKeys("10", "20", "30", "31", "32", "40");
    assertThat(centre.stored()).isGreaterThan(LOANS * MONTHS / 2);
    assertThat(centre.rejectedByChance() * 1000 / centre.stored()).isBetween(10, 30);
    report();
  }

  /** The figures of the full run, for whoever started it. */
  private void report() {
    if (LOANS >= 1000) {
      System.out.printf(
          "%,d loans: %,d records stored %s, %,d decisions, %,d rejected by chance, lost after"
              + " repeats %s%n",
          expectation.loans().size(),
          centre.stored(),
          codes(),
          decisions.made(),
          centre.rejectedByChance(),
          dropped);
    }
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
    dropped.addAll(Home.dropped(published));
    Path answers = Files.createDirectories(folder.resolve("feedback").resolve(date.toString()));
    for (Path file : Home.submissions(published)) {
      centre.take(file, answers);
    }
    home.feedback(answers);
  }

  /** The days after the last month-end, on which the ledger stands still. */
  private void repeatUntilAllIsStored() throws IOException {
    LocalDate end = LAST.atEndOfMonth();
    int before = 0;
    for (int day = 1; day <= LAST_DAYS && centre.rejectedByChance() > before; day++) {
      before = centre.rejectedByChance();
      LocalDate date = end.plusDays(day);
      Path still = folder.resolve("after").resolve(date.toString());
      night(Exports.asOf(List.of(export(end)), date, still), date);
    }
    assertThat(centre.rejectedByChance()).as("the last night had no rejects").isEqualTo(before);
  }

  /** How many records of each RptDateCode the centre has stored. */
  private Map<String, Integer> codes() {
    Map<String, Integer> codes = new TreeMap<>();
    for (Account account : centre.store().accounts().values()) {
      account
          .versions("B")
          .values()
          .forEach(each -> codes.merge(each.item("RptDateCode"), 1, Integer::sum));
    }
    return codes;
  }

  private List<String> differences() {
    List<String> differences = new ArrayList<>();
    Set<String> overtaken = overtaken();
    int known = 0;
    for (Map.Entry<String, ToldLoan> each : expectation.loans().entrySet()) {
      String accountId = each.getValue().accountId(each.getKey());
      Optional<Account> account = centre.store().account(Truth.PROVIDER + accountId);
      if (account.isPresent() != each.getValue().hasAccount()) {
        differences.add(each.getKey() + " is known: " + account.isPresent());
      } else if (account.isPresent()) {
        known++;
        each.getValue()
            .differences(account.get(), on -> overtaken.contains(each.getKey() + " " + on))
            .forEach(difference -> differences.add(each.getKey() + " " + difference));
      }
    }
    if (centre.store().accounts().size() != known) {
      differences.add(centre.store().accounts().size() + " accounts of " + known + " loans");
    }
    return differences;
  }

  /**
   * Rulings 4: reports that may be missing, as loan and report date: rejected so often that a later
   * month was told before. A monthly one is named in run.json; a 40 is not repeated once a later
   * report has been told (rulings 37).
   */
  private Set<String> overtaken() {
    Map<String, Integer> rejected = new TreeMap<>();
    RecordXml xml = new RecordXml();
    for (Feedback answer : centre.answers()) {
      for (Feedback.Rejection each : answer.rejections()) {
        xml.find(each.record(), "AcctBsSgmt")
            .ifPresent(base -> rejected.merge(overtakenKey(base), 1, Integer::sum));
      }
    }
    Set<String> overtaken = new TreeSet<>();
    rejected.forEach(
        (key, times) -> {
          String report = key.substring(0, key.lastIndexOf(' '));
          if (key.endsWith(" 40") || (times > 1 && dropped.contains(report))) {
            overtaken.add(report);
          }
        });
    dropped.retainAll(overtaken);
    return overtaken;
  }

  private static String overtakenKey(Node base) {
    // The decisions below rename an account by a letter before its loan's id.
    return base.item("AcctCode").substring(Truth.PROVIDER.length()).replaceFirst("^N", "")
        + " "
        + base.item("RptDate")
        + " "
        + base.item("RptDateCode");
  }
}
