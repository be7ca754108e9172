package org.xinbao.arrears;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.xinbao.arrears.naive.RandomLoan;
import org.xinbao.conf.ProductConf;
import org.xinbao.evidence.Explained;
import org.xinbao.evidence.Explanation;
import org.xinbao.evidence.NotExplained;
import org.xinbao.retention.RetentionRule;
import org.xinbao.treatment.TreatmentRules;

/**
 * Every random loan under every convention can be explained. An explanation throws when its sums,
 * made from the journal by other code than the figures, do not give a figure; so that it is made at
 * all is the proof.
 */
class ExplanationOfRandomLoansTest {
  private static final long SEED = Long.getLong("xinbao.test.seed", 20261031L);
  private static final int LOANS = Integer.getInteger("xinbao.test.loans", 4000) / 2;

  @Test
  void derivationsAddUpUnderAllConventions() {
    int explained = 0;
    for (int i = 0; i < LOANS; i++) {
      RandomLoans random = new RandomLoans(SEED + i);
      ProductConf conf = conf(random.rules().build(), i);
      Loan loan = random.loan().build();
      int last = random.lastDay();
      for (int date : new int[] {last - 60, last - 20, last}) {
        explained += explain(loan, conf, date, "seed " + (SEED + i) + " " + conf) ? 1 : 0;
      }
    }
    assertThat(explained).isGreaterThan(LOANS);
  }

  @Test
  void derivationsAddUpWithInstalmentsInVersions() {
    int explained = 0;
    for (int number = 0; number < LOANS; number += 8) {
      RandomLoan random = RandomLoan.of(SEED, number);
      assertThat(random.loan().schedule()).anyMatch(each -> each.validFrom() != Instalment.ALWAYS);
      for (int date : random.businessDates()) {
        ProductConf conf = conf(random.rules(), number);
        explained += explain(random.loan(), conf, date, random.dump()) ? 1 : 0;
      }
    }
    assertThat(explained).isPositive();
  }

  private static boolean explain(Loan loan, ProductConf conf, int date, String what) {
    AssessmentOutcome outcome = Arrears.assess(loan, conf.rules(), date);
    Explained explained;
    try {
      explained = Explanation.of(loan, conf, List.of(), date);
    } catch (IllegalStateException e) {
      throw new AssertionError(what + " " + loan + " on " + Day.format(date), e);
    }
    if (explained instanceof NotExplained not) {
      assertThat(not.contradiction()).as(what).isEqualTo(outcome);
      return false;
    }
    Explanation explanation = (Explanation) explained;
    assertThat(explanation.assessment()).as(what).isEqualTo(outcome);
    assertThat(explanation.toText()).contains("days_past_due = ");
    return true;
  }

  private static ProductConf conf(ProductRules rules, int i) {
    RetentionRule.ClockStart[] starts = RetentionRule.ClockStart.values();
    return new ProductConf(
        rules,
        new RetentionRule(5, starts[i % starts.length]),
        new TreatmentRules(1, 4, 30, 91, 500_000, 0));
  }
}
