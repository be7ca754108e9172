package org.xinbao.job;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.xinbao.arrears.Arrears;
import org.xinbao.arrears.Assessment;
import org.xinbao.bureau.BureauLoan;
import org.xinbao.conf.ProductConf;
import org.xinbao.ledger.DecisionRow;
import org.xinbao.ledger.ExportedLoan;
import org.xinbao.retention.Hold;
import org.xinbao.retention.Retention;

/**
 * A loan at the close of any day, as the product's rules and the decisions known have it; empty
 * when its rows contradict each other there.
 */
final class LoanAsOf implements IntFunction<Optional<BureauLoan>> {

  private final ExportedLoan loan;
  private final ProductConf conf;
  private final List<Hold> holds;
  private final Voidings voidings;

  /** What is decided counts as it is known on the business date. */
  LoanAsOf(ExportedLoan loan, ProductConf conf, List<DecisionRow> decisions, int businessDate) {
    this.loan = loan;
    this.conf = conf;
    this.holds = HoldDecisions.holds(decisions);
    this.voidings = Voidings.of(decisions, businessDate);
  }

  @Override
  public Optional<BureauLoan> apply(int day) {
    if (!(Arrears.assess(loan.loan(), conf.rules(), day) instanceof Assessment assessment)) {
      return Optional.empty();
    }
    return Optional.of(
        new BureauLoan(
            loan,
            assessment,
            voidings.without(
                Retention.apply(
                    assessment.adverseRecords(),
                    assessment.nothingOwedFrom(),
                    conf.retention(),
                    holds,
                    day)),
            () -> Arrears.instalments(loan.loan(), conf.rules(), day)));
  }
}
