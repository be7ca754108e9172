package org.xinbao.arrears;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinbao.arrears.ProductRules.DayCount;

/** Every day count over stretches given by the day before the first and the last charged day. */
class DayCounterTest {

  @ParameterizedTest
  @CsvSource({
    // day count,   from,       to,         units,  per year
    "ACT_360,      2026-01-10, 2026-01-10,      0,    360", // same day
    "ACT_360,      2026-01-10, 2026-02-10,     31,    360",
    "ACT_360,      2024-02-28, 2024-03-01,      2,    360", // leap year
    "ACT_365F,     2024-02-28, 2024-03-01,      2,    365", // leap year or not
    "ACT_365F,     2023-12-31, 2024-12-31,    366,    365",
    // ACT_ACT_ISDA: a day of a common year weighs 366, of a leap year 365, over 365 x 366
    "ACT_ACT_ISDA, 2026-01-10, 2026-01-11,    366, 133590",
    "ACT_ACT_ISDA, 2024-01-10, 2024-01-11,    365, 133590",
    "ACT_ACT_ISDA, 2023-12-31, 2024-01-01,    366, 133590", // 1 January: by the old, common year
    "ACT_ACT_ISDA, 2024-01-01, 2024-01-02,    365, 133590",
    "ACT_ACT_ISDA, 2024-12-31, 2025-01-01,    365, 133590", // 1 January: by the old, leap year
    "ACT_ACT_ISDA, 2023-12-28, 2024-02-28,  22634, 133590", // 4/365 + 58/366: 4 x 366 + 58 x 365
    "ACT_ACT_ISDA, 2023-01-01, 2024-01-01, 133590, 133590", // a whole common year
    "ACT_ACT_ISDA, 2024-01-01, 2025-01-01, 133590, 133590", // a whole leap year
    "ACT_ACT_ISDA, 2023-07-01, 2025-07-01, 267180, 133590", // 184 x 366 + 366 x 365 + 181 x 366
    // THIRTY_E_360: the 31st is the 30th, February has 30 days once it is over
    "THIRTY_E_360, 2026-01-29, 2026-01-30,      1,    360",
    "THIRTY_E_360, 2026-01-30, 2026-01-31,      0,    360",
    "THIRTY_E_360, 2026-01-31, 2026-02-01,      1,    360",
    "THIRTY_E_360, 2026-02-27, 2026-02-28,      1,    360",
    "THIRTY_E_360, 2026-02-28, 2026-03-01,      3,    360",
    "THIRTY_E_360, 2024-02-28, 2024-02-29,      1,    360",
    "THIRTY_E_360, 2024-02-29, 2024-03-01,      2,    360",
    "THIRTY_E_360, 2026-01-31, 2026-02-28,     28,    360", // 28 - 30 + 30
    "THIRTY_E_360, 2026-01-15, 2027-01-15,    360,    360",
  })
  void countsAStretch(DayCount dayCount, String from, String to, int units, int perYear) {
    assertThat(DayCounter.units(dayCount, Day.parse(from), Day.parse(to))).isEqualTo(units);
    assertThat(DayCounter.unitsPerYear(dayCount)).isEqualTo(perYear);
  }

  @ParameterizedTest
  @CsvSource({
    // from,      to,         none, one, two, three
    "2026-01-29, 2026-02-02,   1,   3,  0,  0", // 30, 31, 1, 2: the 31st counts nothing
    "2026-02-27, 2026-03-02,   0,   2,  0,  1", // 28, 1 (3 days), 2
    "2024-02-27, 2024-03-02,   0,   3,  1,  0", // 28, 29, 1 (2 days), 2
    "2026-01-31, 2026-01-31,   0,   0,  0,  0",
    "2026-02-28, 2026-03-01,   0,   0,  0,  1",
    "2026-03-01, 2026-03-31,   1,  29,  0,  0",
    "2025-12-31, 2026-12-31,   7, 357,  0,  1", // seven months with a 31st
  })
  void countsDaysByTheirWeight(String from, String to, int none, int one, int two, int three) {
    int[] expected = {none, one, two, three};
    for (int units = 0; units < expected.length; units++) {
      assertThat(DayCounter.daysOfWeight30E(Day.parse(from), Day.parse(to), units))
          .as("days of weight %d", units)
          .isEqualTo(expected[units]);
    }
  }
}
