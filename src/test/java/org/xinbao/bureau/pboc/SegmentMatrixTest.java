package org.xinbao.bureau.pboc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The matrix of reference section 3.11 as the pre-check sees it: every cell of account type × code
 * × segment, with records written by hand. {@code M} required, {@code o} optional, {@code x}
 * forbidden; {@code -} in place of a row: the type has no such report.
 */
class SegmentMatrixTest {

  /** D1 with Flag 0 and R2 other than 82. */
  private static final String TABLE =
      """
      D1 10 MMooxxMxxx
      D1 31 MMooxxMxxo
      D1 30 MooooxMxxo
      D1 20 MooooxMxxo
      D1 32 MooooxMxxo
      D1 40 MxxxxxxxMx
      R1 10 MMooMxMxxx
      R1 31 MMooMxMxxo
      R1 30 MooooxMxxo
      R1 20 MooooxMxxo
      R1 32 MooooxMxxo
      R1 40 MxxxxxxxMx
      R4 10 MMooMxMxxx
      R4 31 MMooMxMxxo
      R4 30 MooooxMxxo
      R4 20 MooooxMxxo
      R4 32 MooooxMxxo
      R4 40 MxxxxxxxMx
      R3 10 MMooMxMxxx
      R3 31 MMooMxMxxo
      R3 30 MooooxMxxo
      R3 20 MooooxMxxo
      R3 32 MooooxMxxo
      R3 40 -
      R2 10 MMooMxMoxx
      R2 31 MMooMxMoxo
      R2 30 MooooxMoxo
      R2 20 MooooxMoxo
      R2 32 MooooxMoxo
      R2 40 MxxxxxxxMx
      C1 10 MMoxxMxxMo
      C1 31 -
      C1 30 -
      C1 20 MooxxoxxMo
      C1 32 -
      C1 40 MooxxoxxMo
      """;

  /** The pair of codes for missing and forbidden, by RptDateCode (section 8). */
  private static final Map<Integer, List<String>> CODES =
      Map.of(
          10, List.of("BLR000", "BLR001"),
          31, List.of("BLR002", "BLR003"),
          30, List.of("BLR006", "BLR007"),
          40, List.of("BLR008", "BLR009"),
          20, List.of("BLR010", "BLR011"),
          32, List.of("BLR012", "BLR013"));

  static Stream<Arguments> rows() {
    return TABLE
        .lines()
        .map(each -> each.split(" ", -1))
        .map(
            each -> Arguments.of(AccountType.valueOf(each[0]), Integer.parseInt(each[1]), each[2]));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void everyCellIsChecked(AccountType type, int code, String cells) {
    List<String> pair = Objects.requireNonNull(CODES.get(code));
    String missing = pair.get(0);
    String forbidden = pair.get(1);
    if (cells.equals("-")) {
      assertThat(blr(Samples.good(type, code))).containsExactly(missing + " RptDateCode");
      return;
    }
    assertThat(Samples.findings(Samples.good(type, code))).isEmpty();
    for (Segment segment : Segment.values()) {
      Map<Segment, String> without = Samples.segments(type, code);
      without.remove(segment);
      Map<Segment, String> with = Samples.segments(type, code);
      with.putIfAbsent(segment, Samples.of(segment, type));
      List<String> absent = blr(Samples.join(without));
      List<String> present = blr(Samples.join(with));
      String where = type + " " + code + " " + segment;
      switch (cells.charAt(segment.index())) {
        case 'M' -> {
          String rule = segment == Segment.B ? "BLR029" : missing;
          assertThat(absent).as(where).containsExactly(rule + " " + segment.tag());
          assertThat(present).as(where).isEmpty();
        }
        case 'o' -> {
          assertThat(absent).as(where).isEmpty();
          // A D1 record that carries segment C with Flag 0 has no F; alone F is optional.
          assertThat(present).as(where).isEmpty();
        }
        default -> {
          assertThat(absent).as(where).isEmpty();
          assertThat(present).as(where).containsExactly(forbidden + " " + segment.tag());
        }
      }
    }
  }

  /** Segment F: what Flag and BusiDtlLines of the same record change. */
  @ParameterizedTest
  @MethodSource("agreements")
  void theCreditAgreementFollowsTheRecord(
      AccountType type, int code, String from, String to, boolean withF, List<String> expected) {
    Map<Segment, String> segments = Samples.segments(type, code);
    segments.putIfAbsent(Segment.C, Samples.of(Segment.C, type));
    segments.remove(Segment.F);
    if (withF) {
      segments.put(Segment.F, Samples.of(Segment.F, type));
    }
    assertThat(blr(Samples.join(segments).replace(from, to))).isEqualTo(expected);
  }

  static Stream<Arguments> agreements() {
    List<Arguments> cases = new ArrayList<>();
    String flag0 = "<Flag>0</Flag>";
    for (String flag : List.of("1", "2")) {
      String now = "<Flag>" + flag + "</Flag>";
      cases.add(
          Arguments.of(AccountType.D1, 10, flag0, now, false, List.of("BLR000 AcctCredSgmt")));
      cases.add(Arguments.of(AccountType.D1, 10, flag0, now, true, List.of()));
      cases.add(
          Arguments.of(AccountType.D1, 31, flag0, now, false, List.of("BLR002 AcctCredSgmt")));
      cases.add(Arguments.of(AccountType.D1, 30, flag0, now, true, List.of()));
      cases.add(Arguments.of(AccountType.D1, 30, flag0, now, false, List.of()));
    }
    cases.add(Arguments.of(AccountType.D1, 30, flag0, flag0, true, List.of("BLR007 AcctCredSgmt")));
    cases.add(Arguments.of(AccountType.D1, 20, flag0, flag0, true, List.of("BLR011 AcctCredSgmt")));
    cases.add(Arguments.of(AccountType.D1, 32, flag0, flag0, true, List.of("BLR013 AcctCredSgmt")));
    String card = "<BusiDtlLines>81<";
    String plan = "<BusiDtlLines>82<";
    cases.add(Arguments.of(AccountType.R2, 10, card, plan, true, List.of("BLR001 AcctCredSgmt")));
    cases.add(Arguments.of(AccountType.R2, 10, card, plan, false, List.of()));
    cases.add(Arguments.of(AccountType.R2, 30, card, plan, true, List.of("BLR007 AcctCredSgmt")));
    cases.add(Arguments.of(AccountType.R2, 31, card, plan, true, List.of("BLR003 AcctCredSgmt")));
    cases.add(Arguments.of(AccountType.R2, 20, card, plan, true, List.of("BLR011 AcctCredSgmt")));
    cases.add(Arguments.of(AccountType.R2, 32, card, plan, true, List.of("BLR013 AcctCredSgmt")));
    return cases.stream();
  }

  private static List<String> blr(String record) {
    return Samples.findings(record).stream().filter(each -> each.startsWith("BLR")).toList();
  }
}
