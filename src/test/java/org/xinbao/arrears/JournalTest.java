package org.xinbao.arrears;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.xinbao.arrears.ProductRules.GraceMeaning;
import org.xinbao.arrears.ProductRules.ReturnedPayment;

/** What the journal of a replay tells, in order. */
class JournalTest {

  private static final class Lines implements Journal {
    private final List<String> lines = new ArrayList<>();

    @Override
    public void applied(Movement movement, Item item, Part part, long amount) {
      lines.add(movement.txnId() + " pays " + part + of(item) + Cents.format(amount));
    }

    @Override
    public void unallocated(Movement movement, long amount) {
      lines.add(movement.txnId() + " unallocated " + Cents.format(amount));
    }

    @Override
    public void charged(Stretch stretch) {
      lines.add(
          "charged "
              + stretch.part()
              + of(stretch.item())
              + Day.format(stretch.firstDay())
              + ".."
              + Day.format(stretch.lastDay())
              + " on "
              + Cents.format(stretch.base())
              + " at "
              + stretch.annualRate().toPlainString()
              + " x "
              + stretch.units()
              + "/"
              + stretch.unitsPerYear());
    }

    @Override
    public void rounded(Item item, Part part, long amount) {
      lines.add("rounded " + part + of(item) + Cents.format(amount));
    }

    @Override
    public void cured(Item item, int day) {
      lines.add("cured" + of(item) + Day.format(day));
    }

    @Override
    public void restored(Movement reversal, Item item, Part part, long amount) {
      lines.add(reversal.txnId() + " restores " + part + of(item) + Cents.format(amount));
    }

    @Override
    public void nothingOwed(int day, long amount) {
      lines.add("nothing owed from " + Day.format(day) + ": " + Cents.format(amount));
    }

    private static String of(Item item) {
      return " of "
          + item.seq()
          + (item.restored() ? " restored, due " : " due ")
          + Day.format(item.dueOn())
          + ": ";
    }
  }

  private static List<String> lines(LoanOf loan, RulesOf rules, String businessDate) {
    Lines journal = new Lines();
    AssessmentOutcome told =
        Arrears.assess(loan.build(), rules.build(), Day.parse(businessDate), journal);
    assertThat(told).isEqualTo(loan.outcome(rules, businessDate));
    return journal.lines;
  }

  @Test
  void tellsHowARepaymentIsAppliedAndReturned() {
    LoanOf loan =
        LoanOf.owing("2026-01-10", "100.00", "0.00", "1.00")
            .paid("P1", "2026-01-20", "110.00")
            .returned("R1", "2026-01-25", "110.00", "P1");

    assertThat(lines(loan, RulesOf.jiebei().returned(ReturnedPayment.RETURN_DATE), "2026-01-27"))
        .containsExactly(
            "charged PENALTY_ON_PRINCIPAL of 1 due 2026-01-10: 2026-01-11..2026-01-19 on 100.00 at"
                + " 0.36 x 9/360",
            "charged PENALTY_ON_PRINCIPAL of 1 due 2026-01-10: 2026-01-20..2026-01-20 on 100.00 at"
                + " 0.36 x 1/360",
            "rounded PENALTY_ON_PRINCIPAL of 1 due 2026-01-10: 1.00",
            "P1 pays FEE of 1 due 2026-01-10: 1.00",
            "P1 pays PENALTY_ON_PRINCIPAL of 1 due 2026-01-10: 1.00",
            "P1 pays PRINCIPAL of 1 due 2026-01-10: 100.00",
            "P1 unallocated 8.00",
            "R1 restores PRINCIPAL of 1 restored, due 2026-01-25: 100.00",
            "R1 restores FEE of 1 restored, due 2026-01-25: 1.00",
            "R1 restores PENALTY_ON_PRINCIPAL of 1 restored, due 2026-01-25: 1.00",
            "charged PENALTY_ON_PRINCIPAL of 1 restored, due 2026-01-25: 2026-01-26..2026-01-27 on"
                + " 100.00 at 0.36 x 2/360");
  }

  @Test
  void tellsOfACureWithinGraceAndOfAClosing() {
    LoanOf loan =
        LoanOf.owing("2026-01-10", "100.00")
            .due("2026-02-10", "0.50")
            .paid("P1", "2026-01-12", "100.00")
            .is(LoanStatus.CLOSED, "2026-01-12");

    assertThat(lines(loan, RulesOf.jiebei().grace(5, GraceMeaning.GATE), "2026-01-31"))
        .containsExactly(
            "charged PENALTY_ON_PRINCIPAL of 1 due 2026-01-10: 2026-01-11..2026-01-11 on 100.00 at"
                + " 0.36 x 1/360",
            "charged PENALTY_ON_PRINCIPAL of 1 due 2026-01-10: 2026-01-12..2026-01-12 on 100.00 at"
                + " 0.36 x 1/360",
            "cured of 1 due 2026-01-10: 2026-01-12",
            "P1 pays PRINCIPAL of 1 due 2026-01-10: 100.00",
            "nothing owed from 2026-01-12: 0.50");
  }

  @Test
  void aReturnAfterTheClosingIsMeasuredByTheClosingTolerance() {
    LoanOf loan =
        LoanOf.owing("2026-01-10", "100.00")
            .paid("P0", "2026-01-10", "99.50")
            .paid("P1", "2026-01-10", "0.50")
            .is(LoanStatus.CLOSED, "2026-01-10");
    RulesOf rules = RulesOf.jiebei().returned(ReturnedPayment.RETURN_DATE);
    loan.returned("R1", "2026-01-20", "0.50", "P1");

    assertThat(loan.at("2026-01-31", rules).closingDifference()).isEqualTo(50);
    assertThat(loan.at("2026-01-31", rules).principalBalance()).isZero();

    loan.returned("R0", "2026-01-21", "99.50", "P0");
    // Owed at the close of T: 99.50 and 10 days of penalty, 99.50 x 0.36 x 10/360 = 0.995 -> 1.00;
    // 100.50 less the tolerance of 1.00.
    assertThat(loan.outcome(rules, "2026-01-31"))
        .isEqualTo(new Contradiction(Contradiction.Kind.CLOSED_WITH_BALANCE, "", 9950));

    // Paid again with its penalty, the loan is closed again.
    loan.paid("P2", "2026-02-01", "101.00");
    assertThat(loan.at("2026-02-28", rules).principalBalance()).isZero();
  }
}
