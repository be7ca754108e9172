package org.xinbao.bureau.pboc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinbao.arrears.Day;

/** Rules that the bureau checks against its store, here against what was told before. */
class HistoryRulesTest {

  private static final String NAME = "TEST00000000012026110121000010.txt";
  private static final String HEADER = "A0502102.0.0  TEST00000000012026110103000000000001\r\n";
  private static final int SEPTEMBER = Day.of(2026, 9, 30);
  private static final int OCTOBER = Day.of(2026, 10, 31);

  @TempDir Path folder = Path.of("");

  /** An account whose last report is a monthly one, with five class date 10 October. */
  private static String told(AccountType type, int lastReport, boolean closed) {
    return Pboc.imported(
        type, lastReport, closed ? 20 : 30, lastReport, 0, Day.of(2026, 10, 10), closed);
  }

  private List<String> findings(String record, String told) throws IOException {
    Path file = Files.writeString(folder.resolve(NAME), HEADER + record);
    List<String> found = new ArrayList<>();
    PrecheckSettings settings =
        new PrecheckSettings(
            "", Set.of(), name -> false, account -> account.equals("A1") ? told : "");
    Precheck.file(file, settings, each -> found.add(each.code() + " " + each.tag()));
    return found;
  }

  @Test
  void theNextMonthOfAnAccountIsGood() throws IOException {
    String record = Samples.good(AccountType.D1, 30);
    assertThat(findings(record, told(AccountType.D1, SEPTEMBER, false))).isEmpty();
    assertThat(findings(record, "")).isEmpty();
    // Of an account that another system reported only its type is known.
    String taken = ReportedState.known(AccountType.D1, Day.NONE).toText();
    assertThat(findings(record, taken)).isEmpty();
    // What waits for an answer stands behind the state and is left alone.
    assertThat(findings(record, told(AccountType.D1, SEPTEMBER, false) + ";anything~x")).isEmpty();
    // Another account's state does not matter.
    assertThat(findings(record.replace("A1<", "A2<"), told(AccountType.R1, OCTOBER, true)))
        .isEmpty();
  }

  @Test
  void whatTheBureauHasStoredIsNotToldAgain() throws IOException {
    String record = Samples.good(AccountType.D1, 30);
    assertThat(findings(record, told(AccountType.D1, OCTOBER, false)))
        .containsExactly("ABR004 RptDate", "BLR027 Month");
    // The last report was a 40 of 31 October: the month itself is not stored yet.
    String recovered = Pboc.imported(AccountType.D1, OCTOBER, 40, OCTOBER, 0, Day.NONE, false);
    assertThat(findings(record, recovered)).containsExactly("ABR004 RptDate");
    assertThat(findings(record, told(AccountType.R4, SEPTEMBER, false)))
        .containsExactly("BLR019 AcctType");
    assertThat(findings(record, told(AccountType.D1, SEPTEMBER, true)))
        .containsExactly("BLR020 AcctCode");
    String earlier = record.replace("Date>2026-10-10</FiveCate", "Date>2026-10-09</FiveCate");
    assertThat(findings(earlier, told(AccountType.D1, SEPTEMBER, false)))
        .containsExactly("BLR022 FiveCateAdjDate");
  }

  @Test
  void aClosingRecordIsTheNewest() throws IOException {
    String closing = Samples.good(AccountType.D1, 20);
    String november =
        Pboc.imported(
            AccountType.D1, Day.of(2026, 11, 30), 30, Day.of(2026, 11, 30), 0, Day.NONE, false);
    assertThat(findings(closing, november)).containsExactly("BLR021 RptDate");
    assertThat(findings(closing, told(AccountType.D1, SEPTEMBER, false))).isEmpty();
  }

  @Test
  void aSpecialTransactionIsToldOnce() throws IOException {
    // Field 15 of the text are the special transactions told. The sample tells 4 (prepayment) and 1
    // (extension) of 20 October.
    String record = Samples.with(AccountType.D1, 30, Segment.K);
    String told = told(AccountType.D1, SEPTEMBER, false);
    String[] fields = told.split("\\|", -1);
    fields[14] = "4:2026-10-20,11:2026-10-20";
    assertThat(findings(record, String.join("|", fields))).containsExactly("BLR023 TranDate");
  }
}
