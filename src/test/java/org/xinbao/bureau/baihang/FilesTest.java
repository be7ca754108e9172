package org.xinbao.bureau.baihang;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinbao.arrears.Day;
import org.xinbao.arrears.Instalment;
import org.xinbao.arrears.MovementType;
import org.xinbao.bureau.FileAnswer;
import org.xinbao.bureau.LoanHistory;
import org.xinbao.bureau.PrecheckKnown;
import org.xinbao.bureau.RejectedRecord;
import org.xinbao.bureau.RejectionCode;
import org.xinbao.bureau.SubmissionFile;
import org.xinbao.ledger.DecisionRow.Kind;
import org.xinbao.ledger.FacilityRow;

/** The files and their archives, against files that were derived by hand. */
class FilesTest {

  private static final Path GOLDEN = Path.of("src/test/resources/baihang");

  private final Path folder;

  FilesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** Writes a night's records of each type and returns the files. */
  private List<SubmissionFile> write(Nights nights, List<String> records, String date)
      throws IOException {
    List<SubmissionFile> files = new ArrayList<>();
    for (String type : nights.bureau().recordTypes()) {
      StringBuilder text = new StringBuilder();
      records.stream()
          .filter(each -> each.startsWith(type + " "))
          .forEach(each -> text.append(each.substring(type.length() + 1)).append('\n'));
      Path part = Files.writeString(folder.resolve("part"), text);
      files.addAll(nights.bureau().assemble(Day.parse(date) + 1, type, 1, List.of(part), folder));
    }
    return files;
  }

  /**
   * Whether the files of a night are the golden ones, without finding, as another reader has them.
   */
  private void golden(Nights nights, List<String> records, String date, String... names)
      throws IOException {
    List<SubmissionFile> files = write(nights, records, date);
    assertThat(files).extracting(SubmissionFile::recordType).hasSize(names.length);
    for (int i = 0; i < names.length; i++) {
      SubmissionFile file = files.get(i);
      Path path = folder.resolve(file.name());
      assertThat(file.name()).isEqualTo("测试消费金融有限公司_" + names[i] + "_0001.txt");
      assertThat(Files.readString(path))
          .isEqualTo(Files.readString(GOLDEN.resolve(names[i] + ".txt")));
      assertThat(SubmissionReader.read(path, file.recordType())).hasSize((int) file.records());
      List<String> found = new ArrayList<>();
      SubmissionFile read =
          nights.bureau().precheck(path, PrecheckKnown.NOTHING, each -> found.add(each.code()));
      assertThat(found).isEmpty();
      assertThat(read).isEqualTo(file);
    }
  }

  @Test
  void aLoansFilesAreTheGoldenOnes() throws IOException {
    Nights nights = new Nights(folder);
    LoanHistory loan = new LoanHistory().notice("2026-02-09");
    golden(nights, night(nights, loan, "2026-01-10"), "2026-01-10", "D2_20260111");
    golden(nights, night(nights, loan, "2026-02-11"), "2026-02-11", "D3_20260212");
    int on = Day.of(2026, 2, 11);
    RejectedRecord rejected = new RejectedRecord(on, 1, List.of(new RejectionCode("E1", "")));
    loan.answered(
        nights.bureau(), "2026-02-12", new FileAnswer("D3", on, 1, List.of(), List.of(rejected)));
    loan.pays("P1", "2026-02-12", "1022.00");
    golden(nights, night(nights, loan, "2026-02-12"), "2026-02-12", "D3_20260213");
    loan.move("X1", "2026-03-01", MovementType.EXTENSION, "0.00", "");
    for (int seq = 2; seq <= 3; seq++) {
      loan.schedule.add(
          new Instalment(seq, Day.of(2026, seq + 2, 10), 100_000, 2_000, 0, Day.of(2026, 3, 1)));
    }
    loan.schedule.sort(Instalment.ORDER);
    golden(nights, night(nights, loan, "2026-03-01"), "2026-03-01", "D4_20260302");
    loan.decides(
        "D1", Kind.DELETE_PERIOD, "2026-03-02", Map.of("from", "2026-02-11", "to", "2026-02-11"));
    golden(nights, night(nights, loan, "2026-03-02"), "2026-03-02", "D3_20260303");
  }

  private static List<String> night(Nights nights, LoanHistory loan, String date) {
    return loan.night(nights.bureau(), date).records();
  }

