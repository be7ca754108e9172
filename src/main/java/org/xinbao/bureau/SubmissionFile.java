package org.xinbao.bureau;

/**
 * A file for a bureau.
 *
 * @param name as the bureau requires
 * @param records number of records
 * @param balance control total (see {@link ControlFigures})
 * @param overdue control total
 */
public record SubmissionFile(
    String bureau, String recordType, String name, long records, long balance, long overdue) {}
