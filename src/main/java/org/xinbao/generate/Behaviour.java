package org.xinbao.generate;

/** How a made-up borrower pays, with the share of a book in per mille. */
enum Behaviour {
  /** Every instalment on its due date. */
  ON_TIME(850),
  /** Some instalments a few days late, with their penalty. */
  LATE(40),
  /** One to three instalments missed, then everything paid at once. */
  CURED(15),
  /** Paid for a while, then nothing more. */
  OVERDUE(35),
  /** Nothing ever paid. */
  NEVER(5),
  /** Half an instalment on its due date, the rest days later. */
  PARTIAL(10),
  /** Once more than due, the next time less. */
  OVERPAID(10),
  /** Everything paid early, the interest to come waived. */
  PREPAID(15),
  /** A payment returned by the bank, paid again. */
  RETURNED(5),
  /** The interest of a late instalment waived. */
  WAIVED(4),
  /** Overdue for half a year, written off. */
  WRITTEN_OFF(5),
  /** Overdue for months, the claim sold. */
  TRANSFERRED(2),
  /** Two instalments missed, paid by the guarantor. */
  GUARANTEED(4);

  private static final Behaviour[] BY_MILLE = byMille();

  private final int share;

  Behaviour(int share) {
    this.share = share;
  }

  /** Draws a behaviour. */
  static Behaviour draw(Rng rng) {
    return BY_MILLE[rng.below(BY_MILLE.length)];
  }

  private static Behaviour[] byMille() {
    Behaviour[] all = new Behaviour[1000];
    int at = 0;
    for (Behaviour behaviour : values()) {
      for (int i = 0; i < behaviour.share; i++) {
        all[at++] = behaviour;
      }
    }
    return all;
  }
}
