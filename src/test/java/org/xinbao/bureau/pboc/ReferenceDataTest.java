package org.xinbao.bureau.pboc;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinbao.arrears.Day;

/** Code lists, id numbers, dates, the rule catalogue, the reported state as text. */
class ReferenceDataTest {

  /** Numbers of codes as section 7 of the reference lists them. */
  @ParameterizedTest
  @CsvSource({
    "AcctType, 6",
    "RptDateCode, 6",
    "AcctStatus-D1-R4, 7",
    "AcctStatus-R1, 8",
    "AcctStatus-R2-R3, 7",
    "AcctStatus-C1, 2",
    "FiveCate, 6",
    "BusiLines, 6",
    "BusiDtlLines-1, 14",
    "BusiDtlLines-2, 3",
    "BusiDtlLines-3, 4",
    "BusiDtlLines-4, 1",
    "BusiDtlLines-5, 1",
    "BusiDtlLines-6, 1",
    "RepayMode-D1, 11",
    "RepayMode-R4, 10",
    "RepayMode-R1, 5",
    "RepayFreqcy, 12",
    "GuarMode, 7",
    "OthRepyGuarWay, 3",
    "AssetTrandFlag, 2",
    "FundSou, 8",
    "LoanForm, 3",
    "Flag, 3",
    "FirstHouLoanFlag, 4",
    "IDType-person, 13",
    "IDType-organisation, 3",
    "ArlpType, 4",
    "WartySign, 2",
    "ChanTranType, 13",
    "OrigDbtCate, 5",
    "InitRpySts, 9",
    "CustomerType, 9",
    "Sex, 4",
    "MariStatus, 10",
    "EduLevel, 10",
    "AcaDegree, 6",
    "EmpStatus, 15",
    "CpnType, 6",
    "Occupation, 9",
    "Title, 4",
    "TechTitle, 5",
    "ResiStatus, 10",
    "FamRel, 8",
    "Industry, 21",
    "RpyStatus-D1-R1-R4, 16",
    "RpyStatus-R2-R3, 13"
  })
  void everyListHasItsCodes(String name, int codes) {
    assertThat(CodeLists.list(name).codes()).hasSize(codes).doesNotHaveDuplicates();
  }

  @Test
  void currenciesAreThreeLetters() {
    assertThat(CodeLists.CURRENCY.codes()).contains("CNY", "USD", "HKD", "EUR").hasSize(190);
    assertThat(CodeLists.CURRENCY.codes()).allMatch(each -> each.matches("[A-Z]{3}"));
  }

  @Test
  void aListKnowsItsCodesAsTextAndAsBytes() {
    byte[] bytes = "x31x".getBytes(US_ASCII);
    assertThat(CodeLists.RPT_DATE_CODE.contains(bytes, 1, 3)).isTrue();
    assertThat(CodeLists.RPT_DATE_CODE.contains(bytes, 1, 4)).isFalse();
    assertThat(CodeLists.RPT_DATE_CODE.contains(bytes, 1, 1)).isFalse();
    assertThat(CodeLists.RPT_DATE_CODE.contains("31")).isTrue();
    assertThat(CodeLists.RPT_DATE_CODE.contains("")).isFalse();
    assertThat(CodeLists.RPT_DATE_CODE.contains("3１")).isFalse();
  }

  /**
   * GB 11643: weights 7 9 10 5 8 4 2 1 6 3 7 9 10 5 8 4 2. For 99010119010101000 the sum is
   * 63+81+0+ 5+0+4+2+9+0+3+0+9+0+5+0+0+0 = 181, 181 mod 11 = 5, the sixth of 1 0 X 9 8 7 6 5 4 3 2
   * is 7.
   */
  @ParameterizedTest
  @CsvSource({
    "10, 990101190101010007, true",
    "10, 990101190101010008, false",
    "10, 99010119010101000x, false",
    "10, 990101190102300007, false",
    "10, 9901011901010100, false",
    "2, CHNE00000001, true",
    "2, CHNE000000012, false",
    "2, E12345678, false",
    "5, H00000001, true",
    "5, M0000000001, true",
    "5, H0000001, false",
    "5, X00000001, false",
    "5, H0000000A, false",
    "6, 00000001, true",
    "6, 0000000A, false",
    "6, 0000000001(A), true",
    "6, 000000001, false",
    "X, anything, true"
  })
  void idNumbersHaveTheirForms(String type, String number, boolean valid) {
    assertThat(IdNumbers.isValid(type, number)).isEqualTo(valid);
  }

