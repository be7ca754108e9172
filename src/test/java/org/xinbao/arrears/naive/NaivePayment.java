package org.xinbao.arrears.naive;

import java.time.LocalDate;
import java.util.List;
import org.xinbao.arrears.Movement;
import org.xinbao.arrears.MovementType;
import org.xinbao.arrears.ProductRules.Component;
import org.xinbao.arrears.Split;

/** A repayment as it was applied. */
record NaivePayment(Movement row, List<NaiveDebt.Piece> pieces, long unallocated) {

  LocalDate day() {
    return LocalDate.ofEpochDay(row.valueDate());
  }

  boolean byGuarantor() {
    return row.type() == MovementType.GUARANTOR_REPAYMENT;
  }

  long paid(Component component) {
    return pieces.stream()
        .filter(piece -> piece.component() == component)
        .mapToLong(NaiveDebt.Piece::amount)
        .sum();
  }

  Split split() {
    return Split.of(
        paid(Component.PRINCIPAL),
        paid(Component.INTEREST),
        paid(Component.PENALTY),
        paid(Component.FEE));
  }
}
