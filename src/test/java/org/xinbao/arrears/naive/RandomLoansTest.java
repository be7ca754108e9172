package org.xinbao.arrears.naive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.xinbao.arrears.Assessment;
import org.xinbao.arrears.AssessmentOutcome;
import org.xinbao.arrears.Contradiction;

/** What the random loans are like: mostly valid, and the same again from the same seed. */
class RandomLoansTest {

  private static final long SEED = Long.getLong("xinbao.test.seed", 20261031L);

  @Test
  void theSameSeedGivesTheSameLoan() {
    for (int number = 0; number < 200; number++) {
      assertThat(RandomLoan.of(SEED, number)).isEqualTo(RandomLoan.of(SEED, number));
    }
  }

  @Test
  void mostLoansAreValidAndTheFiguresAreVaried() {
    int valid = 0;
    int overdue = 0;
    int records = 0;
    int penalties = 0;
    int contradictions = 0;
    for (int number = 0; number < 400; number++) {
      RandomLoan random = RandomLoan.of(SEED, number);
      for (int day : random.businessDates()) {
        AssessmentOutcome outcome = NaiveArrears.assess(random.loan(), random.rules(), day);
        if (outcome instanceof Assessment figures) {
          valid++;
          overdue += figures.daysPastDue() > 0 ? 1 : 0;
          records += figures.adverseRecords().isEmpty() ? 0 : 1;
          penalties += figures.penaltyOnInterest() + figures.penaltyPaid() > 0 ? 1 : 0;
        } else if (outcome instanceof Contradiction) {
          contradictions++;
        }
      }
    }
    assertThat(valid).as("valid, seed %s", SEED).isGreaterThan(1000);
    assertThat(contradictions).as("contradictions, seed %s", SEED).isBetween(20, 200);
    assertThat(overdue).as("overdue, seed %s", SEED).isGreaterThan(200);
    assertThat(records).as("with adverse records, seed %s", SEED).isGreaterThan(300);
    assertThat(penalties).as("with penalty, seed %s", SEED).isGreaterThan(150);
  }
}
