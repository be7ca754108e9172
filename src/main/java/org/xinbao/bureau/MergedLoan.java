package org.xinbao.bureau;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.xinbao.ledger.DecisionRow;
import org.xinbao.ledger.NoticeRow;

/**
 * A loan that is reported as part of a merged account (rulings 25).
 *
 * @param told what the bureau noted of it when it was last assessed ({@link
 *     ReportResult#reported()}); of a loan assessed tonight, tonight
 * @param present the loan itself; none when the export lacks it or its rows were rejected
 * @param decisions all decisions known for the loan
 */
public record MergedLoan(
    String loanId, String told, Optional<Present> present, List<DecisionRow> decisions) {

  /**
   * A loan that was assessed tonight.
   *
   * @param asOf the loan at the close of an earlier day; throws {@link NotAssessable} when its rows
   *     contradict each other there
   * @param notices all notices known for the loan
   */
  public record Present(BureauLoan today, IntFunction<BureauLoan> asOf, List<NoticeRow> notices) {

    public Present {
      notices = List.copyOf(notices);
    }
  }

  public MergedLoan {
    decisions = List.copyOf(decisions);
  }
}
