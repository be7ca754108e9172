package org.xinbao.store;

import org.xinbao.retention.RetainedRecord;

/**
 * An adverse record of the register.
 *
 * @param voidReason why a void record no longer follows from the data, else empty
 * @param firstPublishedOn the business date that first listed it (epoch day)
 * @param lastChangedOn the business date of its last change (epoch day)
 */
public record RegisterEntry(
    String loanId,
    RetainedRecord retained,
    String voidReason,
    int firstPublishedOn,
    int lastChangedOn) {

  /** Its first day, which with the loan is its key. */
  public int overdueFrom() {
    return retained.record().overdueFrom();
  }
}
