package org.xinbao.ledger;

import org.xinbao.arrears.Movement;
import org.xinbao.arrears.MovementType;
import org.xinbao.arrears.Split;
import org.xinbao.ledger.Row.Need;

/**
 * Reads rows of {@code transactions.csv}; a wrong one costs its loan.
 *
 * <ul>
 *   <li>{@code txn_id}: 1 to 64 characters, once in the loan
 *   <li>{@code value_date}: a date; {@code booked_at}: a date, or date and time
 *   <li>{@code type}: a code; {@code amount}: at least 0
 *   <li>{@code reverses}: given exactly for a {@code REVERSAL}
 *   <li>{@code principal}, {@code interest}, {@code penalty}, {@code fee}: the ledger's split, all
 *       empty when it gives none, else an empty part is 0; on a {@code WAIVER} they add up to
 *       {@code amount}
 *   <li>{@code special_kind}, {@code months_changed}, {@code detail}: optional (rulings, section C)
 * </ul>
 */
final class TransactionRows implements RowReader {

  private static final Codes<MovementType> TYPES = Codes.of(MovementType.class);
  private static final int MAX_MONTHS = 999;
  private static final int MAX_DETAIL = 200;

  private final int loanId;
  private final int txnId;
  private final int valueDate;
  private final int bookedAt;
  private final int type;
  private final int amount;
  private final int reverses;
  private final int principal;
  private final int interest;
  private final int penalty;
  private final int fee;
  private final int specialKind;
  private final int monthsChanged;
  private final int detail;

  TransactionRows(Row row) {
    loanId = row.position("loan_id");
    txnId = row.position("txn_id");
    valueDate = row.position("value_date");
    bookedAt = row.position("booked_at");
    type = row.position("type");
    amount = row.position("amount");
    reverses = row.position("reverses");
    principal = row.position("principal");
    interest = row.position("interest");
    penalty = row.position("penalty");
    fee = row.position("fee");
    specialKind = row.position("special_kind");
    monthsChanged = row.position("months_changed");
    detail = row.position("detail");
  }

  @Override
  public void read(Row row, GroupRows group) {
    if (row.begin()) {
      row.checkKey(loanId);
      String id = row.text(txnId, Limits.OTHER_ID_LENGTH, Need.MANDATORY);
      int value = row.day(valueDate, Need.MANDATORY);
      String booked = row.moment(bookedAt, Need.MANDATORY);
      MovementType movementType = row.code(type, TYPES, MovementType.EXTENSION);
      long cents = row.amount(amount);
      String undone = reverses(row, movementType);
      Split split = split(row);
      checkWaiver(row, movementType, cents, split);
      MovementDetail movementDetail = detail(row, id);
      if (row.problems().isEmpty()) {
        Movement movement = new Movement(id, value, booked, movementType, cents, undone, split);
        group.movements.add(new GroupRows.Placed<>(movement, row.line()));
        if (!movementDetail.specialKind().isEmpty()
            || movementDetail.monthsChanged() != 0
            || !movementDetail.detail().isEmpty()) {
          group.details.add(movementDetail);
        }
        group.good.add(ContractFile.TRANSACTIONS, 1);
      }
    }
    group.rejectLoan(row.problems());
  }

  private String reverses(Row row, MovementType movementType) {
    if (movementType == MovementType.REVERSAL) {
      return row.text(reverses, Limits.OTHER_ID_LENGTH, Need.MANDATORY);
    }
    if (!row.isEmpty(reverses) && !row.isEmpty(type)) {
      row.bad(reverses, "empty unless the type is REVERSAL");
    }
    return "";
  }

  private Split split(Row row) {
    boolean given =
        !row.isEmpty(principal)
            || !row.isEmpty(interest)
            || !row.isEmpty(penalty)
            || !row.isEmpty(fee);
    if (!given) {
      return Split.NONE;
    }
    return Split.of(
        row.amount(principal, 0),
        row.amount(interest, 0),
        row.amount(penalty, 0),
        row.amount(fee, 0));
  }

  private void checkWaiver(Row row, MovementType movementType, long cents, Split split) {
    // Amounts are bounded, so the sum of the parts fits.
    if (movementType == MovementType.WAIVER && row.problems().isEmpty() && split.total() != cents) {
      row.problem(amount, RejectCode.WAIVER_NOT_SPLIT, RejectCode.WAIVER_NOT_SPLIT.sentence());
    }
  }

  private MovementDetail detail(Row row, String id) {
    return new MovementDetail(
        id,
        LoanOptionColumns.oneOf(row, specialKind, "3", "8", "12", "16", "17"),
        row.whole(monthsChanged, 0, MAX_MONTHS, 0),
        row.text(detail, MAX_DETAIL, Need.OPTIONAL));
  }
}
