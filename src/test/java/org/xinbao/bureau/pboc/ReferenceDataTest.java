package org.xinbao.bureau.pboc;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinbao.arrears.Day;

/** Code lists, id numbers, dates, the rule catalogue, the reported state as text. */
class ReferenceDataTest {

  /** Every code of section 7 and of the field tables of sections 3, 4 and 6, list by list. */
  private static final String CODES =
      """
      AcctType: C1 D1 R1 R2 R3 R4
      RptDateCode: 10 20 30 31 32 40
      AcctStatus-D1-R4: 1 2 3 41 42 6 8
      AcctStatus-R1: 1 2 3 41 42 5 6 8
      AcctStatus-R2-R3: 1 31 4 51 52 6 8
      AcctStatus-C1: 1 2
      FiveCate: 1 2 3 4 5 9
      BusiLines: 1 2 3 4 5 6
      BusiDtlLines-1: 11 12 13 21 31 32 33 41 42 51 52 53 91 99
      BusiDtlLines-2: 71 81 82
      BusiDtlLines-3: 61 62 63 64
      BusiDtlLines-4: 92
      BusiDtlLines-5: A1
      BusiDtlLines-6: B1
      RepayMode-D1: 11 12 13 14 15 19 21 22 23 29 90
      RepayMode-R4: 11 12 13 14 15 19 21 22 23 29
      RepayMode-R1: 31 32 33 39 90
      RepayFreqcy: 01 02 03 04 05 06 07 08 12 13 14 99
      GuarMode: 1 2 3 4 5 6 7
      OthRepyGuarWay: 0 1 9
      AssetTrandFlag: 0 1
      FundSou: 1 2 21 22 23 24 4 8
      LoanForm: 1 5 9
      Flag: 0 1 2
      FirstHouLoanFlag: 01 02 03 04
      IDType-person: 0 1 2 5 6 8 9 10 20 A B C X
      IDType-organisation: 10 20 30
      InfoIDType: 1 2
      ArlpType: 1 2 3 9
      WartySign: 0 1
      ChanTranType: 1 2 3 4 5 8 11 12 13 14 15 16 17
      OrigDbtCate: 1 2 3 4 9
      InitRpySts: 0 1 2 3 4 5 6 7 9
      CustomerType: 11 12 13 20 30 40 50 60 90
      Sex: 0 1 2 9
      MariStatus: 10 20 21 22 23 30 40 90 91 99
      EduLevel: 10 20 30 40 60 70 80 90 91 99
      AcaDegree: 1 2 3 4 5 9
      EmpStatus: 11 13 17 21 24 27 31 37 51 54 70 80 90 91 99
      CpnType: 10 20 30 40 50 99
      Occupation: 0 1 3 4 5 6 X Y Z
      Title: 1 2 3 9
      TechTitle: 0 1 2 3 9
      ResiStatus: 1 2 3 4 5 6 7 9 11 12
      FamRel: 1 2 3 4 5 6 7 8
      Industry: A B C D E F G H I J K L M N O P Q R S T 9
      RpyStatus-D1-R1-R4: * N 1 2 3 4 5 6 7 D Z M B C G #
      RpyStatus-R2-R3: * N 1 2 3 4 5 6 7 B C G #
      CreditLimType: 10 20 30 31
      ConStatus: 1 2
      LimLoopFlg: 0 1
      RptDateCode-110: 10 20
      RptDateCode-220: 10 20 30
      RptDateCode-230: 10 20 30 40 50
      MdfcSgmtCode-212: B C D E F G H I J K
      MdfcSgmtCode-222: B C D
      DelSgmtCode-213: C H I J K
      DelSgmtCode-223: D
      OpetnType: 11 12 21
      EventFlag: 0 1
      AcctType-230: G1 G2
      AcctStatus-230: 1 2
      RecordType: 110 114 120 130 134 140 210 211 212 213 214 215 220 221 222 223 224 230 231 232 233 234 510 511 514
      """;

  @Test
  void everyListIsThatOfTheReference() {
    Set<String> listed = new TreeSet<>(Set.of("Cy"));
    CODES
        .lines()
        .forEach(
            line -> {
              int colon = line.indexOf(':');
              String name = line.substring(0, colon);
              listed.add(name);
              assertThat(CodeLists.list(name).codes())
                  .as(name)
                  .containsExactlyInAnyOrder(line.substring(colon + 2).split(" ", -1));
            });
    assertThat(listed).containsExactlyElementsOf(new TreeSet<>(CodeLists.names()));
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
