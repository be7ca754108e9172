package org.xinbao.arrears.naive;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.xinbao.arrears.AssessmentOutcome;
import org.xinbao.arrears.Contradiction;
import org.xinbao.arrears.Day;
import org.xinbao.arrears.Loan;
import org.xinbao.arrears.LoanStatus;
import org.xinbao.arrears.Movement;
import org.xinbao.arrears.MovementType;
import org.xinbao.arrears.ProductRules;
import org.xinbao.arrears.ProductRules.ReturnedPayment;
import org.xinbao.arrears.ProductRules.RoundingMode;

/** The naive assessment of a loan: what the product is compared with. */
public final class NaiveArrears {

  private NaiveArrears() {}

  /** Every figure of the loan at the close of {@code businessDate}, or what contradicts itself. */
  public static AssessmentOutcome assess(Loan loan, ProductRules rules, int businessDate) {
    LocalDate day = LocalDate.ofEpochDay(businessDate);
    try {
      NaiveWalk walk = walk(loan, rules, day);
      if (statusAt(loan, day) == LoanStatus.CLOSED) {
        // "A CLOSED loan that still owes more than the closing tolerance is a rejected row": also
        // one that owes again because a payment was returned after closed_on.
        walk.requireClosed(day);
      }
      return new NaiveFigures(loan, rules, walk, day).assessment();
    } catch (Contradicted e) {
      return e.contradiction();
    }
  }

  /** The loan walked to the close of a day. */
  static NaiveWalk walk(Loan loan, ProductRules rules, LocalDate day) {
    requireMovementOfStatus(loan, day); // of two contradictions the loan row's own comes first
    NaiveWalk walk = new NaiveWalk(loan, rules, effective(loan, rules, day));
    walk.walk(day);
    return walk;
  }

  /**
   * A walk for measuring what is owed while a random loan is being made: without its end, and of a
   * contradictory one the part up to the contradiction.
   */
  static NaiveWalk lenientWalk(Loan loan, ProductRules rules, LocalDate day) {
    Loan active =
        new Loan(
            loan.loanId(),
            loan.openedOn(),
            loan.maturesOn(),
            loan.principal(),
            loan.annualRateE10(),
            LoanStatus.ACTIVE,
            Day.NONE,
            loan.schedule(),
            loan.movements(),
            loan.rates());
    try {
      return walk(active, rules, day);
    } catch (Contradicted e) {
      return new NaiveWalk(active, rules, List.of());
    }
  }

  /**
   * "Counts everything with a value date up to and including T and nothing later." A reversal
   * "reverses a REPAYMENT or GUARANTOR_REPAYMENT of the same loan that sorts before it, in full and
   * once". ORIGINAL_DUE_DATE "leaves both rows out altogether".
   */
  private static List<Movement> effective(Loan loan, ProductRules rules, LocalDate day) {
    List<Movement> seen = new ArrayList<>();
    Set<String> undone = new HashSet<>();
    for (Movement row : loan.movements()) {
      if (LocalDate.ofEpochDay(row.valueDate()).isAfter(day)) {
        continue;
      }
      if (row.type() == MovementType.REVERSAL) {
        boolean valid =
            seen.stream()
                .anyMatch(
                    earlier ->
                        earlier.txnId().equals(row.reverses())
                            && earlier.type().isPayment()
                            && earlier.amount() == row.amount());
        if (!valid || !undone.add(row.reverses())) {
          throw new Contradicted(Contradiction.Kind.REVERSAL_OF_NOTHING, row.txnId(), 0);
        }
      }
      seen.add(row);
    }
    if (rules.returnedPayment() == ReturnedPayment.ORIGINAL_DUE_DATE) {
      seen.removeIf(row -> row.type() == MovementType.REVERSAL || undone.contains(row.txnId()));
    }
    return seen;
  }

  /** "WRITTEN_OFF and TRANSFERRED need their transaction on closed_on." */
  private static void requireMovementOfStatus(Loan loan, LocalDate day) {
    MovementType needed =
        switch (statusAt(loan, day)) {
          case WRITTEN_OFF -> MovementType.WRITE_OFF;
          case TRANSFERRED -> MovementType.TRANSFER_OUT;
          case ACTIVE, CLOSED -> null;
        };
    if (needed != null
        && loan.movements().stream()
            .noneMatch(row -> row.type() == needed && row.valueDate() == loan.closedOn())) {
      throw new Contradicted(Contradiction.Kind.STATUS_WITHOUT_MOVEMENT, "", 0);
    }
  }

  /** "status and closed_on are taken as exported, from closed_on on." */
  static LoanStatus statusAt(Loan loan, LocalDate day) {
    return loan.status() == LoanStatus.ACTIVE || LocalDate.ofEpochDay(loan.closedOn()).isAfter(day)
        ? LoanStatus.ACTIVE
        : loan.status();
  }

  /** In the calendar month of {@code day} and not after it. */
  static boolean inMonth(LocalDate date, LocalDate day) {
    return YearMonth.from(date).equals(YearMonth.from(day)) && !date.isAfter(day);
  }

  /** {@code amount / (principalDays / 365)} times a million, rounded half up. */
  static long annualCostE6(long amount, long principalDays) {
    return new Fraction(
            BigInteger.valueOf(amount).multiply(BigInteger.valueOf(365_000_000L)),
            BigInteger.valueOf(principalDays))
        .round(RoundingMode.HALF_UP);
  }
}
