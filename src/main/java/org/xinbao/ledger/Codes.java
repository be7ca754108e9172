package org.xinbao.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;

/** The codes of an enum as bytes, so that a field is compared without decoding it. */
final class Codes<E extends Enum<E>> {

  private final List<E> values;
  private final byte[][] bytes;

  private Codes(List<E> values) {
    this.values = List.copyOf(values);
    this.bytes =
        values.stream()
            .map(value -> value.name().getBytes(StandardCharsets.US_ASCII))
            .toArray(byte[][]::new);
  }

  /** All constants of an enum. */
  static <E extends Enum<E>> Codes<E> of(Class<E> type) {
    return new Codes<>(List.copyOf(EnumSet.allOf(type)));
  }

  /** Some constants of an enum. */
  static <E extends Enum<E>> Codes<E> of(List<E> values) {
    return new Codes<>(values);
  }

  /** The index of a code, or -1. */
  int find(byte[] data, int from, int to) {
    for (int i = 0; i < bytes.length; i++) {
      if (Arrays.equals(bytes[i], 0, bytes[i].length, data, from, to)) {
        return i;
      }
    }
    return -1;
  }

  E get(int index) {
    return values.get(index);
  }

  /** The codes as a sentence names them. */
  String names() {
    return values.stream().map(Enum::name).collect(Collectors.joining(", "));
  }
}
