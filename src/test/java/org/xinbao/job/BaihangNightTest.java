package org.xinbao.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinbao.bureau.baihang.SubmissionReader;
import org.xinbao.cli.Commands;
import org.xinbao.cli.Ended;

/** Nights of the sample that report to Baihang Credit, instalment loans and receipts. */
class BaihangNightTest {

  private static final String FIRST = "2026-10-30";
  private static final String SECOND = "2026-10-31";
  private static final String THIRD = "2026-11-01";

  private final Path folder;
  private final Nights nights;

  BaihangNightTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    Path conf = Trees.copy(Nights.SAMPLE_CONF, folder.resolve("conf"));
    change(conf.resolve("xinbao.yaml"), "# bureaux: [pboc]", "bureaux: [baihang]");
    change(
        conf.resolve("baihang.yaml"),
        "# products:\n#   HUABEI:\n#     family: REVOLVING",
        "products:\n  SUIJIE: {family: REVOLVING}\n  XUNHUAN: {family: REVOLVING}");
    nights = Nights.in(folder).withConf(conf);
  }

  private static void change(Path file, String from, String to) throws IOException {
    String text = Files.readString(file);
    assertThat(text).contains(from);
    Files.writeString(file, text.replace(from, to));
  }

  /** The sample of a date with what the bureau needs and the sample lacks. */
  private Path ledger(String sample, String date) throws IOException {
    TestLedger ledger = TestLedger.sample(sample, folder.resolve("in-" + date)).date(date);
    List<String> loans = Trees.lines(ledger.folder().resolve("loans.csv"));
    List<String> withTime = new ArrayList<>(List.of(loans.get(0) + ",applied_at"));
    Map<String, String> borrowers = new TreeMap<>();
    for (String row : loans.subList(1, loans.size())) {
      String[] part = row.split(",", -1);
      withTime.add(row + "," + part[7] + "T08:00:00");
      borrowers.put(
          part[1], String.join(",", part[1], part[2], part[3], part[4]) + ",,,,10000000001");
    }
    ledger.write("loans.csv", withTime);
    int missing = BorrowersNightTest.COLUMNS.split(",", -1).length - 8;
    List<String> rows = new ArrayList<>(List.of(BorrowersNightTest.COLUMNS));
    borrowers.values().forEach(each -> rows.add(each + ",".repeat(missing)));
    ledger.write("borrowers.csv", rows);
    List<String> facilities = Trees.lines(ledger.folder().resolve("facilities.csv"));
    List<String> withDays =
        new ArrayList<>(List.of(facilities.get(0) + ",billing_day,payment_day"));
    facilities.subList(1, facilities.size()).forEach(each -> withDays.add(each + ",5,25"));
    return ledger.write("facilities.csv", withDays).seal();
  }

  private static Map<String, List<Map<String, String>>> sent(Path night) throws IOException {
    Map<String, List<Map<String, String>>> byType = new TreeMap<>();
    try (Stream<Path> all = Files.list(night.resolve("submissions/baihang"))) {
      for (Path each : all.filter(one -> one.toString().endsWith(".txt")).sorted().toList()) {
        String name = String.valueOf(each.getFileName());
        assertThat(each.resolveSibling(name.replace(".txt", ".zip"))).exists();
        String type = name.split("_", -1)[1];
        byType.put(type, SubmissionReader.read(each, type));
      }
    }
    return byType;
  }

  private static List<Map<String, String>> rows(
      Map<String, List<Map<String, String>>> byType, String type) {
    return byType.getOrDefault(type, List.of());
  }

  @Test
  void nightsTellWhatHappenedAndRepeatWhatTheBureauDidNotTake() throws IOException {
    Path first = nights.publish(ledger(FIRST, FIRST), FIRST);
    Path second = nights.publish(ledger(SECOND, SECOND), SECOND);
    Map<String, List<Map<String, String>>> one = sent(first);
    Map<String, List<Map<String, String>>> two = sent(second);
    assertThat(one).containsKeys("D2", "D3", "X2", "CL1", "CL2");
    assertThat(rows(one, "D2")).hasSizeGreaterThan(100);
    assertThat(rows(one, "X2").stream().map(each -> each.getOrDefault("creditAccntId", "")))
        .doesNotHaveDuplicates();
    assertThat(rows(two, "X2").size()).isLessThan(rows(one, "X2").size());
    SubmissionReader.Desk desk = new SubmissionReader.Desk();
    for (Map<String, List<Map<String, String>>> night : List.of(one, two)) {
      night.values().forEach(rows -> rows.forEach(desk::take));
    }
    compare(second, two);
    precheck(second);
    repeat(second, rows(two, "D3").get(0));
  }

  /** What is told of the business date is what {@code assessments.csv} says of it. */
  private static void compare(Path night, Map<String, List<Map<String, String>>> sent)
      throws IOException {
    Map<String, Map<String, String>> assessed = new HashMap<>();
    Csv.rows(night.resolve("assessments.csv"))
        .forEach(each -> assessed.put(each.getOrDefault("loan_id", ""), each));
    int compared = 0;
    for (String type : List.of("D3", "CL2")) {
      for (Map<String, String> row : rows(sent, type)) {
        Map<String, String> truth = assessed.get(row.getOrDefault("loanId", ""));
        if (row.getOrDefault("statusConfirmAt", "").equals(SECOND + "T23:59:59") && truth != null) {
          boolean receipt = type.equals("CL2");
          assertThat(row)
              .containsEntry("overdueAmount", truth.getOrDefault("overdue_total", ""))
              .containsEntry(
                  receipt ? "creditUsage" : "remainingAmount",
                  truth.getOrDefault("principal_balance", ""));
          if (row.getOrDefault("termStatus", "").equals("overdue")) {
            assertThat(row)
                .containsEntry("overdueStatus", "D" + truth.getOrDefault("days_past_due", ""));
          }
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThan(3);
  }

  private void precheck(Path night) throws IOException {
    List<String> arguments =
        new ArrayList<>(List.of("precheck", "--conf", nights.conf().toString()));
    try (Stream<Path> all = Files.list(night.resolve("submissions/baihang"))) {
      all.map(Path::toString).filter(one -> one.endsWith(".txt")).forEach(arguments::add);
    }
    Ended ended = Commands.run(arguments.toArray(String[]::new));
    assertThat(ended.code()).as(ended.toString()).isZero();
  }

  /** The first record of D3 is rejected; the next night sends it again with its number. */
  private void repeat(Path night, Map<String, String> rejected) throws IOException {
    String base = "示例消费金融有限公司_D3_20261101_0001";
    int records = Trees.lines(night.resolve("submissions/baihang/" + base + ".txt")).size() - 1;
    Path inbox = Files.createDirectories(folder.resolve("inbox"));
    Files.writeString(
        inbox.resolve(base + ".feedback.csv"), (records - 1) + ",1,2026-11-01\n2,E1024;E1\n");
    Ended ended =
        Commands.run(
            "feedback",
            "--dir",
            inbox.toString(),
            "--home",
            nights.home().toString(),
            "--output",
            nights.output().toString(),
            "--conf",
            nights.conf().toString());
    assertThat(ended.code()).as(ended.toString()).isEqualTo(10);
    assertThat(ended.sentence()).contains("1 rejected");
    Path third = nights.publish(ledger(SECOND, THIRD), THIRD);
    assertThat(rows(sent(third), "D3"))
        .filteredOn(each -> each.getOrDefault("opCode", "").equals("M"))
        .singleElement()
        .satisfies(
            each -> {
              Map<String, String> told = new TreeMap<>(each);
              told.put("opCode", "A");
              told.put("uploadTs", rejected.getOrDefault("uploadTs", ""));
              assertThat(told).isEqualTo(new TreeMap<>(rejected));
            });
  }
}
