package org.xinbao.store;

import java.time.DateTimeException;
import java.util.Comparator;
import java.util.Optional;
import org.xinbao.arrears.Day;

/**
 * Which state snapshot: that of a business date and version. Written {@code 2026-10-31}, from
 * version 2 on {@code 2026-10-31.v2} (rulings 16).
 *
 * @param date business date (epoch day)
 * @param version from 1
 */
public record SnapshotKey(int date, int version) implements Comparable<SnapshotKey> {

  private static final Comparator<SnapshotKey> ORDER =
      Comparator.comparingInt(SnapshotKey::date).thenComparingInt(SnapshotKey::version);

  public SnapshotKey {
    if (date == Day.NONE || version < 1) {
      throw new IllegalArgumentException("a snapshot needs a date and a version from 1");
    }
  }

  /** The key of a name, empty when it is none. */
  public static Optional<SnapshotKey> parse(String name) {
    int suffix = name.indexOf(".v");
    try {
      int date = Day.parse(suffix < 0 ? name : name.substring(0, suffix));
      int version = suffix < 0 ? 1 : Integer.parseInt(name.substring(suffix + 2));
      SnapshotKey key = new SnapshotKey(date, version);
      return key.toString().equals(name) ? Optional.of(key) : Optional.empty();
    } catch (DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public int compareTo(SnapshotKey other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return version == 1 ? Day.format(date) : Day.format(date) + ".v" + version;
  }
}
