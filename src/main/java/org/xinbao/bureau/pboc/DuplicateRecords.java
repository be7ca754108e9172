package org.xinbao.bureau.pboc;

import java.util.Arrays;

/**
 * Finds records of one file with the same identifying items (ABR002).
 *
 * <p>The 210 files of this program are in the order of accounts: then the last account and its
 * records are all that must be kept. When a file turns out to be in another order, {@link
 * #isOrdered} says so, and a second reading with {@link #inAnyOrder} keeps 64 bits of digest per
 * record (16 MB for a million records); with a million records the chance of one false finding is
 * below one in ten million.
 */
final class DuplicateRecords {

  /** Records that can be compared in any order; a file has no more. */
  static final int RECORDS_MAX = SubmissionWriter.RECORDS_MAX;

  /** Records of one account that are compared one by one; a file with more is read again. */
  private static final int RECENT_MAX = 1_000;

  private byte[] first = {};
  private int firstLength = -1;
  private long[] recent = new long[4];
  private int recentCount;
  private boolean ordered = true;
  private long[] digests = {};
  private int digestCount;

  /** Whether the first identifying item of every record so far came after the one before it. */
  boolean isOrdered() {
    return ordered;
  }

  /** Whether the record repeats one before it; always false once the order is broken. */
  boolean inOrder(RecordIdentity record) {
    if (!ordered || record.isEmpty()) {
      return false;
    }
    int length = record.firstLength();
    int order =
        firstLength < 0
            ? 1
            : Arrays.compareUnsigned(record.bytes(), 0, length, first, 0, firstLength);
    if (order < 0) {
      ordered = false;
      return false;
    }
    if (order > 0) {
      if (first.length < length) {
        first = new byte[length * 2];
      }
      System.arraycopy(record.bytes(), 0, first, 0, length);
      firstLength = length;
      recentCount = 0;
    }
    return isRecent(record.digest());
  }

  /** Whether a record with the same first item had the digest; keeps it if not. */
  private boolean isRecent(long digest) {
    for (int i = 0; i < recentCount; i++) {
      if (recent[i] == digest) {
        return true;
      }
    }
    if (recentCount == RECENT_MAX) {
      ordered = false;
      return false;
    }
    if (recentCount == recent.length) {
      recent = Arrays.copyOf(recent, recentCount * 2);
    }
    recent[recentCount++] = digest;
    return false;
  }

  /** Whether the record repeats one before it, whatever the order. */
  boolean inAnyOrder(RecordIdentity record) {
    if (digestCount == RECORDS_MAX || record.isEmpty()) {
      return false;
    }
    if (digestCount * 2 >= digests.length) {
      grow();
    }
    if (add(record.digest())) {
      digestCount++;
      return false;
    }
    return true;
  }

  private boolean add(long digest) {
    int mask = digests.length - 1;
    int slot = (int) digest & mask;
    while (digests[slot] != 0) {
      if (digests[slot] == digest) {
        return false;
      }
      slot = (slot + 1) & mask;
    }
    digests[slot] = digest;
    return true;
  }

  private void grow() {
    long[] before = digests;
    digests = new long[Math.max(1024, before.length * 2)];
    for (long each : before) {
      if (each != 0) {
        add(each);
      }
    }
  }
}
