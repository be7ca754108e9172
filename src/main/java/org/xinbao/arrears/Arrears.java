package org.xinbao.arrears;

import java.util.List;
import org.xinbao.arrears.Contradiction.Kind;

/**
 * Assessment of loans: the figures of a loan are a pure function of the loan, its product's rules
 * and the business date.
 */
public final class Arrears {

  private Arrears() {}

  /**
   * Every figure of a loan at the close of a business date; movements with a later value date are
   * ignored, and so is the loan's status when it holds from a later day.
   *
   * <p>Never throws for what a loan holds: contradictions, and amounts too large to be computed,
   * are values.
   *
   * @param businessDate epoch day
   */
  public static AssessmentOutcome assess(Loan loan, ProductRules rules, int businessDate) {
    return assess(loan, rules, businessDate, Journal.NONE);
  }

  /** The same, telling {@code journal} how the figures come about. */
  public static AssessmentOutcome assess(
      Loan loan, ProductRules rules, int businessDate, Journal journal) {
    try {
      return new Replay(loan, rules, businessDate, journal).run();
    } catch (ArithmeticException e) {
      return new Contradiction(Kind.AMOUNT_OVERFLOW, "", 0);
    }
  }

  /**
   * Where each instalment of a loan stands at the close of a day, oldest first; instalments that
   * ask for no more than the overdue tolerance are left out. The loan must be one that {@link
   * #assess} can assess at that day.
   *
   * @param day epoch day
   */
  public static List<InstalmentPosition> instalments(Loan loan, ProductRules rules, int day) {
    InstalmentTrack track = new InstalmentTrack(loan, rules);
    Replay replay = new Replay(loan, rules, day, track);
    if (!(replay.run() instanceof Assessment)) {
      throw new IllegalArgumentException("the loan's rows contradict each other at that day");
    }
    return track.positions(replay);
  }
}
