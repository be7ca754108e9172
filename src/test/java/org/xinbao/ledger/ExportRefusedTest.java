package org.xinbao.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinbao.ledger.ExportRefused.Reason;

class ExportRefusedTest {

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path temp;

  private LedgerExport open(Path folder) throws Exception {
    Path work = Files.createDirectories(temp.resolve("work"));
    return LedgerExport.open(folder, ExportFolder.DATE, ExportFolder.SETTINGS, work);
  }

  private void assertRefused(Path folder, Reason reason) {
    ExportRefused refused = catchThrowableOfType(ExportRefused.class, () -> open(folder).close());
    assertThat(refused).as(reason.name()).isNotNull();
    assertThat(refused.reason()).as(refused.getMessage()).isEqualTo(reason);
    assertThat(refused.getMessage()).endsWith(".").doesNotContain(folder.toString());
    assertThat(refused.getCause()).isNull();
  }

  private Path write(ExportFolder folder) {
    return folder.write(temp.resolve("export"));
  }

  private Path write(ExportFolder folder, String manifest) {
    return folder.write(temp.resolve("export"), manifest);
  }

  @Test
  void missingFolderAndManifestRefuse() throws Exception {
    assertRefused(temp.resolve("nowhere"), Reason.FOLDER_MISSING);
    Path folder = write(ExportFolder.oneLoan());
    Files.delete(folder.resolve("manifest.json"));
    assertRefused(folder, Reason.MANIFEST_MISSING);
  }

  /** A link in an export could show, or archive, what its sender may not read. */
  @Test
  void aSymbolicLinkIsNoFileOfAnExport() throws Exception {
    for (String name : List.of("manifest.json", "loans.csv")) {
      Path folder = ExportFolder.oneLoan().write(temp.resolve("linked-" + name));
      Path elsewhere = Files.move(folder.resolve(name), temp.resolve("elsewhere-" + name));
      Files.createSymbolicLink(folder.resolve(name), elsewhere);
      assertRefused(folder, name.startsWith("m") ? Reason.MANIFEST_MISSING : Reason.FILE_MISSING);
    }
  }

