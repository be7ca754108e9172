package org.xinbao.bureau.metro2;

/** A set of long numbers without objects: 12 to 24 bytes for each. */
final class LongSet {

  private long[] table = new long[1 << 10];
  private int size;
  private boolean hasZero;

  /** Whether the number was not in the set before. */
  boolean add(long number) {
    if (number == 0) {
      boolean isNew = !hasZero;
      hasZero = true;
      return isNew;
    }
    if (size * 3L > table.length * 2L) {
      grow();
    }
    boolean isNew = put(table, number);
    size += isNew ? 1 : 0;
    return isNew;
  }

  private void grow() {
    long[] larger = new long[table.length * 2];
    for (long each : table) {
      if (each != 0) {
        put(larger, each);
      }
    }
    table = larger;
  }

  private static boolean put(long[] table, long number) {
    int mask = table.length - 1;
    int at = (int) (number ^ number >>> 32) & mask;
    while (table[at] != 0 && table[at] != number) {
      at = at + 1 & mask;
    }
    boolean isNew = table[at] == 0;
    table[at] = number;
    return isNew;
  }
}
