package org.xinbao.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may differ without changing what is read: order of rows and columns, line ends, ranges. */
class RowOrderTest {

  private static final int LOANS = 400;

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path temp;

  private int exports;

  @BeforeEach
  void work() throws Exception {
    Files.createDirectories(temp.resolve("work"));
  }

  private static List<String> ids() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < LOANS; i++) {
      ids.add("L" + i + (i % 7 == 0 ? "x" : ""));
    }
    Collections.sort(ids);
    return ids;
  }

  /** Sorted files of many loans, a few of them wrong, with facilities, notices and borrowers. */
  private static ExportFolder many() {
    List<String> loans = new ArrayList<>(List.of(ExportFolder.LOAN_COLUMNS));
    List<String> instalments = new ArrayList<>(List.of(ExportFolder.INSTALMENT_COLUMNS));
    List<String> transactions = new ArrayList<>(List.of(ExportFolder.TRANSACTION_COLUMNS));
    List<String> notices = new ArrayList<>(List.of("loan_id,channel,sent_on"));
    List<String> ids = ids();
    for (int i = 0; i < ids.size(); i++) {
      String id = ids.get(i);
      String loan = ExportFolder.loan(id).replace("JIEBEI,,", "JIEBEI,F" + i % 40 + ",");
      loans.add(i % 50 == 3 ? loan.replace("CNY", "USD") : loan);
      if (i % 60 == 5) {
        loans.add(loan);
      }
      if (i % 70 != 6) {
        instalments.addAll(ExportFolder.instalments(id).lines().toList());
      }
      transactions.addAll(ExportFolder.transactions(id).lines().toList());
      notices.add(id + ",\"SMS, \"\"first\"\"\",2026-09-0" + (1 + i % 9));
      notices.add(id + ",LETTER,2026-10-0" + i % 10);
    }
    instalments.add("Z9,1,2026-09-01,1.00,0,");
    ExportFolder folder = new ExportFolder();
    folder.file("loans.csv", loans.toArray(String[]::new));
    folder.file("instalments.csv", instalments.toArray(String[]::new));
    folder.file("transactions.csv", transactions.toArray(String[]::new));
    folder.file("notices.csv", notices.toArray(String[]::new));
    List<String> facilities =
        new ArrayList<>(List.of(String.join(",", ContractFile.FACILITIES.columns())));
    for (int i = 0; i < 35; i++) {
      facilities.add("F" + i + ",C,测试甲,ID_CARD,1,CARD_OWN,0," + i + ".00,CNY,2026-01-01,,ACTIVE");
    }
    folder.file("facilities.csv", facilities.toArray(String[]::new));
    return folder;
  }

  private List<String> read(ExportFolder folder, int ranges) throws Exception {
    Path written = folder.write(temp.resolve("export" + exports++));
    List<String> seen = new ArrayList<>();
    try (LedgerExport export =
        LedgerExport.open(
            written, ExportFolder.DATE, ExportFolder.SETTINGS, temp.resolve("work"))) {
      List<Tally> tallies = new ArrayList<>();
      List<LoanRange> cut = export.ranges(ranges);
      assertCover(cut, ranges);
      for (LoanRange range : cut) {
        try (LoanReader reader = export.read(LoanRange.parse(range.toText()))) {
          for (var group = reader.next(); group.isPresent(); group = reader.next()) {
            seen.add(withoutLines(group.get()));
          }
          reader.tallies().forEach(tally -> tallies.add(Tally.parse(tally.toText())));
        }
      }
      export.checkTotals(tallies);
    }
    return seen;
  }

  private static void assertCover(List<LoanRange> ranges, int wanted) {
    assertThat(ranges).hasSizeLessThanOrEqualTo(wanted);
    assertThat(ranges.get(0).fromLoanId()).isEmpty();
    assertThat(ranges.get(ranges.size() - 1).toLoanId()).isEmpty();
    for (int i = 1; i < ranges.size(); i++) {
      assertThat(ranges.get(i).fromLoanId()).isEqualTo(ranges.get(i - 1).toLoanId());
    }
  }

  /** Everything of a group but physical lines. */
  private static String withoutLines(LoanGroup group) {
    List<String> rejects =
        group.rejects().stream()
            .map(r -> r.file() + r.loanId() + r.column() + r.code() + r.message())
            .sorted()
            .toList();
    String head = group.loanId() + rejects + group.notices() + group.decisions();
    if (group instanceof ExportedLoan loan) {
      return head
          + loan.loan()
          + loan.row().borrowerName()
          + loan.row().options()
          + loan.facility().map(f -> f.facilityId() + f.creditLimit());
    }
    return head + group.getClass().getSimpleName();
  }

  @Test
  void rangesTogetherGiveWhatOneRangeGives() throws Exception {
    List<String> one = read(many(), 1);
    // 400 loans and one unknown id; duplicates are one group each.
    assertThat(one).hasSize(LOANS + 1);
    assertThat(one).filteredOn(s -> s.contains("DUPLICATE_LOAN")).hasSize(7);
    assertThat(one).filteredOn(s -> s.contains("UNKNOWN_CURRENCY")).hasSize(8);
    assertThat(one).filteredOn(s -> s.contains("NO_SCHEDULE")).isNotEmpty();
    for (int ranges : new int[] {2, 3, 7, 64}) {
      assertThat(read(many(), ranges)).isEqualTo(one);
    }
    Set<Integer> sizes = new HashSet<>();
    try (LedgerExport export =
        LedgerExport.open(
            many().write(temp.resolve("sizes")),
            ExportFolder.DATE,
            ExportFolder.SETTINGS,
            temp.resolve("work"))) {
      for (int ranges : new int[] {1, 2, 3}) {
        sizes.add(export.ranges(ranges).size());
      }
    }
    assertThat(sizes).containsExactlyInAnyOrder(1, 2, 3);
  }

  @Test
  void shuffledFilesGiveTheSameLoans() throws Exception {
    List<String> sorted = read(many(), 1);
    Random random = TestSeed.random(7);
    for (int i = 0; i < 5; i++) {
      ExportFolder folder = many();
      for (String name :
          List.of(
              "loans.csv",
              "instalments.csv",
              "transactions.csv",
              "notices.csv",
              "facilities.csv")) {
        List<String> lines = new ArrayList<>(folder.text(name).lines().toList());
        Collections.shuffle(lines.subList(1, lines.size()), random);
        folder.file(name, lines.toArray(String[]::new));
      }
      assertThat(read(folder, 1 + i * 3)).as("seed %d", TestSeed.SEED).isEqualTo(sorted);
    }
  }

  @Test
  void columnsMayStandInAnyOrderWithOthersBetween() throws Exception {
    List<String> expected = read(many(), 1);
    ExportFolder folder = many();
    for (String name : List.of("loans.csv", "instalments.csv", "transactions.csv")) {
      List<String> lines = new ArrayList<>();
      boolean header = true;
      for (String line : folder.text(name).lines().toList()) {
        List<String> fields = new ArrayList<>(List.of(line.split(",", -1)));
        Collections.reverse(fields);
        fields.add(1, header ? "branch" : "\"a,\nb\"");
        lines.add(String.join(",", fields));
        header = false;
      }
      folder.file(name, lines.toArray(String[]::new));
    }
    assertThat(read(folder, 4)).isEqualTo(expected);
  }

  @Test
  void byteOrderMarkLineEndsAndQuotesChangeNothing() throws Exception {
    List<String> expected = read(many(), 1);
    ExportFolder folder = many();
    for (String name : List.of("loans.csv", "instalments.csv", "transactions.csv", "notices.csv")) {
      List<String> lines = new ArrayList<>();
      for (String line : folder.text(name).lines().toList()) {
        boolean quoted = line.indexOf('"') >= 0 || !name.equals("transactions.csv");
        lines.add(quoted ? line : '"' + line.replace(",", "\",\"") + '"');
      }
      String text = "\uFEFF" + String.join("\r\n", lines);
      folder.bytes(name, text.getBytes(StandardCharsets.UTF_8));
    }
    assertThat(read(folder, 3)).isEqualTo(expected);
  }

  @Test
  void linesOfRejectsAreThoseOfTheOriginalFile() throws Exception {
    ExportFolder folder =
        new ExportFolder()
            .file(
                "loans.csv",
                ExportFolder.LOAN_COLUMNS,
                ExportFolder.loan("L2").replace("测试甲", "\"测\n试\n甲\""),
                "",
                ExportFolder.loan("L1").replace("CNY", "USD"))
            .file("instalments.csv", ExportFolder.INSTALMENT_COLUMNS)
            .file("transactions.csv", ExportFolder.TRANSACTION_COLUMNS);
    Path written = folder.write(temp.resolve("lines"));
    try (LedgerExport export =
        LedgerExport.open(
            written, ExportFolder.DATE, ExportFolder.SETTINGS, temp.resolve("work"))) {
      List<LoanGroup> groups = ExportFolder.readAll(export);
      // Header, a row of three lines, a blank line: the row of L1 is on line 6.
      assertThat(groups.get(0).rejects())
          .extracting(r -> r.loanId() + ":" + r.line() + ":" + r.code())
          .contains("L1:6:UNKNOWN_CURRENCY");
      assertThat(groups.get(1).rejects())
          .extracting(r -> r.loanId() + ":" + r.line() + ":" + r.code())
          .containsExactly("L2:2:NO_SCHEDULE");
    }
  }
}
