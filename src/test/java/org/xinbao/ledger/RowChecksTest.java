package org.xinbao.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * What is wrong in a row of a loan, one fault at a time; the cases stand in {@code
 * ledger/bad-fields.csv}: the column's value is replaced in an otherwise right export.
 */
class RowChecksTest {

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path temp;

  private List<LoanGroup> read(ExportFolder folder) throws Exception {
    Path written = folder.write(temp.resolve("export"));
    Path work = Files.createDirectories(temp.resolve("work"));
    try (LedgerExport export =
        LedgerExport.open(written, ExportFolder.DATE, ExportFolder.SETTINGS, work)) {
      return ExportFolder.readAll(export);
    }
  }

  @ParameterizedTest
  @CsvFileSource(
      resources = "/ledger/bad-fields.csv",
      numLinesToSkip = 1,
      delimiter = ';',
      quoteCharacter = '$')
  void badFieldRejectsTheLoan(String file, String column, String value, String code)
      throws Exception {
    ExportFolder folder = ExportFolder.oneLoan();
    set(folder, file, column, unescape(value == null ? "" : value));
    List<LoanGroup> groups = read(folder);
    if (code.equals("OK")) {
      assertThat(groups).hasSize(1);
      assertThat(groups.get(0)).isInstanceOf(ExportedLoan.class);
      assertThat(groups.get(0).rejects()).isEmpty();
      return;
    }
    List<Reject> rejects = groups.stream().flatMap(g -> g.rejects().stream()).toList();
    Reject found =
        rejects.stream()
            .filter(r -> r.file().equals(file) && r.column().equals(column))
            .findFirst()
            .orElseThrow(() -> new AssertionError("rejects: " + rejects));
    assertThat(found.code()).isEqualTo(RejectCode.valueOf(code));
    assertThat(found.line()).isEqualTo(3);
    assertThat(found.message()).endsWith(".");
    if (value != null && value.length() > 4) {
      assertThat(found.message()).doesNotContain(value);
    }
    assertThat(groups).noneMatch(ExportedLoan.class::isInstance);
  }

  private static String unescape(String value) {
    return value
        .replace("{201}", "长".repeat(201))
        .replace("{200}", "长".repeat(200))
        .replace("{65}", "T".repeat(65))
        .replace("{64}", "T".repeat(64))
        .replace("{47}", "9".repeat(47))
        .replace("{46}", "9".repeat(46))
        .replace("{NUL}", "\u0000")
        .replace("{LF}", "\n");
  }

  /**
   * Puts a value in the last data row of the file, one line below the first: rows of a loan L0 that
   * nothing refers to would change the picture, so a blank line is put before.
   */
  private static void set(ExportFolder folder, String file, String column, String value) {
    List<String> lines = folder.text(file).lines().toList();
    List<String> header = new java.util.ArrayList<>(List.of(lines.get(0).split(",", -1)));
    List<String> row =
        new java.util.ArrayList<>(List.of(lines.get(lines.size() - 1).split(",", -1)));
    int at = header.indexOf(column);
    if (at < 0) {
      header.add(column);
      row.add(value);
      at = row.size() - 1;
    }
    row.set(at, value.contains("\n") ? '"' + value + '"' : value);
    List<String> result = new java.util.ArrayList<>();
    result.add(String.join(",", header));
    if (lines.size() == 2) {
      result.add("");
    }
    for (int i = 1; i < lines.size() - 1; i++) {
      result.add(lines.get(i) + ",".repeat(header.size() - lines.get(0).split(",", -1).length));
    }
    result.add(String.join(",", row));
    folder.file(file, result.toArray(String[]::new));
  }

  @Test
  void rowWithAnotherNumberOfFieldsIsMalformed() throws Exception {
    ExportFolder folder =
        ExportFolder.oneLoan().replace("instalments.csv", "100.00,1.50,", "100.00,");
    LoanGroup group = read(folder).get(0);
    assertThat(group).isInstanceOf(RejectedLoan.class);
    assertThat(group.rejects())
        .singleElement()
        .satisfies(
            r -> {
              assertThat(r.code()).isEqualTo(RejectCode.MALFORMED_ROW);
              assertThat(r.line()).isEqualTo(3);
              assertThat(r.loanId()).isEqualTo("L1");
            });
  }

  /** However little of a row can be read, the loan must not be assessed without it. */
  @Test
  void malformedRowCostsTheLoanThatItNames() throws Exception {
    List<String> rows =
        List.of(
            "L1,T3,2026-09-02,2026-09-02,REPAYMENT,1.00,,,,,\"",
            "L1,T3,2026-09-02,2026-09-02,REPAY\"MENT,1.00,,,,,",
            "\"L1\",T3,2026-09-02,\"2026-09-02\"x,REPAYMENT,1.00,,,,,",
            "L1,T3," + "9".repeat(Limits.RECORD_BYTES),
            "L1,T3," + "9".repeat(3 * Limits.SCAN_BUFFER),
            "L1" + ",".repeat(Limits.FIELDS + 10),
            "L1");
    for (String row : rows) {
      for (String other : List.of("", "L0,T1,2026-08-01,2026-08-01,REPAYMENT,1.00,,,,,")) {
        ExportFolder folder =
            ExportFolder.oneLoan()
                .file(
                    "transactions.csv",
                    ExportFolder.TRANSACTION_COLUMNS,
                    row,
                    ExportFolder.transactions("L1"),
                    other);
        List<LoanGroup> groups = read(folder);
        LoanGroup group = groups.get(groups.size() - 1);
        assertThat(group).as(row.substring(0, 2)).isInstanceOf(RejectedLoan.class);
        assertThat(group.rejects())
            .singleElement()
            .satisfies(
                r -> {
                  assertThat(r.code()).isEqualTo(RejectCode.MALFORMED_ROW);
                  assertThat(r.line()).isEqualTo(2);
                  assertThat(r.loanId()).isEqualTo("L1");
                });
      }
    }
  }

  @Test
  void lastRowCutShortIsMalformed() throws Exception {
    String whole = ExportFolder.oneLoan().text("transactions.csv");
    for (int cut = 1; cut <= 30; cut++) {
      String text = whole.substring(0, whole.length() - 1 - cut);
      ExportFolder folder =
          ExportFolder.oneLoan()
              .bytes("transactions.csv", text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      LoanGroup group = read(folder).get(0);
      // The last field alone may be cut: the split's fee of 0 becomes empty, which is 0 as well.
      if (cut > 1) {
        assertThat(group).as("cut %d", cut).isInstanceOf(RejectedLoan.class);
      }
    }
  }

  @Test
  void everyFaultOfARowIsListed() throws Exception {
    ExportFolder folder =
        ExportFolder.oneLoan()
            .replace("loans.csv", "ID_CARD", "ID")
            .replace("loans.csv", "200.00", "-1")
            .replace("loans.csv", "CNY", "XXX");
    assertThat(read(folder).get(0).rejects())
        .extracting(Reject::column)
        .containsExactly("currency", "id_type", "principal");
  }
}
