package org.xinbao.arrears.naive;

import java.time.LocalDate;
import java.util.stream.Collectors;
import org.xinbao.arrears.Day;
import org.xinbao.arrears.Instalment;
import org.xinbao.arrears.Loan;
import org.xinbao.arrears.Movement;
import org.xinbao.arrears.ProductRules;
import org.xinbao.arrears.Split;

/** A loan and its rules as Java source that can be pasted into a test. */
public final class LoanSource {

  private LoanSource() {}

  /** Two declarations, {@code rules} and {@code loan}. */
  public static String of(Loan loan, ProductRules rules) {
    return rules(rules) + loan(loan);
  }

  private static String rules(ProductRules r) {
    String order =
        r.allocation().order().stream()
            .map(component -> "Component." + component)
            .collect(Collectors.joining(", "));
    String buckets = r.buckets().stream().map(String::valueOf).collect(Collectors.joining(", "));
    return ("ProductRules rules = new ProductRules(\"%s\", DayCount.%s, DpdClock.%s,"
            + " new Grace(%d, GraceMeaning.%s),\n"
            + "    new Penalty(%dL, %dL, PenaltyBase.%s, RoundingMoment.%s, RoundingMode.%s),\n"
            + "    new Allocation(List.of(%s), Sequence.%s, %d, Source.%s),\n"
            + "    ReturnedPayment.%s, %dL, %dL, %dL, List.of(%s),\n"
            + "    new FiveClass(%d, %d, %d, %d, %d), AdverseBegins.%s, Remaining.%s, %dL);\n")
        .formatted(
            r.product(),
            r.dayCount(),
            r.dpdClock(),
            r.grace().days(),
            r.grace().meaning(),
            r.penalty().multiplierE10(),
            r.penalty().annualRateE10(),
            r.penalty().base(),
            r.penalty().when(),
            r.penalty().mode(),
            order,
            r.allocation().sequence(),
            r.allocation().principalFirstAfterDays(),
            r.allocation().source(),
            r.returnedPayment(),
            r.overdueTolerance(),
            r.closingTolerance(),
            r.penaltyTolerance(),
            buckets,
            r.fiveClass().attention(),
            r.fiveClass().substandard(),
            r.fiveClass().doubtful(),
            r.fiveClass().loss(),
            r.fiveClass().cureMonths(),
            r.adverseBegins(),
            r.remaining(),
            r.costCapAnnualE10());
  }

  private static String loan(Loan l) {
    return "Loan loan = new Loan(\"%s\", %s, %s, %dL, %dL, LoanStatus.%s, %s,\n"
            .formatted(
                l.loanId(),
                day(l.openedOn()),
                day(l.maturesOn()),
                l.principal(),
                l.annualRateE10(),
                l.status(),
                day(l.closedOn()))
        + "    List.of("
        + l.schedule().stream().map(LoanSource::row).collect(Collectors.joining(","))
        + "),\n    List.of("
        + l.movements().stream().map(LoanSource::row).collect(Collectors.joining(","))
        + "),\n    List.of("
        + l.rates().stream()
            .map(
                r ->
                    "\n        new RateChange(%s, %dL, %dL)"
                        .formatted(day(r.from()), r.annualRateE10(), r.penaltyAnnualRateE10()))
            .collect(Collectors.joining(","))
        + "));\n";
  }

  private static String row(Instalment i) {
    String from = i.validFrom() == Instalment.ALWAYS ? "" : ", " + day(i.validFrom());
    return "\n        new Instalment(%d, %s, %dL, %dL, %dL%s)"
        .formatted(i.seq(), day(i.dueOn()), i.principal(), i.interest(), i.fee(), from);
  }

  private static String row(Movement m) {
    return "\n        new Movement(\"%s\", %s, \"%s\", MovementType.%s, %dL, \"%s\", %s)"
        .formatted(
            m.txnId(),
            day(m.valueDate()),
            m.bookedAt(),
            m.type(),
            m.amount(),
            m.reverses(),
            split(m.booked()));
  }

  private static String split(Split s) {
    return s.given()
        ? "Split.of(%dL, %dL, %dL, %dL)"
            .formatted(s.principal(), s.interest(), s.penalty(), s.fee())
        : "Split.NONE";
  }

  /** {@code Day.of(y, m, d)}. */
  public static String day(int day) {
    if (day == Day.NONE) {
      return "Day.NONE";
    }
    LocalDate date = LocalDate.ofEpochDay(day);
    return "Day.of(%d, %d, %d)"
        .formatted(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
  }
}