  /** Each replaces a piece of the right manifest; ' stands for a double quote. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '$',
      value = {
        "'contract_version':'1' | 'contract_version':'2' | WRONG_CONTRACT_VERSION",
        "'contract_version':'1', |  | MANIFEST_MALFORMED",
        "'contract_version':'1' | 'contract_version':1 | MANIFEST_MALFORMED",
        "TEST0000000001 | TEST0000000002 | WRONG_INSTITUTION",
        "TEST0000000001 | TEST | MANIFEST_MALFORMED",
        "2026-10-31 | 2026-10-30 | WRONG_BUSINESS_DATE",
        "2026-10-31 | 2026-02-30 | MANIFEST_MALFORMED",
        "'files' | 'scope':'ALL','files' | MANIFEST_MALFORMED",
        "'files' | 'open_loans':-1,'files' | MANIFEST_MALFORMED",
        "'files' | 'open_loans':1.5,'files' | MANIFEST_MALFORMED",
        "'files' | 'institution':'TEST0000000001','files' | MANIFEST_MALFORMED",
        "'files':[ | 'files':{ | MANIFEST_MALFORMED",
        "'files':[ | 'files':[3, | MANIFEST_MALFORMED",
        "'loans.csv' | '../loans.csv' | MANIFEST_MALFORMED",
        "'loans.csv' | 'manifest.json' | MANIFEST_MALFORMED",
        "'loans.csv' | 'instalments.csv' | MANIFEST_MALFORMED",
        "'loans.csv' | 'loan.csv' | FILE_MISSING",
        "'rows':1, | 'rows':2, | WRONG_ROWS",
        "'rows':1, | 'rows':-1, | MANIFEST_MALFORMED",
        "'rows':1, | 'rows':'1', | MANIFEST_MALFORMED",
        "'rows':1, | 'rows':1e99, | MANIFEST_MALFORMED",
        "'sha256':' | 'sha256':'x | MANIFEST_MALFORMED",
        "'rows':1, | 'totals':{'principal':'x'},'rows':1, | MANIFEST_MALFORMED",
        "'rows':1, | 'totals':[],'rows':1, | MANIFEST_MALFORMED",
        "'rows':1, | 'totals':{'borrower_name':'1'},'rows':1, | WRONG_TOTAL",
        "'rows':1, | 'totals':{'ledger_penalty':'0'},'rows':1, | WRONG_TOTAL"
      })
  void wrongManifestRefuses(String from, String to, Reason reason) {
    ExportFolder folder = ExportFolder.oneLoan();
    String manifest = folder.manifest();
    String wanted = from.replace('\'', '"');
    assertThat(manifest).contains(wanted);
    int at = manifest.indexOf(wanted);
    String put = to == null ? "" : to.replace('\'', '"');
    String changed = manifest.substring(0, at) + put + manifest.substring(at + wanted.length());
    assertRefused(write(folder, changed), reason);
  }

  @Test
  void manifestThatIsNoJsonRefuses() {
    ExportFolder folder = ExportFolder.oneLoan();
    String manifest = folder.manifest();
    for (String text :
        List.of(
            "",
            "null",
            "[]",
            "1",
            manifest.substring(0, manifest.length() - 1),
            manifest + "x",
            "[".repeat(100_000),
            " ".repeat(Limits.MANIFEST_BYTES) + manifest)) {
      assertRefused(write(folder, text), Reason.MANIFEST_MALFORMED);
    }
  }

  @Test
  void manifestMayHaveScopeOpenLoansByteOrderMarkAndOtherKeys() throws Exception {
    ExportFolder folder = ExportFolder.oneLoan();
    String manifest =
        "\uFEFF"
            + folder
                .manifest()
                .replace(
                    "\"files\":", "\"scope\":\"INITIAL\",\"open_loans\":7,\"x\":{},\"files\":");
    try (LedgerExport export = open(write(folder, manifest))) {
      assertThat(export.manifest().scope()).isEqualTo(Manifest.Scope.INITIAL);
      assertThat(export.manifest().openLoans()).hasValue(7);
      assertThat(export.rows("instalments.csv")).isEqualTo(2);
      assertThat(export.rows("notices.csv")).isZero();
    }
  }

  @Test
  void hashOfOtherBytesRefuses() throws Exception {
    Path folder = write(ExportFolder.oneLoan());
    Path file = folder.resolve("instalments.csv");
    Files.writeString(file, Files.readString(file).replace("3.10", "3.11"));
    assertRefused(folder, Reason.WRONG_HASH);
  }

  @Test
  void fileCutShortRefusesByItsHash() throws Exception {
    Path folder = write(ExportFolder.oneLoan());
    Path file = folder.resolve("transactions.csv");
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 20));
    assertRefused(folder, Reason.WRONG_HASH);
  }

  @ParameterizedTest
  @CsvSource({"loans.csv", "instalments.csv", "transactions.csv"})
  void mandatoryFileThatIsNotListedRefuses(String name) {
    assertRefused(write(ExportFolder.oneLoan().without(name)), Reason.FILE_MISSING);
  }

  @Test
  void listedFileThatIsMissingRefuses() throws Exception {
    Path folder =
        write(
            ExportFolder.oneLoan()
                .file("notices.csv", "loan_id,channel,sent_on", "L1,SMS,2026-09-01"));
    Files.delete(folder.resolve("notices.csv"));
    assertRefused(folder, Reason.FILE_MISSING);
  }

  @Test
  void everyContractFileThatIsNotListedRefuses() throws Exception {
    for (ContractFile file : ContractFile.values()) {
      if (!file.isMandatory()) {
        Path folder = ExportFolder.oneLoan().write(temp.resolve(file.name()));
        Files.writeString(folder.resolve(file.fileName()), "x\n");
        assertRefused(folder, Reason.FILE_NOT_LISTED);
      }
    }
  }

  @Test
  void otherFilesAreOnlyHashedAndCounted() throws Exception {
    ExportFolder folder =
        ExportFolder.oneLoan().bytes("branches.csv", new byte[] {'h', '\n', (byte) 0xff, '\n'});
    Path written = write(folder);
    Files.writeString(written.resolve("notes.txt"), "not listed, not ours");
    open(written).close();
    Files.writeString(written.resolve("branches.csv"), "h\nchanged\n");
    assertRefused(written, Reason.WRONG_HASH);
  }

  @Test
  void everyMandatoryColumnIsMandatory() {
    for (ContractFile file :
        List.of(ContractFile.LOANS, ContractFile.NOTICES, ContractFile.FACILITIES)) {
      for (String column : file.columns()) {
        String header = String.join(",", file.columns()).replace(column, column + "_");
        Path folder =
            ExportFolder.oneLoan()
                .file(file.fileName(), header)
                .write(temp.resolve(file.name() + column));
        assertRefused(folder, Reason.COLUMN_MISSING);
      }
    }
  }

  @Test
  void columnThatOccursTwiceRefuses() {
    assertRefused(
        write(
            ExportFolder.oneLoan()
                .file("instalments.csv", ExportFolder.INSTALMENT_COLUMNS + ",fee")),
        Reason.COLUMN_REPEATED);
  }

  @Test
  void fileWithoutHeaderRefuses() {
    assertRefused(
        write(ExportFolder.oneLoan().bytes("instalments.csv", new byte[0])), Reason.COLUMN_MISSING);
    assertRefused(
        write(ExportFolder.oneLoan().bytes("instalments.csv", new byte[] {'\n'})),
        Reason.COLUMN_MISSING);
    assertRefused(
        write(ExportFolder.oneLoan().file("instalments.csv", "\"loan_id,seq")),
        Reason.COLUMN_MISSING);
  }

  @Test
  void textThatIsNotUtf8Refuses() {
    byte[] gbk = "L9,C9,".getBytes(StandardCharsets.US_ASCII);
    byte[] file = (ExportFolder.LOAN_COLUMNS + "\n").getBytes(StandardCharsets.US_ASCII);
    byte[] both = java.util.Arrays.copyOf(file, file.length + gbk.length + 4);
    System.arraycopy(gbk, 0, both, file.length, gbk.length);
    both[file.length + gbk.length] = (byte) 0xb2;
    both[file.length + gbk.length + 1] = (byte) 0xe2;
    both[file.length + gbk.length + 2] = ',';
    both[file.length + gbk.length + 3] = '\n';
    assertRefused(write(ExportFolder.oneLoan().bytes("loans.csv", both)), Reason.NOT_UTF8);
  }

  @Test
  void controlTotalsAreComparedWhenEverythingIsRead() throws Exception {
    // 100.00 + 100.00; 3.10 + 1.50
    assertTotals("{\"principal\":\"200.00\",\"interest\":4.6}", true);
    assertTotals("{\"principal\":\"200.01\"}", false);
    assertTotals("{\"fee\":\"0.5\"}", true);
    assertTotals("{\"fee\":\"0\"}", false);
  }

  private void assertTotals(String totals, boolean right) throws Exception {
    Path folder = write(ExportFolder.oneLoan().totals("instalments.csv", totals));
    try (LedgerExport export = open(folder)) {
      List<Tally> tallies;
      try (LoanReader reader = export.read(LoanRange.ALL)) {
        while (reader.next().isPresent()) {
          // Read to the end.
        }
        tallies = reader.tallies();
      }
      if (right) {
        assertThatCode(() -> export.checkTotals(tallies)).doesNotThrowAnyException();
      } else {
        ExportRefused refused =
            catchThrowableOfType(ExportRefused.class, () -> export.checkTotals(tallies));
        assertThat(refused.reason()).isEqualTo(Reason.WRONG_TOTAL);
      }
      ExportRefused missing =
          catchThrowableOfType(
              ExportRefused.class, () -> export.checkTotals(tallies.subList(0, 1)));
      assertThat(missing.reason()).isEqualTo(Reason.WRONG_ROWS);
    }
  }

  @Test
  void fileThatChangesAfterTheCheckIsNotRead() throws Exception {
    Path folder = write(ExportFolder.oneLoan());
    try (LedgerExport export = open(folder)) {
      Files.writeString(folder.resolve("loans.csv"), "changed");
      assertThatCode(() -> export.read(LoanRange.ALL))
          .isInstanceOf(java.io.IOException.class)
          .hasMessageContaining("loans.csv");
    }
  }

  /** Whatever bytes stand in the files, the export is refused or its rows are rejected. */
  @Test
  void randomBytesNeverBreakTheReader() throws Exception {
    Random random = TestSeed.random(6);
    for (int i = 0; i < 400; i++) {
      Path folder = damaged(random).write(temp.resolve("damaged" + i));
      try (LedgerExport export = open(folder)) {
        List<LoanGroup> groups = ExportFolder.readAll(export);
        assertThat(groups).as("seed %d, case %d", TestSeed.SEED, i).isNotNull();
      } catch (ExportRefused refused) {
        assertThat(refused.getMessage()).as("seed %d, case %d", TestSeed.SEED, i).isNotBlank();
      }
    }
    try (Stream<Path> left = Files.list(temp.resolve("work"))) {
      assertThat(left).isEmpty();
    }
  }

  private static ExportFolder damaged(Random random) {
    ExportFolder folder =
        ExportFolder.oneLoan()
            .file("notices.csv", "loan_id,channel,sent_on", "L1,SMS,2026-09-01")
            .file(
                "facilities.csv",
                String.join(",", ContractFile.FACILITIES.columns()),
                "F1,CL1,测试甲,ID_CARD,990101190101010007,LOAN,1,5000.00,CNY,2026-01-01,,ACTIVE");
    for (String name :
        List.of(
            "loans.csv", "instalments.csv", "transactions.csv", "notices.csv", "facilities.csv")) {
      byte[] bytes = folder.text(name).getBytes(StandardCharsets.UTF_8);
      int header = folder.text(name).indexOf('\n') + 1;
      int changes = random.nextInt(4);
      for (int j = 0; j < changes; j++) {
        int from = random.nextInt(20) == 0 ? 0 : header;
        String alphabet = "\",\n\r\u0000A0-.";
        int at = from + random.nextInt(bytes.length - from);
        bytes[at] =
            random.nextInt(8) == 0
                ? (byte) random.nextInt()
                : (byte) alphabet.charAt(random.nextInt(alphabet.length()));
      }
      folder.bytes(name, bytes);
    }
    return folder;
  }
}
