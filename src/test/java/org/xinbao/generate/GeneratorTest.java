package org.xinbao.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.xinbao.generate.Exports.byLoan;
import static org.xinbao.generate.Exports.cents;
import static org.xinbao.generate.Exports.get;
import static org.xinbao.generate.Exports.rows;
import static org.xinbao.generate.Exports.sha256;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinbao.arrears.Day;
import org.xinbao.generate.GeneratorSettings.RowOrder;

class GeneratorTest {
  private static final int DATE = Day.of(2026, 10, 31);
  private static final long SEED = 7;

  private final Path dir;

  GeneratorTest(@TempDir Path dir) {
    this.dir = dir;
  }

  private Path one(String name, long loans) throws IOException {
    Path out = dir.resolve(name);
    Generator.write(new GeneratorSettings(loans, SEED, DATE, 1, out, true, RowOrder.BY_LOAN));
    return out;
  }

  private List<GeneratedExport> months(int months, long loans) throws IOException {
    return Generator.write(
        new GeneratorSettings(
            loans, SEED, DATE, months, dir.resolve("months"), true, RowOrder.BY_LOAN));
  }

  @Test
  void theSameSeedGivesTheSameBytesOnEveryMachine() throws IOException {
    Path out = one("a", 50);
    // Pinned: a change of these bytes changes every benchmark and must be meant.
    assertThat(sha256(out.resolve("transactions.csv")))
        .isEqualTo("20d797d89576cb6e4d6ea43ee5f6f0cec2121d682250a902baf0fc2d997ea22b");
  }

  @Test
  void aLoanIsTheSameInASmallAndInALargeBook() throws IOException {
    Path small = one("small", 100);
    Path large = one("large", 9_000);
    for (String file : List.of("loans.csv", "instalments.csv", "transactions.csv")) {
      List<String> few = Files.readAllLines(small.resolve(file));
      assertThat(Files.readAllLines(large.resolve(file)).subList(0, few.size())).isEqualTo(few);
    }
  }