  @Test
  void theCheckDigitMayBeX() {
    // 99010119900101001: 63+81+0+5+0+4+2+9+54+0+0+9+0+5+0+0+2 = 234, mod 11 = 3 → 9;
    // with serial 0x, try all: each of the eleven digits occurs, X among them.
    List<Character> digits =
        java.util.stream.IntStream.range(0, 100)
            .mapToObj(i -> IdNumbers.checkDigit("990101199001010" + (i < 10 ? "0" + i : "" + i)))
            .distinct()
            .toList();
    assertThat(IdNumbers.checkDigit("99010119900101001")).isEqualTo('9');
    assertThat(digits).hasSize(11).contains('X');
  }

  /** Every day from 1900 to 2101 against the calendar of the JDK. */
  @Test
  void daysAreCalendarDays() {
    int end = Day.of(2101, 1, 1);
    for (int day = Day.of(1900, 1, 1); day <= end; day++) {
      LocalDate date = Day.toDate(day);
      int expected = date.getYear() * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth();
      assertThat(Dates.yyyymmdd(day)).isEqualTo(expected);
      assertThat(Dates.find(date.getYear(), date.getMonthValue(), date.getDayOfMonth()))
          .isEqualTo(day);
    }
    assertThat(Dates.find(2026, 2, 29)).isEqualTo(Day.NONE);
    assertThat(Dates.find(2026, 4, 31)).isEqualTo(Day.NONE);
    assertThat(Dates.find(2026, 13, 1)).isEqualTo(Day.NONE);
  }

  @Test
  void everyRuleHasItsSentences() {
    assertThat(Arrays.stream(PbocRule.values()).map(PbocRule::code)).doesNotHaveDuplicates();
    assertThat(PbocRule.values())
        .allSatisfy(
            rule -> {
              assertThat(rule.english()).endsWith(".");
              assertThat(rule.chinese()).endsWith("。");
            });
    assertThat(HeldCode.values()).allSatisfy(code -> assertThat(code.sentence()).endsWith("."));
  }

  @Test
  void theReportedStateSurvivesAsText() {
    ReportedState state =
        new ReportedState(
            java.util.Optional.of(AccountType.R4),
            Day.of(2026, 10, 31),
            30,
            202610,
            1234,
            false,
            202609,
            Day.of(2026, 5, 1),
            List.of("0123456789ab", "-", "", "ffffffffffff"),
            Day.of(2026, 1, 1),
            List.of(
                new ReportedState.SpecialKey(4, Day.of(2026, 3, 1), Day.NONE),
                new ReportedState.SpecialKey(11, Day.of(2026, 4, 1), Day.of(2026, 4, 30))),
            Dossier.NONE);
    assertThat(ReportedState.parse(state.toText())).isEqualTo(state);
    assertThat(state.toText())
        .isEqualTo(
            "2|R4|2026-10-31|30|2026-10|1234|0|2026-09|2026-05-01|0123456789ab|-||ffffffffffff"
                + "|2026-01-01|4:2026-03-01,11:2026-04-01:2026-04-30||||||||");
    ReportedState known = ReportedState.known(AccountType.D1, Day.NONE);
    assertThat(ReportedState.parse(known.toText())).isEqualTo(known);
    assertThat(ReportedState.parse("")).isEqualTo(ReportedState.NONE);
    assertThat(ReportedState.NONE.toText()).isEmpty();
  }

  /** A home of the version before has states without the dossier of corrections. */
  @Test
  void aStateOfTheVersionBeforeIsRead() {
    ReportedState state =
        ReportedState.parse(
            "1|D1|2026-10-31|30|2026-10|0|0||2026-05-01|0123456789ab|-|-|-||11:2026-04-01");
    assertThat(state.dossier()).isEqualTo(Dossier.NONE);
    assertThat(state.specials())
        .containsExactly(new ReportedState.SpecialKey(11, Day.of(2026, 4, 1), Day.NONE));
    assertThat(state.toText()).startsWith("2|D1|2026-10-31|").endsWith("|11:2026-04-01||||||||");
  }
}
