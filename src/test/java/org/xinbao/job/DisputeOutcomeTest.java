package org.xinbao.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinbao.arrears.Day;
import org.xinbao.ledger.DecisionRow;
import org.xinbao.ledger.DecisionRow.Kind;

/** 征信业管理条例 art. 25: handled within 20 days of receipt; calendar days. */
class DisputeOutcomeTest {

  private static DecisionRow decision(String id, Kind kind, String on, String ref) {
    return new DecisionRow(
        id, "L1", kind, Day.parse(on), Day.NONE, Day.NONE, "", Map.of(), "", ref, "");
  }

  @ParameterizedTest(name = "received 2026-10-05, answered {0}, seen on {1}: {2}")
  @CsvSource({
    // 5 + 20 = 25 October is the last day.
    "2026-10-25, 2026-11-30, IN_TIME",
    "2026-10-26, 2026-11-30, LATE",
    "'',         2026-10-25, OPEN",
    "'',         2026-10-26, OVERDUE",
    "2026-10-26, 2026-10-25, OPEN", // the answer lies after the day from which it is seen
    "2026-10-06, 2026-11-30, IN_TIME",
  })
  void isAnsweredInTimeWithinTwentyDays(String answered, String seenOn, String expected) {
    List<DecisionRow> decisions = new ArrayList<>();
    decisions.add(decision("D1", Kind.DISPUTE_OPENED, "2026-10-05", ""));
    if (!answered.isEmpty()) {
      decisions.add(decision("D2", Kind.DISPUTE_RESOLVED, answered, "D1"));
    }
    int date = Day.parse(seenOn);
    List<DisputeOutcome> outcomes = DisputeOutcome.of(decisions, date);
    assertThat(outcomes).hasSize(1);
    assertThat(outcomes.get(0).state(date)).isEqualTo(expected);
  }

  /** The first answer counts; one dispute's answer does not end another one. */
  @ParameterizedTest(name = "span {0} to {1}: {2}")
  @CsvSource({
    "2026-10-01, 2026-10-31, D1 IN_TIME;D3 OPEN",
    "2026-11-01, 2026-11-30, D3 OVERDUE", // the first was over before
    "2026-09-01, 2026-10-04, ''", // neither was received yet
  })
  void eachDisputeHasItsOwnAnswerAndItsOwnSpan(String from, String to, String expected) {
    List<DecisionRow> decisions =
        List.of(
            decision("D1", Kind.DISPUTE_OPENED, "2026-10-05", ""),
            decision("D3", Kind.DISPUTE_OPENED, "2026-10-20", ""),
            decision("D2", Kind.DISPUTE_RESOLVED, "2026-10-10", "D1"),
            decision("D4", Kind.DISPUTE_RESOLVED, "2026-11-20", "D1"));
    int last = Day.parse(to);
    List<String> shown =
        DisputeOutcome.of(decisions, last).stream()
            .filter(each -> each.touches(Day.parse(from), last))
            .map(each -> each.opened().decisionId() + " " + each.state(last))
            .toList();
    assertThat(String.join(";", shown)).isEqualTo(expected);
  }
}
