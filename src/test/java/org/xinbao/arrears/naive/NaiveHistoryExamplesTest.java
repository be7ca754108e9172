package org.xinbao.arrears.naive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinbao.arrears.naive.Examples.day;
import static org.xinbao.arrears.naive.Examples.due;
import static org.xinbao.arrears.naive.Examples.loan;
import static org.xinbao.arrears.naive.Examples.paid;
import static org.xinbao.arrears.naive.Examples.plain;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.xinbao.arrears.Assessment;
import org.xinbao.arrears.Instalment;
import org.xinbao.arrears.Loan;
import org.xinbao.arrears.ProductRules;

/** The figures that sum up a loan's whole history, worked out by hand. */
class NaiveHistoryExamplesTest {

  private static final List<Instalment> ONE = List.of(due(1, "2026-02-01", 100_000, 500, 0));

  private static Assessment figures(Loan loan, ProductRules rules, String on) {
    return (Assessment) NaiveArrears.assess(loan, rules, day(on));
  }

  @Test
  void aClassOfThreeIsKeptUntilTheCureMonthsAreOver() {
    // Due 1 February: day 91 is 3 May. Paid with 100 days of penalty on 12 May; f = 12 May.
    Loan loan = loan(ONE, paid("a", "2026-05-12", 100_500 + 10_000));
    ProductRules rules = plain().product();
    assertThat(figures(loan, rules, "2026-05-02").fiveClass()).isEqualTo(2);
    assertThat(figures(loan, rules, "2026-05-03").fiveClass()).isEqualTo(3);
    assertThat(figures(loan, rules, "2026-05-12").nothingOwedFrom()).isEqualTo(day("2026-05-12"));
    assertThat(figures(loan, rules, "2026-11-11").fiveClass()).isEqualTo(3);
    assertThat(figures(loan, rules, "2026-11-12").fiveClass()).isEqualTo(1);
    assertThat(figures(loan, rules, "2026-12-31").fiveClassOn()).isEqualTo(day("2026-11-12"));
  }

  @Test
  void theAnnualCostRelatesWhatWasChargedToWhatWasOutstanding() {
    // 31 January: day 30. 1000.00 outstanding for 30 days, nothing scheduled yet.
    assertThat(figures(loan(ONE), plain().product(), "2026-01-30").costAnnualE6()).isEqualTo(-1);
    assertThat(figures(loan(ONE), plain().product(), "2026-01-31").costAnnualE6()).isZero();
    // 11 February, 41 days: (5.00 + 10.00) / (1000.00 x 41 / 365) = 0.1335366
    assertThat(figures(loan(ONE), plain().product(), "2026-02-11").costAnnualE6())
        .isEqualTo(133_537);
  }
}
