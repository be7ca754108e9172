package org.xinbao.bureau.pboc;

import java.util.Arrays;

/**
 * Finds records of one file with the same AcctCode and RptDate (ABR002).
 *
 * <p>The files of this program are in the order of accounts: then the last account and its dates
 * are all that must be kept. When a file turns out to be in another order, {@link #isOrdered} says
 * so, and a second reading with {@link #inAnyOrder} keeps 64 bits of digest per record; with a
 * million records the chance of one false finding is below one in ten million.
 */
final class DuplicateRecords {

  /** Records that can be compared in any order; a file has no more. */
  static final int RECORDS_MAX = SubmissionWriter.RECORDS_MAX;

  private byte[] account = {};
  private int accountLength = -1;
  private long[] dates = new long[4];
  private int dateCount;
  private boolean ordered = true;
  private long[] digests = {};
  private int digestCount;

  /** Whether every account so far came after the one before it. */
  boolean isOrdered() {
    return ordered;
  }

  /** Whether the record repeats one before it; always false once the order is broken. */
  boolean inOrder(ParsedRecord record) {
    int from = record.from(Item.ACCT_CODE, -1);
    int to = record.to(Item.ACCT_CODE, -1);
    if (!ordered || from < 0) {
      return false;
    }
    int order =
        accountLength < 0
            ? 1
            : Arrays.compareUnsigned(record.bytes(), from, to, account, 0, accountLength);
    if (order < 0) {
      ordered = false;
      return false;
    }
    if (order > 0) {
      accountLength = to - from;
      if (account.length < accountLength) {
        account = new byte[accountLength * 2];
      }
      System.arraycopy(record.bytes(), from, account, 0, accountLength);
      dateCount = 0;
    }
    return isKnownDate(record.value(Item.RPT_DATE));
  }

  private boolean isKnownDate(long date) {
    for (int i = 0; i < dateCount; i++) {
      if (dates[i] == date) {
        return true;
      }
    }
    if (dateCount == dates.length) {
      dates = Arrays.copyOf(dates, dateCount * 2);
    }
    dates[dateCount++] = date;
    return false;
  }

  /** Whether the record repeats one before it, whatever the order. */
  boolean inAnyOrder(ParsedRecord record) {
    if (digestCount == RECORDS_MAX || !record.has(Item.ACCT_CODE)) {
      return false;
    }
    if (digestCount * 2 >= digests.length) {
      grow();
    }
    if (add(digest(record))) {
      digestCount++;
      return false;
    }
    return true;
  }

  private static long digest(ParsedRecord record) {
    long hash = 0x9e3779b97f4a7c15L ^ record.value(Item.RPT_DATE) * 0xd6e8feb86659fd93L;
    byte[] bytes = record.bytes();
    for (int i = record.from(Item.ACCT_CODE, -1); i < record.to(Item.ACCT_CODE, -1); i++) {
      hash = (hash ^ bytes[i]) * 0x100000001b3L;
      hash ^= hash >>> 29;
    }
    hash *= 0xbf58476d1ce4e5b9L;
    hash ^= hash >>> 32;
    return hash == 0 ? 1 : hash;
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
