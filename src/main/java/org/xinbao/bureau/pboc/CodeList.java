package org.xinbao.bureau.pboc;

import java.util.Arrays;
import java.util.List;

/** A closed list of codes, each at most 8 ASCII characters. */
final class CodeList {

  private final String name;
  private final List<String> codes;
  private final long[] packed;

  CodeList(String name, List<String> codes) {
    this.name = name;
    this.codes = List.copyOf(codes);
    this.packed = codes.stream().mapToLong(CodeList::pack).sorted().toArray();
    for (int i = 1; i < packed.length; i++) {
      if (packed[i - 1] == packed[i]) {
        throw new IllegalStateException("code list " + name + " has a code twice");
      }
    }
  }

  String name() {
    return name;
  }

  /** The codes in the order of the list. */
  List<String> codes() {
    return codes;
  }

  boolean contains(String code) {
    return !code.isEmpty() && code.length() <= 8 && isAscii(code) && find(pack(code));
  }

  /** Whether the bytes are one of the codes. */
  boolean contains(byte[] bytes, int from, int to) {
    if (to <= from || to - from > 8) {
      return false;
    }
    long key = 0;
    for (int i = from; i < to; i++) {
      key = key << 8 | (bytes[i] & 0xff);
    }
    return find(key);
  }

  private boolean find(long key) {
    return Arrays.binarySearch(packed, key) >= 0;
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 128);
  }

  private static long pack(String code) {
    long key = 0;
    for (int i = 0; i < code.length(); i++) {
      key = key << 8 | code.charAt(i);
    }
    return key;
  }
}
