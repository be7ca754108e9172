package org.xinbao.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinbao.arrears.Day;
import org.xinbao.retention.HoldDecision.Kind;

/** Holds from decisions: from effective_from to effective_to, or to the day before a later end. */
class HoldsTest {

  /** {@code id KIND from [to|-] [ref]}; days of January 2026. */
  private static HoldDecision decision(String text) {
    String[] parts = text.trim().split(" ", -1);
    return new HoldDecision(
        parts[0],
        kind(parts[1]),
        january(parts[2]),
        parts.length < 4 || parts[3].equals("-") ? Day.NONE : january(parts[3]),
        parts.length < 5 ? "" : parts[4]);
  }

  private static Kind kind(String letters) {
    return switch (letters) {
      case "H" -> Kind.LEGAL_HOLD;
      case "RH" -> Kind.RELEASE_HOLD;
      case "D" -> Kind.DISPUTE_OPENED;
      case "RD" -> Kind.DISPUTE_RESOLVED;
      default -> throw new IllegalArgumentException(letters);
    };
  }

  private static int january(String dayOfMonth) {
    return Day.of(2026, 1, Integer.parseInt(dayOfMonth));
  }

  private static String show(List<Hold> holds) {
    return String.join(", ", holds.stream().map(HoldsTest::show).toList());
  }

  private static String show(Hold hold) {
    int before = Day.of(2025, 12, 31);
    return (hold.from() - before)
        + "-"
        + (hold.to() == Hold.OPEN_END ? "" : String.valueOf(hold.to() - before));
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource({
    "a H 5,                                  5-", // open
    "a H 5 20,                               5-20",
    "a H 5 5,                                5-5",
    "a D 5,                                  5-",
    "a H 5 | b RH 10,                        5-9", // to the day before the release
    "a D 5 | b RD 10,                        5-9",
    "a H 5 20 | b RH 10,                     5-9", // the earlier of the two
    "a H 5 8 | b RH 10,                      5-8",
    "a H 5 | b RD 10,                        5-", // a dispute's end does not end a hold
    "a D 5 | b RH 10,                        5-",
    "a H 5 | b RH 6,                         5-5",
    "a H 5 | b RH 5,                         5-", // names none: a hold begun that day is a new one
    "a H 5 | b RH 5 - a,                     ''", // names it: it never held
    "a H 5 | b RH 3 - a,                     ''",
    "a H 5 | b RH 3,                         5-", // an earlier release does not reach a later hold
    "a H 5 | b RH 10 - a,                    5-9",
    "a H 5 | b RH 10 - x,                    5-", // names another
    "a H 1 | b H 5 | c RH 10 - a,            '1-9, 5-'", // only the one it names
    "a H 1 | b H 5 | c RH 10,                '1-9, 5-9'", // all of its kind
    "a H 1 | b RH 5 | c H 5 | d RH 9,        '1-4, 5-8'", // released and held anew the same day
    "a H 1 | b RH 12 | c RH 8,               1-7", // the first that comes
    "a D 1 | b D 3 20 | c RD 9 - b | d H 4,  '1-, 3-8, 4-'",
    "b RH 10,                                ''", // an end without a beginning
    "a H 9 5,                                ''", // ends before it begins
  })
  void followFromDecisionsInAnyOrder(String decisions, String expected) {
    List<HoldDecision> list =
        new ArrayList<>(Arrays.stream(decisions.split("\\|")).map(HoldsTest::decision).toList());

    assertThat(show(Holds.of(list))).isEqualTo(expected);
    Collections.reverse(list);
    assertThat(show(Holds.of(list))).isEqualTo(expected);
  }

  @Test
  void aLoanWithoutDecisionsHasNoHold() {
    assertThat(Holds.of(List.of())).isEmpty();
  }

  @Test
  void aDecisionNeedsTheDayFromWhichItTakesEffect() {
    assertThatThrownBy(() -> new HoldDecision("a", Kind.LEGAL_HOLD, Day.NONE, Day.NONE, ""))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
