package org.xinbao.store;

/** A change of the queue. */
public sealed interface QueueChange {

  /** The report is new in the queue or held for another reason than before. */
  record Put(QueueEntry entry) implements QueueChange {}

  /**
   * The report was sent or dropped.
   *
   * @param reportDate its RptDate (epoch day)
   */
  record Remove(String loanId, String bureau, int reportDate) implements QueueChange {}
}
