package org.xinbao.job;

import java.util.Comparator;

/** The records of one type for one bureau. */
record RecordKey(String bureau, String recordType) implements Comparable<RecordKey> {

  private static final Comparator<RecordKey> ORDER =
      Comparator.comparing(RecordKey::bureau).thenComparing(RecordKey::recordType);

  @Override
  public int compareTo(RecordKey other) {
    return ORDER.compare(this, other);
  }
}
