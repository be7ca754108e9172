package org.xinbao.store;

/**
 * Sums over submission files of one bureau.
 *
 * @param files number of files
 * @param stored records that the bureau took; of files without an answer, records sent
 * @param rejected records that it did not take
 */
public record FeedbackTotals(long files, long stored, long rejected) {

  public static final FeedbackTotals NONE = new FeedbackTotals(0, 0, 0);
}
