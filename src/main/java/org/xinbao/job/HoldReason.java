package org.xinbao.job;

/**
 * Why the night itself, and not a bureau's rule, holds a report back; the names are codes of {@code
 * held.csv}.
 */
enum HoldReason {
  LOAN_REJECTED(
      "The loan's rows were rejected; correct the rows named in rejects.csv in the next export."),
  LOAN_VANISHED(
      "The loan was open at the last date and is missing from the export; export it again or close"
          + " it."),
  NOT_IN_EXPORT("A report is still to be sent but the loan is not in the export; export it again."),
  NOT_ASSESSABLE(
      "The loan's rows contradict each other at the report date; correct them in the next export."),
  TOO_MANY_LOANS(
      "More than 100,000 loans name the same customer or facility; correct the ids in the export.");

  private final String sentence;

  HoldReason(String sentence) {
    this.sentence = sentence;
  }

  String sentence() {
    return sentence;
  }
}
