package org.xinbao.treatment;

import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.xinbao.arrears.Day;

/**
 * The treatment of a customer over all the customer's loans: the furthest step of any of them, and
 * whether all products of this lender are repay only.
 *
 * @param step the furthest of the loans' steps
 * @param repayOnly whether any loan restricts the customer
 * @param reassessOn from when the customer's limits may be looked at again: the latest date of the
 *     loans that are cured (epoch day), {@link Day#NONE} while restricted or when never
 * @param connected contacts with the customer on the business date
 * @param tries unanswered tries on the business date, over all ways
 * @param findings what was not allowed about them
 */
public record CustomerTreatment(
    TreatmentStep step,
    boolean repayOnly,
    int reassessOn,
    int connected,
    int tries,
    Set<ContactFinding> findings) {

  public CustomerTreatment {
    findings =
        findings.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(findings));
  }

  /**
   * The treatment of the customer of some loans.
   *
   * @param loans those that are overdue, were restricting until lately, or had a contact on the
   *     business date
   */
  public static CustomerTreatment of(List<LoanTreatment> loans, ContactLimits limits) {
    TreatmentStep furthest = TreatmentStep.NONE;
    boolean repayOnly = false;
    int reassessOn = Day.NONE;
    int connected = 0;
    int tries = 0;
    for (LoanTreatment loan : loans) {
      furthest = loan.step().compareTo(furthest) > 0 ? loan.step() : furthest;
      repayOnly |= loan.restriction().inForce();
      reassessOn = later(reassessOn, loan.restriction().reassessOn());
      for (Contact contact : loan.contacts()) {
        connected += contact.connected() ? 1 : 0;
        tries += contact.connected() ? 0 : 1;
      }
    }
    return new CustomerTreatment(
        furthest,
        repayOnly,
        repayOnly ? Day.NONE : reassessOn,
        connected,
        tries,
        findings(loans, limits, connected));
  }

  private static int later(int one, int other) {
    if (one == Day.NONE || other == Day.NONE) {
      return one == Day.NONE ? other : one;
    }
    return Math.max(one, other);
  }

  private static Set<ContactFinding> findings(
      List<LoanTreatment> loans, ContactLimits limits, int connected) {
    Set<ContactFinding> findings = EnumSet.noneOf(ContactFinding.class);
    if (connected > limits.connectedPerDay()) {
      findings.add(ContactFinding.TOO_MANY_CONNECTED);
    }
    boolean overdue = loans.stream().anyMatch(LoanTreatment::isOverdue);
    Map<String, Integer> triesByChannel = new HashMap<>();
    for (LoanTreatment loan : loans) {
      for (Contact contact : loan.contacts()) {
        if (!contact.connected()
            && triesByChannel.merge(contact.channel(), 1, Integer::sum) > limits.triesPerDay()) {
          findings.add(ContactFinding.TOO_MANY_TRIES);
        }
        if (!limits.allows(contact.at().orElse(limits.from()))) {
          findings.add(ContactFinding.OUTSIDE_HOURS);
        }
        if (!overdue) {
          findings.add(ContactFinding.NOTHING_OVERDUE);
        }
      }
    }
    return findings;
  }
}
