package org.xinbao.store;

/**
 * A finished snapshot file.
 *
 * @param rows rows in the file; in a delta also one for each loan that was removed
 * @param bytes its size
 * @param sha256 of all its bytes before this hash, which ends the file
 */
public record SnapshotInfo(SnapshotPlan plan, long rows, long bytes, String sha256) {}
