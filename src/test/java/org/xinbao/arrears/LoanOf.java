package org.xinbao.arrears;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * A loan written as a table: days as {@code yyyy-MM-dd}, amounts as in a ledger. Unless said
 * otherwise its contract rate is 24 % and it was opened on 2025-12-10, so that with penalty at 1.5
 * times and 360 days a year each day costs one thousandth of the base.
 */
final class LoanOf {
  private final List<Instalment> schedule = new ArrayList<>();
  private final List<Movement> movements = new ArrayList<>();
  private final List<RateChange> rates = new ArrayList<>();
  private int openedOn = Day.of(2025, 12, 10);
  private long annualRateE10 = 2_400_000_000L;
  private LoanStatus status = LoanStatus.ACTIVE;
  private int closedOn = Day.NONE;

  private LoanOf() {}

  /** A loan with one instalment that is principal only. */
  static LoanOf owing(String dueOn, String principal) {
    return new LoanOf().due(dueOn, principal, "0.00", "0.00");
  }

  static LoanOf owing(String dueOn, String principal, String interest, String fee) {
    return new LoanOf().due(dueOn, principal, interest, fee);
  }

  /** The next instalment. */
  LoanOf due(String dueOn, String principal, String interest, String fee) {
    schedule.add(
        new Instalment(
            schedule.size() + 1, Day.parse(dueOn), cents(principal), cents(interest), cents(fee)));
    return this;
  }

  LoanOf due(String dueOn, String principal) {
    return due(dueOn, principal, "0.00", "0.00");
  }

  /** A later version of an instalment, or a later one more. */
  LoanOf rescheduled(String from, int seq, String dueOn, String principal, String interest) {
    schedule.add(
        new Instalment(
            seq, Day.parse(dueOn), cents(principal), cents(interest), 0, Day.parse(from)));
    return this;
  }

  LoanOf openedOn(String day) {
    openedOn = Day.parse(day);
    return this;
  }

  LoanOf annualRateE10(long rate) {
    annualRateE10 = rate;
    return this;
  }

  LoanOf rate(String from, long contractE10, long penaltyE10) {
    rates.add(new RateChange(Day.parse(from), contractE10, penaltyE10));
    return this;
  }

  LoanOf is(LoanStatus value, String since) {
    status = value;
    closedOn = Day.parse(since);
    return this;
  }

  LoanOf paid(String id, String day, String amount) {
    return move(id, day, MovementType.REPAYMENT, amount, "", Split.NONE);
  }

  /** A repayment with the split that the ledger booked. */
  LoanOf paid(String id, String day, String amount, Split booked) {
    return move(id, day, MovementType.REPAYMENT, amount, "", booked);
  }

  LoanOf guarantorPaid(String id, String day, String amount) {
    return move(id, day, MovementType.GUARANTOR_REPAYMENT, amount, "", Split.NONE);
  }

  LoanOf returned(String id, String day, String amount, String reverses) {
    return move(id, day, MovementType.REVERSAL, amount, reverses, Split.NONE);
  }

  LoanOf waived(String id, String day, Split forgiven) {
    return move(id, day, MovementType.WAIVER, Cents.format(forgiven.total()), "", forgiven);
  }

  LoanOf writtenOff(String id, String day) {
    return move(id, day, MovementType.WRITE_OFF, "0.00", "", Split.NONE);
  }

  LoanOf transferred(String id, String day) {
    return move(id, day, MovementType.TRANSFER_OUT, "0.00", "", Split.NONE);
  }

  LoanOf move(
      String id, String day, MovementType type, String amount, String reverses, Split booked) {
    movements.add(new Movement(id, Day.parse(day), day, type, cents(amount), reverses, booked));
    return this;
  }

  Loan build() {
    List<Movement> sorted = new ArrayList<>(movements);
    sorted.sort(Movement.ORDER);
    long principal = 0;
    for (Instalment each : schedule) {
      principal += each.validFrom() == Instalment.ALWAYS ? each.principal() : 0;
    }
    schedule.sort(Instalment.ORDER);
    return new Loan(
        "L1",
        openedOn,
        Day.NONE,
        principal,
        annualRateE10,
        status,
        closedOn,
        schedule,
        sorted,
        rates);
  }

  AssessmentOutcome outcome(RulesOf rules, String businessDate) {
    return Arrears.assess(build(), rules.build(), Day.parse(businessDate));
  }

  /** The assessment, which must be one. */
  Assessment at(String businessDate, RulesOf rules) {
    AssessmentOutcome outcome = outcome(rules, businessDate);
    assertThat(outcome).isInstanceOf(Assessment.class);
    return (Assessment) outcome;
  }

  static long cents(String amount) {
    return new BigDecimal(amount).movePointRight(2).longValueExact();
  }

  /** A booked split or waiver: principal, interest, penalty, fee. */
  static Split split(String principal, String interest, String penalty, String fee) {
    return Split.of(cents(principal), cents(interest), cents(penalty), cents(fee));
  }
}