  @Test
  void aReceiptsFilesAreTheGoldenOnes() throws IOException {
    Nights nights = new Nights(folder, Nights.REVOLVING);
    FacilityRow facility = Nights.facility("5000.00", FacilityRow.Status.ACTIVE);
    LoanHistory loan = new LoanHistory().notice("2026-02-09");
    loan.facility = Optional.of(facility);
    LoanHistory.Night first = loan.night(nights.bureau(), "2026-01-10");
    List<String> records = new ArrayList<>(first.records());
    nights.account(first, facility, "2026-01-10", "", records);
    golden(nights, records, "2026-01-10", "X2_20260111", "CL1_20260111");
    golden(nights, night(nights, loan, "2026-02-11"), "2026-02-11", "CL2_20260212");
  }

  @Test
  void theArchiveHoldsTheFileAndIsTheSameWheneverItIsMade() throws IOException {
    Nights nights = new Nights(folder);
    List<String> records = night(nights, new LoanHistory(), "2026-01-10");
    write(nights, records, "2026-01-10");
    Path zip = folder.resolve("测试消费金融有限公司_D2_20260111_0001.zip");
    byte[] first = Files.readAllBytes(zip);
    try (ZipFile read = new ZipFile(zip.toFile())) {
      assertThat(read.size()).isEqualTo(1);
      ZipEntry entry = read.entries().nextElement();
      assertThat(entry.getName()).isEqualTo("测试消费金融有限公司_D2_20260111_0001.txt");
      assertThat(read.getInputStream(entry).readAllBytes())
          .isEqualTo(Files.readAllBytes(GOLDEN.resolve("D2_20260111.txt")));
    }
    Files.delete(zip);
    java.util.TimeZone zone = java.util.TimeZone.getDefault();
    try {
      java.util.TimeZone.setDefault(java.util.TimeZone.getTimeZone("America/New_York"));
      write(nights, records, "2026-01-10");
    } finally {
      java.util.TimeZone.setDefault(zone);
    }
    assertThat(Files.readAllBytes(zip)).isEqualTo(first);
  }

  @Test
  void aFileTakesNoMoreRecordsThanTheSettingSays() throws IOException {
    Nights nights = new Nights(folder, "file-records: 2\n");
    List<String> records = new ArrayList<>();
    for (int i = 1; i <= 5; i++) {
      LoanHistory loan = new LoanHistory();
      loan.loanId = "LOAN000" + i;
      records.addAll(night(nights, loan, "2026-01-10"));
    }
    List<SubmissionFile> files = write(nights, records, "2026-01-10");
    assertThat(files).extracting(SubmissionFile::records).containsExactly(2L, 2L, 1L);
    assertThat(files)
        .extracting(SubmissionFile::balance)
        .containsExactly(600_000L, 600_000L, 300_000L);
    assertThat(files.get(2).name()).endsWith("_D2_20260111_0003.txt");
  }

  @Test
  void uploadTsIsTheTimeOfTheEventWhereTheSettingSaysSo() {
    Nights nights = new Nights(folder, "upload-ts: EVENT\n");
    LoanHistory loan = new LoanHistory().notice("2026-02-09");
    assertThat(night(nights, loan, "2026-01-10").get(0))
        .contains("\"uploadTs\":\"2026-01-10T09:30:00\"");
    assertThat(night(nights, loan, "2026-02-11").get(0))
        .contains("\"uploadTs\":\"2026-02-11T23:59:59\"");
    loan.pays("P1", "2026-02-12", "1022.00");
    assertThat(night(nights, loan, "2026-02-12").get(0))
        .contains("\"uploadTs\":\"2026-02-12T20:15:00\"");
  }

  @Test
  void aCycleHasTheDaysOfATermAndNoList() {
    Nights nights =
        new Nights(folder, "defaults: {repay-dates: CYCLE, term-period: 31, grace-period: 3}\n");
    assertThat(night(nights, new LoanHistory(), "2026-01-10").get(0))
        .contains(
            "\"targetRepayDateType\":1,\"termPeriod\":31,\"targetRepayDateList\":null,"
                + "\"firstRepaymentDate\":\"2026-02-10\",\"gracePeriod\":3");
  }

  @Test
  void nothingPersonalIsShown() {
    Nights nights = new Nights(folder);
    String record = night(nights, new LoanHistory(), "2026-01-10").get(0).substring(3);
    assertThat(nights.bureau().shown("D2", record))
        .extracting(each -> each.item())
        .contains("reqID", "loanAmount")
        .doesNotContain("name", "pid", "mobile");
  }
}
