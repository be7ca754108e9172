package org.xinbao.job;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.xinbao.arrears.Loan;
import org.xinbao.bureau.BureauLoan;
import org.xinbao.bureau.MergedLoan;
import org.xinbao.bureau.NotAssessable;
import org.xinbao.conf.ProductConf;
import org.xinbao.ledger.DecisionRow;
import org.xinbao.ledger.ExportedLoan;
import org.xinbao.ledger.FacilityRow;
import org.xinbao.ledger.GuaranteeRow;
import org.xinbao.ledger.LoanRow;
import org.xinbao.ledger.MovementDetail;
import org.xinbao.ledger.NoticeRow;
import org.xinbao.ledger.RowLines;
import org.xinbao.ledger.SideLines;

/**
 * Loans of merged accounts in part files (rulings 25): pass 1 leaves them whole, since the second
 * pass must know the account at the close of any day that is still to be reported. Facility, loan,
 * bureau, what the bureau noted of the loan, then {@link RecordText} of {@link Carried}.
 */
final class AccountLoans {

  private static final int FIXED_FIELDS = 3;

  private AccountLoans() {}

  /**
   * What is carried of a loan.
   *
   * @param rows none when it was not assessed
   */
  record Carried(Optional<Rows> rows, List<NoticeRow> notices, List<DecisionRow> decisions) {}

  /** The rows of a loan that its figures and records are a function of. */
  record Rows(
      LoanRow row,
      Loan loan,
      List<MovementDetail> movementDetails,
      List<GuaranteeRow> guarantees,
      List<String> collateralCodes,
      Optional<FacilityRow> facility,
      boolean borrowerListed) {

    static Rows of(ExportedLoan loan) {
      return new Rows(
          loan.row(),
          loan.loan(),
          loan.movementDetails(),
          loan.guarantees(),
          loan.collateralCodes(),
          loan.facility(),
          loan.borrowerListed());
    }

    ExportedLoan exported() {
      return new ExportedLoan(
          row,
          loan,
          RowLines.NONE,
          movementDetails,
          guarantees,
          collateralCodes,
          facility,
          borrowerListed,
          Optional.empty(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          SideLines.NONE);
    }
  }

  /**
   * A line of a part file.
   *
   * @param told what the bureau noted of the loan
   */
  static String toLine(
      String facilityId, String loanId, String bureau, String told, Carried carried) {
    List<Object> fields = new ArrayList<>(List.of(facilityId, loanId, bureau, told));
    fields.addAll(RecordText.of(carried));
    return Tsv.line(fields.toArray());
  }

  /**
   * A loan, and by which bureau's account it is.
   *
   * @param facility its row of {@code facilities.csv}
   */
  record Told(String bureau, MergedLoan loan, Optional<FacilityRow> facility) {}

  /** Reads the rest of a line after its facility. */
  static Told parse(NightContext night, String rest) {
    List<String> fields = Tsv.fields(rest);
    Carried carried = RecordText.read(Carried.class, fields.subList(FIXED_FIELDS, fields.size()));
    Optional<MergedLoan.Present> present =
        carried.rows().map(rows -> present(night, rows.exported(), carried));
    return new Told(
        fields.get(1),
        new MergedLoan(fields.get(0), fields.get(2), present, carried.decisions()),
        carried.rows().flatMap(Rows::facility));
  }

  private static MergedLoan.Present present(
      NightContext night, ExportedLoan loan, Carried carried) {
    ProductConf conf = night.products().get(loan.row().product());
    if (conf == null) {
      throw new IllegalStateException("a loan of an unknown product passed the checks");
    }
    IntFunction<BureauLoan> asOf =
        atDate(new LoanAsOf(loan, conf, carried.decisions(), night.date()));
    return new MergedLoan.Present(asOf.apply(night.date()), asOf, carried.notices());
  }

  private static IntFunction<BureauLoan> atDate(IntFunction<Optional<BureauLoan>> asOf) {
    Map<Integer, BureauLoan> known = new HashMap<>();
    return day ->
        known.computeIfAbsent(day, missing -> asOf.apply(missing).orElseThrow(NotAssessable::new));
  }
}
