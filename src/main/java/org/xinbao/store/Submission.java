package org.xinbao.store;

import org.xinbao.bureau.SubmissionFile;

/**
 * A submission file of a run.
 *
 * @param serial the serial number in its name, counted per record type and creation date
 * @param createdOn its creation date (epoch day)
 * @param bytes its size
 * @param answeredOn when the bureau answered (epoch day), none before
 * @param firstKey loan, customer or facility of its first record
 * @param lastKey that of its last record
 */
public record Submission(
    long runId,
    SubmissionFile file,
    int serial,
    int createdOn,
    String sha256,
    long bytes,
    SubmissionState state,
    int answeredOn,
    String firstKey,
    String lastKey) {}
