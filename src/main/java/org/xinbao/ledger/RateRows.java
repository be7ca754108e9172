package org.xinbao.ledger;

import org.xinbao.arrears.RateChange;
import org.xinbao.ledger.Row.Need;

/**
 * Reads rows of {@code rates.csv} (rulings 8). A wrong one costs its loan: it moves its figures.
 */
final class RateRows implements RowReader {

  private final int loanId;
  private final int from;
  private final int annualRate;
  private final int penaltyAnnualRate;

  RateRows(Row row) {
    loanId = row.position("loan_id");
    from = row.position("from");
    annualRate = row.position("annual_rate");
    penaltyAnnualRate = row.position("penalty_annual_rate");
  }

  @Override
  public void read(Row row, GroupRows group) {
    if (row.begin()) {
      row.checkKey(loanId);
      int day = row.day(from, Need.MANDATORY);
      if (row.isEmpty(annualRate)) {
        row.missing(annualRate);
      }
      RateChange change =
          new RateChange(day, row.rate(annualRate, 0), row.rate(penaltyAnnualRate, -1));
      if (row.problems().isEmpty()) {
        group.rates.add(new GroupRows.Placed<>(change, row.line()));
        group.good.add(ContractFile.RATES, 1);
      }
    }
    group.rejectLoan(row.problems());
  }
}
