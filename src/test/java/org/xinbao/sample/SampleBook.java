package org.xinbao.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The book that {@code sample-data} shows on three business dates. */
final class SampleBook {
  final List<SampleLoan> loans = new ArrayList<>();
  final List<SampleFacility> facilities = new ArrayList<>();
  final List<Decision> decisions = new ArrayList<>();

  SampleBook() {
    OrdinaryLoans.addTo(loans);
    OverdueLoans.addTo(loans);
    SettledLoans.addTo(loans);
    MovementLoans.addTo(loans);
    CalendarLoans.addTo(loans);
    ProductLoans.addTo(loans, facilities);
    OverdueLoans.addDecisionsTo(decisions);
    SettledLoans.addDecisionsTo(decisions);
    loans.sort(Comparator.comparing(loan -> loan.id));
  }

  /** A readable id: XB, the group, the number within it. */
  static String id(int group, int number) {
    return String.format(Locale.ROOT, "XB%04d%04d", group, number);
  }
}
