package org.xinbao.ledger;

import org.xinbao.arrears.Day;
import org.xinbao.arrears.Instalment;
import org.xinbao.ledger.Row.Need;

/**
 * Reads rows of {@code instalments.csv}; a wrong one costs its loan.
 *
 * <ul>
 *   <li>{@code seq}: 1 to 99999, once in the loan for each {@code valid_from}; {@code due_on}: not
 *       before the loan's opening
 *   <li>{@code principal}, {@code interest}: at least 0; {@code fee}: likewise, empty is 0
 *   <li>{@code valid_from} (optional column, rulings 7): the day from which the row takes the place
 *       of the earlier row of its number, empty for the whole history
 * </ul>
 */
final class InstalmentRows implements RowReader {

  /** The contract says from 1; a daily schedule of 270 years stays below. */
  private static final int MAX_SEQ = 99_999;

  private final int loanId;
  private final int seq;
  private final int dueOn;
  private final int principal;
  private final int interest;
  private final int fee;
  private final int validFrom;

  InstalmentRows(Row row) {
    loanId = row.position("loan_id");
    seq = row.position("seq");
    dueOn = row.position("due_on");
    principal = row.position("principal");
    interest = row.position("interest");
    fee = row.position("fee");
    validFrom = row.position("valid_from");
  }

  @Override
  public void read(Row row, GroupRows group) {
    if (row.begin()) {
      row.checkKey(loanId);
      if (row.isEmpty(seq)) {
        row.missing(seq);
      }
      int number = row.whole(seq, 1, MAX_SEQ, 1);
      int due = row.day(dueOn, Need.MANDATORY);
      long principalCents = row.amount(principal);
      long interestCents = row.amount(interest);
      long feeCents = row.amount(fee, 0);
      int from = row.day(validFrom, Need.OPTIONAL);
      if (row.problems().isEmpty()) {
        Instalment instalment =
            new Instalment(
                number,
                due,
                principalCents,
                interestCents,
                feeCents,
                from == Day.NONE ? Instalment.ALWAYS : from);
        group.instalments.add(new GroupRows.Placed<>(instalment, row.line()));
        group.good.add(ContractFile.INSTALMENTS, 1);
      }
    }
    group.rejectLoan(row.problems());
  }
}