  @Test
  void theManifestHoldsRowsHashesAndTotals() throws IOException {
    Path out = one("a", 500);
    String manifest = Files.readString(out.resolve("manifest.json"));
    try (Stream<Path> files = Files.list(out)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".csv")).toList()) {
        String name = String.valueOf(file.getFileName());
        assertThat(manifest)
            .contains(
                "{\"name\": \""
                    + name
                    + "\", \"rows\": "
                    + rows(out, name).size()
                    + ", \"sha256\": \""
                    + sha256(file)
                    + "\"");
      }
    }
    long lent = rows(out, "loans.csv").stream().mapToLong(row -> cents(row, "principal")).sum();
    assertThat(manifest).contains("{\"principal\": \"" + lent / 100 + ".00\"}");
    assertThat(rows(out, "loans.csv")).hasSize(500);
  }

  @Test
  void principalAddsUpAndClosedLoansArePaid() throws IOException {
    Path out = one("a", 3_000);
    Map<String, List<Map<String, String>>> schedules = byLoan(out, "instalments.csv");
    Map<String, List<Map<String, String>>> movements = byLoan(out, "transactions.csv");
    for (Map<String, String> loan : rows(out, "loans.csv")) {
      List<Map<String, String>> schedule = of(schedules, loan);
      assertThat(schedule).hasSize(12);
      assertThat(sum(schedule, "principal")).isEqualTo(cents(loan, "principal"));
      if (get(loan, "status").equals("CLOSED")) {
        long owed = sum(schedule, "principal") + sum(schedule, "interest") + sum(schedule, "fee");
        // A returned payment is in twice, and its reversal takes it out once.
        assertThat(paid(of(movements, loan))).as(get(loan, "loan_id")).isGreaterThanOrEqualTo(owed);
      }
    }
  }

  private static List<Map<String, String>> of(
      Map<String, List<Map<String, String>>> byLoan, Map<String, String> loan) {
    return byLoan.getOrDefault(get(loan, "loan_id"), List.of());
  }

  private static long sum(List<Map<String, String>> rows, String column) {
    return rows.stream().mapToLong(row -> cents(row, column)).sum();
  }

  private static long paid(List<Map<String, String>> movements) {
    long paid = 0;
    for (Map<String, String> movement : movements) {
      paid +=
          switch (get(movement, "type")) {
            case "REPAYMENT", "GUARANTOR_REPAYMENT", "WAIVER" -> cents(movement, "amount");
            case "REVERSAL" -> -cents(movement, "amount");
            default -> 0;
          };
    }
    return paid;
  }

  @Test
  void personsAreMadeUpWithRightCheckDigits() throws IOException {
    Path out = one("a", 3_000);
    Set<String> numbers = new HashSet<>();
    List<Map<String, String>> borrowers = rows(out, "borrowers.csv");
    for (Map<String, String> borrower : borrowers) {
      String number = get(borrower, "id_number");
      assertThat(number).startsWith("99");
      assertThat(Exports.checkDigitIsRight(number)).as(number).isTrue();
      assertThat(number.substring(6, 14)).isEqualTo(get(borrower, "born_on").replace("-", ""));
      assertThat(numbers.add(number)).as(number).isTrue();
      assertThat(get(borrower, "mobile")).matches("10\\d{9}");
    }
    // One loan in five goes to the customer of the loan before.
    assertThat(borrowers).hasSize(2_400);
  }

  @Test
  void everyBehaviourAndStatusOccurs() throws IOException {
    Path out = one("a", 9_000);
    assertThat(rows(out, "loans.csv").stream().map(row -> get(row, "status")))
        .contains("ACTIVE", "CLOSED", "WRITTEN_OFF", "TRANSFERRED");
    assertThat(rows(out, "loans.csv").stream().map(row -> get(row, "product")))
        .contains("JIEBEI", "XIAOFEI", "SUIJIE", "XUNHUAN");
    assertThat(rows(out, "transactions.csv").stream().map(row -> get(row, "type")))
        .contains(
            "DISBURSEMENT",
            "REPAYMENT",
            "GUARANTOR_REPAYMENT",
            "REVERSAL",
            "WAIVER",
            "WRITE_OFF",
            "TRANSFER_OUT");
    assertThat(rows(out, "notices.csv")).isNotEmpty();
  }

  @Test
  void historiesOnlyGrowAndOnlySettledLoansLeave() throws IOException {
    List<GeneratedExport> exports = months(4, 2_000);
    assertThat(exports.stream().map(export -> Day.format(export.date())))
        .containsExactly("2026-07-31", "2026-08-31", "2026-09-30", "2026-10-31");
    for (int i = 1; i < exports.size(); i++) {
      grows(exports.get(i - 1), exports.get(i));
    }
    assertThat(exports.get(3).loans()).isEqualTo(2_000);
    // Loans opened and left over three months; the book's size stays about the same.
    assertThat(exports.get(0).loans()).isBetween(1_800L, 2_200L);
  }

  private static void grows(GeneratedExport before, GeneratedExport after) throws IOException {
    Map<String, List<Map<String, String>>> later = byLoan(after.folder(), "loans.csv");
    Map<String, List<Map<String, String>>> schedules = byLoan(after.folder(), "instalments.csv");
    Map<String, List<Map<String, String>>> movements = byLoan(after.folder(), "transactions.csv");
    Map<String, List<Map<String, String>>> old = byLoan(before.folder(), "transactions.csv");
    Map<String, List<Map<String, String>>> plans = byLoan(before.folder(), "instalments.csv");
    int left = 0;
    for (Map<String, String> loan : rows(before.folder(), "loans.csv")) {
      if (!later.containsKey(get(loan, "loan_id"))) {
        // It was closed, or will have been, before the 62 days that end on the later date.
        assertThat(get(loan, "status")).isNotEqualTo("WRITTEN_OFF");
        left++;
        continue;
      }
      assertThat(of(schedules, loan)).isEqualTo(of(plans, loan));
      List<Map<String, String>> was = of(old, loan);
      assertThat(of(movements, loan).subList(0, was.size())).isEqualTo(was);
    }
    assertThat(left).isPositive();
  }

  @Test
  void noLoanOpenWithinTheLast62DaysIsAbsent() throws IOException {
    List<GeneratedExport> exports = months(4, 2_000);
    for (int i = 1; i < exports.size(); i++) {
      Set<String> later = byLoan(exports.get(i).folder(), "loans.csv").keySet();
      for (Map<String, String> loan : rows(exports.get(i - 1).folder(), "loans.csv")) {
        String closed = get(loan, "closed_on");
        // Still there at the next month-end: active then, or closed within its 62 days.
        boolean mayLeave = !closed.isEmpty() && Day.parse(closed) <= exports.get(i).date() - 62;
        assertThat(later.contains(get(loan, "loan_id")) || mayLeave)
            .as(get(loan, "loan_id"))
            .isTrue();
      }
    }
  }

  @Test
  void shuffledRowsAreTheSameRows() throws IOException {
    Path sorted = one("sorted", 5_000);
    Path mixed = dir.resolve("mixed");
    Generator.write(new GeneratorSettings(5_000, SEED, DATE, 1, mixed, true, RowOrder.SHUFFLED));
    for (String file : List.of("loans.csv", "transactions.csv", "borrowers.csv")) {
      List<String> inOrder = Files.readAllLines(sorted.resolve(file));
      List<String> outOfOrder = Files.readAllLines(mixed.resolve(file));
      assertThat(outOfOrder).isNotEqualTo(inOrder);
      assertThat(outOfOrder.get(0)).isEqualTo(inOrder.get(0));
      assertThat(sortedCopy(outOfOrder)).isEqualTo(sortedCopy(inOrder));
    }
  }

  private static String[] sortedCopy(List<String> lines) {
    String[] copy = lines.toArray(new String[0]);
    Arrays.sort(copy);
    return copy;
  }

  @Test
  void settingsOutOfRangeAreRefused() {
    assertThatThrownBy(() -> GeneratorSettings.of(0, 1, DATE, dir))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new GeneratorSettings(1, 1, DATE, 121, dir, false, RowOrder.BY_LOAN))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
