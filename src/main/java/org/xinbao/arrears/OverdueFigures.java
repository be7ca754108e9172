package org.xinbao.arrears;

/** What is overdue at the close of one day, and unpaid penalty whether overdue or not. */
final class OverdueFigures {
  /** Upper edges in days of the bureau's ageing fields; beyond the last is the fifth. */
  private static final int[] AGES = {30, 60, 90, 180};

  private final long[] principalByAge = new long[AGES.length + 1];
  private int instalments;
  private int daysPastDue;
  private long principal;
  private long interest;
  private long fee;
  private long penaltyOnPrincipal;
  private long penaltyOnInterest;
  private long total;

  private OverdueFigures() {}

  /** Throws {@link ArithmeticException} when the total does not fit. */
  static OverdueFigures at(int day, OpenInstalments open, PenaltyBook penalties, Ageing ageing) {
    OverdueFigures figures = new OverdueFigures();
    for (int rank = open.firstUnpaidRank(); rank < open.size(); rank++) {
      int item = open.item(rank);
      if (ageing.overdueFrom(open.dueOn(item)) > day) {
        break;
      }
      if (open.isUnpaid(item)) {
        figures.add(open, item, ageing.daysPastDue(open.dueOn(item), day));
      }
    }
    figures.addPenalties(day, open, penalties);
    figures.total =
        Math.addExact(
            figures.principal + figures.interest + figures.fee,
            Math.addExact(figures.penaltyOnPrincipal, figures.penaltyOnInterest));
    return figures;
  }

  private void add(OpenInstalments open, int item, int days) {
    daysPastDue = Math.max(daysPastDue, days);
    instalments++;
    principal += open.unpaid(item, Part.PRINCIPAL);
    interest += open.unpaid(item, Part.INTEREST);
    fee += open.unpaid(item, Part.FEE);
    int age = 0;
    while (age < AGES.length && days > AGES[age]) {
      age++;
    }
    principalByAge[age] += open.unpaid(item, Part.PRINCIPAL);
  }

  private void addPenalties(int day, OpenInstalments open, PenaltyBook penalties) {
    penalties.accrueTo(day);
    if (penalties.isEmpty()) {
      return;
    }
    for (int rank = penalties.firstOwingRank(); rank < open.size(); rank++) {
      int item = open.item(rank);
      penaltyOnPrincipal =
          Math.addExact(penaltyOnPrincipal, penalties.unpaid(item, Part.PENALTY_ON_PRINCIPAL, day));
      penaltyOnInterest =
          Math.addExact(penaltyOnInterest, penalties.unpaid(item, Part.PENALTY_ON_INTEREST, day));
    }
  }

  int instalments() {
    return instalments;
  }

  int daysPastDue() {
    return daysPastDue;
  }

  long principal() {
    return principal;
  }

  long interest() {
    return interest;
  }

  long fee() {
    return fee;
  }

  /**
   * Unpaid principal of overdue instalments of 1–30, 31–60, 61–90, 91–180 and more days (0 to 4).
   */
  long principalOfAge(int age) {
    return principalByAge[age];
  }

  long penaltyOnPrincipal() {
    return penaltyOnPrincipal;
  }

  long penaltyOnInterest() {
    return penaltyOnInterest;
  }

  long total() {
    return total;
  }
}
