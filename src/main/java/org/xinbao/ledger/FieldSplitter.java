package org.xinbao.ledger;

import com.opencsv.RFC4180Parser;
import com.opencsv.RFC4180ParserBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The fields of one record as positions in a byte buffer. A record without a quote is cut at its
 * commas; a record with one goes through OpenCSV, and its fields are laid out in a buffer of their
 * own. Both ways give the same fields (proved by a test).
 */
final class FieldSplitter {

  private final RFC4180Parser parser = new RFC4180ParserBuilder().build();
  private byte[] decoded = new byte[1024];

  /** The buffer that the positions refer to. */
  byte[] data = new byte[0];

  /** Where each field begins. */
  final int[] starts = new int[Limits.FIELDS];

  /** Where each field ends. */
  final int[] ends = new int[Limits.FIELDS];

  /** The number of fields, or -1 when the record cannot be read as CSV. */
  int count;

  /** Splits the present record of a source. */
  void split(RecordSource source) {
    if (source.malformed) {
      count = -1;
    } else if (source.quoted) {
      splitQuoted(source.data, source.start, source.end);
    } else {
      splitPlain(source.data, source.start, source.end);
    }
  }

  private void splitPlain(byte[] record, int start, int end) {
    data = record;
    int fields = 0;
    int from = start;
    for (int at = start; at < end; at++) {
      if (record[at] == ',') {
        if (fields == Limits.FIELDS - 1) {
          count = -1;
          return;
        }
        starts[fields] = from;
        ends[fields++] = at;
        from = at + 1;
      }
    }
    starts[fields] = from;
    ends[fields++] = end;
    count = fields;
  }

  private void splitQuoted(byte[] record, int start, int end) {
    String[] fields;
    try {
      fields = parser.parseLine(new String(record, start, end - start, StandardCharsets.UTF_8));
    } catch (IOException e) {
      // The parser's message quotes the row, which may hold personal data: it goes no further.
      count = -1;
      return;
    }
    if (fields.length > Limits.FIELDS) {
      count = -1;
      return;
    }
    int at = 0;
    for (int i = 0; i < fields.length; i++) {
      byte[] field = withLineFeeds(fields[i]).getBytes(StandardCharsets.UTF_8);
      if (at + field.length > decoded.length) {
        decoded = Arrays.copyOf(decoded, Math.max(decoded.length * 2, at + field.length));
      }
      System.arraycopy(field, 0, decoded, at, field.length);
      starts[i] = at;
      at += field.length;
      ends[i] = at;
    }
    data = decoded;
    count = fields.length;
  }

  /** Line ends inside a field are written as LF, whatever the file's own line end is. */
  private static String withLineFeeds(String field) {
    return field.indexOf('\r') < 0 ? field : field.replace("\r\n", "\n");
  }

  /** A field as text. */
  String text(int field) {
    return new String(data, starts[field], ends[field] - starts[field], StandardCharsets.UTF_8);
  }
}
