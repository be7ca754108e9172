package org.xinbao.job;

import java.util.Locale;
import org.xinbao.bureau.Fact;

/** The files that one partition leaves behind for {@code assemble} and {@code publish}. */
enum PartKind {
  ASSESSMENTS,
  EPISODES,
  REJECTS,
  HELD,
  DIFFERENCES,
  /** Loans for which a treatment step is due. */
  WORKLIST,
  /** What the treatment of customers must know of loans. */
  TREATMENT,
  /** Loans in legal review. */
  LEGAL_REVIEW,
  RESTATEMENTS,
  /** Changed rows of the state snapshot. */
  STATE,
  /** Changed rows of the register of adverse records. */
  REGISTER,
  /** Queued reports of the loans whose queue changed. */
  QUEUE,
  NOTICES,
  DECISIONS,
  /** Notices that borrowers must be sent. */
  NOTICES_TO_SEND,
  /** The same by borrower, for the text of the notice. */
  NOTICE_NEEDS,
  /** Disputes open at the business date. */
  DISPUTES,
  /** Report dates that are sent late or dropped, for {@code run.json}. */
  LATE,
  /** Facts about loans for the second pass, by customer. */
  CUSTOMER_FACTS,
  /** Facts about loans for the second pass, by facility. */
  FACILITY_FACTS,
  /** Loans of merged accounts, by facility. */
  ACCOUNT_LOANS,
  /** Merged accounts. */
  ACCOUNTS,
  AGGREGATES,
  /** Counters, row counts and control totals: written last. */
  SUMMARY;

  /** The kind of a fact. */
  static PartKind facts(Fact.By by) {
    return by == Fact.By.CUSTOMER ? CUSTOMER_FACTS : FACILITY_FACTS;
  }

  /** The name's last part. */
  String suffix() {
    return name().toLowerCase(Locale.ROOT);
  }
}
