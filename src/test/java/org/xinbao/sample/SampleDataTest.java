package org.xinbao.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinbao.generate.Exports.byLoan;
import static org.xinbao.generate.Exports.get;
import static org.xinbao.generate.Exports.rows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinbao.generate.Exports;

/**
 * The committed sample data and the table of what the PBOC gets of each loan.
 *
 * <p>{@code expected-points.csv} was worked out by hand, not by the program: from the decision
 * order of the reporting points (reference section 3.12), with a first load that reports all, the
 * month's last day as settlement day and the nights of 2026-11-01 to 2026-11-29 not run. A value is
 * the RptDateCode; empty when nothing is due or the export does not have the loan; {@code held:}
 * with the code when a report is due and held back. {@code 40+30}: overdue when last reported and
 * cured within the month, so a recovery with the RptDate of the last repayment (rulings 37) and,
 * because a settlement day is never passed over (rulings 10), the month as well.
 *
 * <p>{@code expected-points-settlement-30.csv} is the same for XUNHUAN with {@code settlement-day:
 * 30} in the bureau's configuration: only then can a date of the sample show the codes 40 alone and
 * 20.
 */
class SampleDataTest {
  private static final Path SAMPLE_DATA = Path.of("sample-data");
  private static final Path POINTS = Path.of("src/test/resources/sample");
  private static final Pattern LOAN_ID = Pattern.compile("XB\\d{8}");

  private static Path folder(LocalDate date) {
    return SAMPLE_DATA.resolve(date.toString());
  }

  @Test
  void theCommittedFilesAreWhatTheBookWrites(@TempDir Path dir) throws IOException {
    SampleExport.writeAll(dir);
    for (LocalDate date : SampleExport.DATES) {
      Path written = dir.resolve(date.toString());
      assertThat(names(folder(date))).isEqualTo(names(written));
      for (String name : names(written)) {
        // After a change of the book: SampleExport.main with the argument sample-data.
        assertThat(folder(date).resolve(name)).hasSameTextualContentAs(written.resolve(name));
      }
    }
  }

  private static Set<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      Set<String> names = new TreeSet<>();
      files.forEach(file -> names.add(String.valueOf(file.getFileName())));
      return names;
    }
  }

  @Test
  void historiesOnlyGrowAndNoOpenLoanVanishes() throws IOException {
    for (int i = 1; i < SampleExport.DATES.size(); i++) {
      Path before = folder(SampleExport.DATES.get(i - 1));
      Path after = folder(SampleExport.DATES.get(i));
      Set<String> later = byLoan(after, "loans.csv").keySet();
      Map<String, List<Map<String, String>>> movements = byLoan(after, "transactions.csv");
      Map<String, List<Map<String, String>>> old = byLoan(before, "transactions.csv");
      for (Map<String, String> loan : rows(before, "loans.csv")) {
        String id = get(loan, "loan_id");
        if (later.contains(id)) {
          List<Map<String, String>> was = old.getOrDefault(id, List.of());
          List<Map<String, String>> is = movements.getOrDefault(id, List.of());
          assertThat(is.subList(0, was.size())).isEqualTo(was);
        } else {
          assertThat(get(loan, "status")).as(id).isEqualTo("CLOSED");
        }
      }
    }
  }

  @Test
  void principalOfTheSchedulesIsWhatWasPaidOut() throws IOException {
    for (LocalDate date : SampleExport.DATES) {
      Map<String, List<Map<String, String>>> schedules = byLoan(folder(date), "instalments.csv");
      for (Map<String, String> loan : rows(folder(date), "loans.csv")) {
        String id = get(loan, "loan_id");
        long scheduled =
            schedules.getOrDefault(id, List.of()).stream()
                .mapToLong(row -> Exports.cents(row, "principal"))
                .sum();
        assertThat(scheduled).as(id).isEqualTo(Exports.cents(loan, "principal"));
      }
    }
  }

  @Test
  void everyPersonHasAnIdNumberOfItsOwnWithARightCheckDigit() throws IOException {
    Map<String, String> owners = new HashMap<>();
    for (LocalDate date : SampleExport.DATES) {
      for (Map<String, String> loan : rows(folder(date), "loans.csv")) {
        String number = get(loan, "id_number");
        assertThat(Exports.checkDigitIsRight(number)).as(number).isTrue();
        String customer = get(loan, "customer_id");
        assertThat(owners.getOrDefault(number, customer)).isEqualTo(customer);
        owners.put(number, customer);
      }
      for (Map<String, String> party : rows(folder(date), "guarantees.csv")) {
        String number = get(party, "id_number");
        assertThat(Exports.checkDigitIsRight(number)).as(number).isTrue();
        assertThat(owners).doesNotContainKey(number);
      }
    }
  }

  @Test
  void theExpectedPointsCoverTheBook() throws IOException {
    Set<String> book = new TreeSet<>();
    for (LocalDate date : SampleExport.DATES) {
      book.addAll(byLoan(folder(date), "loans.csv").keySet());
    }
    assertThat(byLoan(POINTS, "expected-points.csv").keySet()).isEqualTo(book);
    assertThat(byLoan(POINTS, "expected-points-settlement-30.csv").keySet())
        .isEqualTo(new TreeSet<>(book.stream().filter(id -> id.startsWith("XB0008")).toList()));
  }

  @Test
  void theExpectedPointsFitTheLoans() throws IOException {
    Map<String, Map<String, String>> points = new TreeMap<>();
    for (Map<String, String> row : rows(POINTS, "expected-points.csv")) {
      points.put(get(row, "loan_id"), row);
    }
    for (LocalDate date : SampleExport.DATES) {
      for (Map<String, String> loan : rows(folder(date), "loans.csv")) {
        String id = get(loan, "loan_id");
        boolean closed = !Set.of("ACTIVE", "WRITTEN_OFF").contains(get(loan, "status"));
        boolean opened =
            YearMonth.from(LocalDate.parse(get(loan, "opened_on"))).equals(YearMonth.from(date));
        switch (get(points.getOrDefault(id, Map.of()), date.toString())) {
          case "10" -> assertThat(opened && !closed).as(id).isTrue();
          case "32" -> assertThat(get(loan, "closed_on")).as(id).isNotEmpty();
          case "" -> assertThat(closed || date.equals(SampleExport.DATES.get(0))).as(id).isTrue();
          default -> assertThat(closed).as(id).isFalse();
        }
      }
    }
  }

  @Test
  void theReadmeSpeaksOfLoansThatExist() throws IOException {
    Set<String> book = byLoan(POINTS, "expected-points.csv").keySet();
    Matcher named = LOAN_ID.matcher(Files.readString(SAMPLE_DATA.resolve("README.md")));
    int count = 0;
    while (named.find()) {
      assertThat(book).contains(named.group());
      count++;
    }
    assertThat(count).isGreaterThan(80);
  }
}
