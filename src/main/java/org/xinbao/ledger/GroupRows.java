package org.xinbao.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xinbao.arrears.Instalment;
import org.xinbao.arrears.LoanStatus;
import org.xinbao.arrears.Movement;
import org.xinbao.arrears.RateChange;

/** The well-formed rows of one loan id while they are gathered, and the rejects of the others. */
final class GroupRows {

  /** The columns of {@code loans.csv} that go into the arrears' loan. */
  record Terms(
      int openedOn,
      int maturesOn,
      long principal,
      long annualRateE10,
      LoanStatus status,
      int closedOn) {}

  /** A row and the physical line that it comes from. */
  record Placed<T>(T value, long line) {}

  final List<LoanRow> loans = new ArrayList<>();
  final List<Terms> terms = new ArrayList<>();
  final List<Placed<Instalment>> instalments = new ArrayList<>();
  final List<Placed<Movement>> movements = new ArrayList<>();
  final List<MovementDetail> details = new ArrayList<>();
  final List<Placed<RateChange>> rates = new ArrayList<>();
  final List<GuaranteeRow> guarantees = new ArrayList<>();
  final List<String> collateral = new ArrayList<>();
  final List<ContactRow> contacts = new ArrayList<>();
  final List<Placed<NoticeRow>> notices = new ArrayList<>();
  final List<Placed<DecisionRow>> decisions = new ArrayList<>();
  final List<Reject> rejects = new ArrayList<>();

  /** Lines of all rows of {@code loans.csv}, the wrong ones included. */
  final List<Long> loanLines = new ArrayList<>();

  /** Good rows by file. */
  final FileCounts good = new FileCounts();

  private String loanId = "";
  private Optional<FacilityRow> facility = Optional.empty();
  private boolean borrowerListed;
  private Optional<BorrowerRow> borrower = Optional.empty();
  private boolean fatal;
  private long rows;

  /** Forgets the last loan. */
  void clear(String nextLoanId) {
    loanId = nextLoanId;
    loans.clear();
    terms.clear();
    instalments.clear();
    movements.clear();
    details.clear();
    rates.clear();
    guarantees.clear();
    collateral.clear();
    contacts.clear();
    notices.clear();
    decisions.clear();
    rejects.clear();
    loanLines.clear();
    good.clear();
    facility = Optional.empty();
    borrowerListed = false;
    borrower = Optional.empty();
    fatal = false;
    rows = 0;
  }

  String loanId() {
    return loanId;
  }

  /** Counts a row; false when the loan has more than it may have, and the row is not kept. */
  boolean countRow() {
    rows++;
    if (rows == Limits.LOAN_ROWS + 1L) {
      reject(
          ContractFile.LOANS,
          0,
          "",
          RejectCode.TOO_MANY_ROWS,
          "The loan has more than "
              + Limits.LOAN_ROWS
              + " rows; those beyond are neither kept nor listed.");
    }
    return rows <= Limits.LOAN_ROWS;
  }

  /** Adds the rejects of a row that costs only itself. */
  void rejectRow(List<Reject> problems) {
    rejects.addAll(problems);
  }

  /** Adds the rejects of a row that costs the loan. */
  void rejectLoan(List<Reject> problems) {
    rejects.addAll(problems);
    fatal |= !problems.isEmpty();
  }

  /** Adds a reject that costs the loan. */
  void reject(ContractFile file, long line, String column, RejectCode code, String sentence) {
    rejects.add(new Reject(file.fileName(), line, loanId, column, code, sentence));
    fatal = true;
  }

  boolean isFatal() {
    return fatal;
  }

  void facility(FacilityRow row) {
    facility = Optional.of(row);
  }

  Optional<FacilityRow> facility() {
    return facility;
  }

  void borrowerListed() {
    borrowerListed = true;
  }

  void borrower(BorrowerRow row) {
    borrowerListed = true;
    borrower = Optional.of(row);
  }

  Optional<BorrowerRow> borrower() {
    return borrower;
  }

  boolean isBorrowerListed() {
    return borrowerListed;
  }
}
