package org.xinbao.bureau.metro2;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A record as read from a file.
 *
 * @param first header, base or trailer
 * @param appended what follows a base segment
 */
record ReadRecord(ReadSegment first, List<ReadSegment> appended) {

  private static final int IDENTIFIER_FROM = 4;

  ReadRecord {
    appended = List.copyOf(appended);
  }

  /** What a record is by its identifier; a base segment has none. */
  static Segment kind(byte[] record) {
    String text = new String(record, StandardCharsets.ISO_8859_1);
    if (text.startsWith("HEADER", IDENTIFIER_FROM)) {
      return Segment.HEADER;
    }
    return text.startsWith("TRAILER", IDENTIFIER_FROM) ? Segment.TRAILER : Segment.BASE;
  }

  /** Reads a record; what is wrong with its structure goes to {@code findings}. */
  static Optional<ReadRecord> read(byte[] record, RecordRules.Findings findings) {
    String text = new String(record, StandardCharsets.ISO_8859_1);
    Segment kind = kind(record);
    boolean long4 = text.length() >= kind.length() && ReadSegment.isDigits(text.substring(0, 4));
    if (!long4 || Integer.parseInt(text.substring(0, 4)) != text.length()) {
      findings.found(Metro2Rule.M003, "RDW");
      return Optional.empty();
    }
    List<ReadSegment> appended = new ArrayList<>();
    int at = kind.length();
    // A block of fixed length is filled with blanks behind the last segment.
    while (at < text.length() && !text.substring(at).isBlank()) {
      Optional<Segment> next =
          kind == Segment.BASE && at + 2 <= text.length()
              ? Segment.appended(text.substring(at, at + 2))
              : Optional.empty();
      if (next.isEmpty() || at + next.get().length() > text.length()) {
        findings.found(next.isEmpty() ? Metro2Rule.M004 : Metro2Rule.M003, "");
        return Optional.empty();
      }
      appended.add(new ReadSegment(next.get(), text.substring(at, at + next.get().length())));
      at += next.get().length();
    }
    return Optional.of(
        new ReadRecord(new ReadSegment(kind, text.substring(0, kind.length())), appended));
  }

  List<ReadSegment> all() {
    List<ReadSegment> all = new ArrayList<>(appended);
    all.add(0, first);
    return all;
  }
}
