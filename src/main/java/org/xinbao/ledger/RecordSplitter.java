package org.xinbao.ledger;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Where a CSV record ends (RFC 4180, LF or CRLF), found without decoding it.
 *
 * <p>A quote is legal only around a whole field; anything else makes the record malformed. A quoted
 * field that does not end within {@link Limits#RECORD_LINES} lines or {@link Limits#RECORD_BYTES}
 * is taken as a stray quote: its first line alone is the malformed record and reading goes on with
 * the next line, so that one wrong character costs one row and not the rest of the file.
 */
final class RecordSplitter {

  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;
  private static final long LFS = ONES * '\n';
  private static final long QUOTES = ONES * '"';

  /** End of the record, its line end excluded. */
  int end;

  /** Where the next record begins. */
  int next;

  /** Physical lines that the record covers. */
  int lines;

  /** Whether it holds a quote. */
  boolean quoted;

  /** Whether it cannot be read as CSV. */
  boolean malformed;

  /** Whether it is longer than the limit; {@link #next} is then inside of it. */
  boolean oversize;

  /** Whether it may hold a byte that is not ASCII (never false when it does). */
  boolean nonAscii;

  private long highs;

  /**
   * Finds the end of the record at {@code from}. The buffer must hold all that the file still has,
   * or at least {@link Limits#RECORD_BYTES} + 2 bytes.
   */
  void split(byte[] data, int from, int limit) {
    lines = 1;
    quoted = false;
    malformed = false;
    oversize = false;
    highs = 0;
    int bound = (int) Math.min(limit, (long) from + Limits.RECORD_BYTES + 1);
    int at = findLineFeedOrQuote(data, from, bound);
    while (at < bound && data[at] == '"') {
      quoted = true;
      if (at == from || data[at - 1] == ',') {
        int close = findClosingQuote(data, at + 1, bound);
        if (close < 0) {
          takeFirstLine(data, from, bound, limit);
          return;
        }
        at = close + 1;
        malformed |= !endsField(data, at, limit);
      } else {
        malformed = true;
        at++;
      }
      at = findLineFeedOrQuote(data, at, bound);
    }
    finish(data, from, at, bound, limit);
  }

  private void takeFirstLine(byte[] data, int from, int bound, int limit) {
    malformed = true;
    lines = 1;
    int at = from;
    while (at < bound && data[at] != '\n') {
      at++;
    }
    finish(data, from, at, bound, limit);
  }

  private void finish(byte[] data, int from, int at, int bound, int limit) {
    nonAscii = highs != 0;
    if (at == bound && bound < limit) {
      oversize = true;
      malformed = true;
      end = at;
      next = at;
      return;
    }
    end = at > from && data[at - 1] == '\r' ? at - 1 : at;
    next = at < limit ? at + 1 : at;
  }

  private static boolean endsField(byte[] data, int at, int limit) {
    if (at >= limit || data[at] == ',' || data[at] == '\n') {
      return true;
    }
    return data[at] == '\r' && (at + 1 >= limit || data[at + 1] == '\n');
  }

  /** The closing quote of a field, or -1 when none comes within the limits. */
  private int findClosingQuote(byte[] data, int from, int bound) {
    int at = findLineFeedOrQuote(data, from, bound);
    while (at < bound) {
      if (data[at] == '\n') {
        lines++;
        if (lines > Limits.RECORD_LINES) {
          return -1;
        }
        at++;
      } else if (at + 1 < bound && data[at + 1] == '"') {
        at += 2;
      } else {
        return at;
      }
      at = findLineFeedOrQuote(data, at, bound);
    }
    return -1;
  }

  /** Eight bytes at a time; the lowest mark found is exact (marks above a hit may be false). */
  private int findLineFeedOrQuote(byte[] data, int from, int bound) {
    int at = from;
    long seen = 0;
    while (at + 8 <= bound) {
      long word = (long) WORD.get(data, at);
      seen |= word;
      long lf = word ^ LFS;
      long quote = word ^ QUOTES;
      long hit = (((lf - ONES) & ~lf) | ((quote - ONES) & ~quote)) & HIGHS;
      if (hit != 0) {
        highs |= seen & HIGHS;
        return at + (Long.numberOfTrailingZeros(hit) >>> 3);
      }
      at += 8;
    }
    while (at < bound && data[at] != '\n' && data[at] != '"') {
      seen |= data[at];
      at++;
    }
    highs |= seen & HIGHS;
    return at;
  }
}
