package org.xinbao.treatment;

/** What was not allowed about the contacts of a day. */
public enum ContactFinding {
  /** More contacts with the debtor than a day allows. */
  TOO_MANY_CONNECTED,
  /** More unanswered tries by one way than a day allows. */
  TOO_MANY_TRIES,
  /** At a time of day at which nobody may be reached. */
  OUTSIDE_HOURS,
  /** The debtor owed nothing overdue any more: treatment stops the day the debt is cleared. */
  NOTHING_OVERDUE
}
