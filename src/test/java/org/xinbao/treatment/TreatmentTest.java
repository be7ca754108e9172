package org.xinbao.treatment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinbao.arrears.AccountStatus;

/** The furthest step reached, at both sides of each edge. */
class TreatmentTest {

  /** The steps of the contract's sample: 1, 4, 30, 91 days and 5,000.00. */
  private static final TreatmentRules RULES = new TreatmentRules(1, 4, 30, 91, 5_000_00, 0);

  @ParameterizedTest(name = "{0}, {1} days, {2} cents: {3}")
  @CsvSource({
    "NORMAL,        0,       0, NONE",
    "NORMAL,        0, 9999900, NONE", // penalty alone is owed; nothing is past due
    "OVERDUE,       1,       1, REMIND",
    "OVERDUE,       3, 9999900, REMIND",
    "OVERDUE,       4,       1, CALL",
    "OVERDUE,      29, 9999900, CALL",
    "OVERDUE,      30,       1, RESTRICT",
    "OVERDUE,      90, 9999900, RESTRICT", // the total alone does not reach legal review
    "OVERDUE,      91,  499999, RESTRICT", // 4,999.99: one cent short
    "OVERDUE,      91,  500000, LEGAL_REVIEW", // from 5,000.00 on
    "OVERDUE,    4000,  499999, RESTRICT",
    "OVERDUE,    4000,  500000, LEGAL_REVIEW",
    "WRITTEN_OFF,   0,       0, NONE",
    "WRITTEN_OFF,   4,       1, CALL",
    "WRITTEN_OFF, 500,  500000, LEGAL_REVIEW",
    "CLOSED,      500,  500000, NONE",
    "TRANSFERRED, 500,  500000, NONE",
  })
  void reachesTheFurthestStep(
      AccountStatus status, int daysPastDue, long overdueTotal, TreatmentStep expected) {
    assertThat(Treatment.step(RULES, status, daysPastDue, overdueTotal)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} days, {1} cents: {2}")
  @CsvSource({
    "4,      0, NONE",
    "5,      0, CALL", // remind and call from the same day: remind is left out
    "59,     0, CALL",
    "60,     0, LEGAL_REVIEW", // restrict and legal review from the same day, without a total
  })
  void equalDaysLeaveTheEarlierStepOut(int daysPastDue, long overdueTotal, TreatmentStep expected) {
    TreatmentRules rules = new TreatmentRules(5, 5, 60, 60, 0, 0);

    assertThat(Treatment.step(rules, AccountStatus.OVERDUE, daysPastDue, overdueTotal))
        .isEqualTo(expected);
  }

  @Test
  void rulesWhoseStepsFallCannotBeBuilt() {
    assertThatThrownBy(() -> new TreatmentRules(0, 4, 30, 91, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new TreatmentRules(5, 4, 30, 91, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new TreatmentRules(1, 31, 30, 91, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new TreatmentRules(1, 4, 30, 29, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new TreatmentRules(1, 4, 30, 91, -1, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new TreatmentRules(1, 4, 30, 91, 0, -1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
