package org.xinbao.job;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the next night must know of a customer or a facility: a row of its snapshot. Holds no
 * personal data in clear.
 *
 * @param reported per bureau what it was last told
 */
record KeyState(SortedMap<String, String> reported) {

  /** Nothing was ever told. */
  static final KeyState NONE = new KeyState(new TreeMap<>());

  KeyState {
    reported = Collections.unmodifiableSortedMap(new TreeMap<>(reported));
  }

  /** What a bureau was last told, empty when nothing. */
  String of(String bureau) {
    return reported.getOrDefault(bureau, "");
  }

  boolean isEmpty() {
    return reported.values().stream().allMatch(String::isEmpty);
  }

  /** The row's payload. */
  byte[] toBytes() {
    StringBuilder text = new StringBuilder(128);
    for (Map.Entry<String, String> each : reported.entrySet()) {
      if (!each.getValue().isEmpty()) {
        text.append(text.length() == 0 ? "" : "\t").append(each.getKey()).append('=');
        text.append(each.getValue());
      }
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Reads a payload that {@link #toBytes} wrote. */
  static KeyState parse(byte[] payload) {
    SortedMap<String, String> reported = new TreeMap<>();
    for (String each : new String(payload, StandardCharsets.UTF_8).split("\t", -1)) {
      int equals = each.indexOf('=');
      if (equals < 0) {
        throw new IllegalStateException("a row of a state snapshot is damaged");
      }
      reported.put(each.substring(0, equals), each.substring(equals + 1));
    }
    return new KeyState(reported);
  }
}
