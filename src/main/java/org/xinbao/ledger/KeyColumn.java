package org.xinbao.ledger;

/**
 * The column by which a file is sorted, and what a usable value of it looks like. A record without
 * a usable value has the empty key, which sorts first.
 */
record KeyColumn(int position, Form form) {

  /** What keys look like. */
  enum Form {
    /** 1 to 46 letters and digits ({@code loan_id}, {@code facility_id}). */
    ID,
    /** 1 to 64 characters without quotes and control characters ({@code customer_id}). */
    TEXT,
    /** The file is not sorted. */
    NONE
  }

  /** Files that are only counted. */
  static final KeyColumn NONE = new KeyColumn(-1, Form.NONE);

  private static final boolean[] LETTER_OR_DIGIT = lettersAndDigits();

  private static boolean[] lettersAndDigits() {
    boolean[] table = new boolean[256];
    for (int c = 0; c < 128; c++) {
      table[c] = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }
    return table;
  }

  /** Whether a byte is an ASCII letter or digit. */
  static boolean isLetterOrDigit(byte b) {
    return LETTER_OR_DIGIT[b & 0xff];
  }

  /**
   * Sets the key of the source's present record. A malformed record has one too where it can be
   * read up to its key: the record then costs the loan that it belongs to.
   */
  void locate(RecordSource source) {
    source.keyStart = source.start;
    source.keyEnd = source.start;
    if (form == Form.NONE) {
      return;
    }
    int from = source.start;
    for (int i = 0; i < position; i++) {
      int comma = endOfField(source, from);
      if (comma == source.end) {
        return;
      }
      from = comma + 1;
    }
    boolean inQuotes = from < source.end && source.data[from] == '"';
    int start = inQuotes ? from + 1 : from;
    int end = form == Form.ID ? endOfId(source, start) : endOfText(source, start);
    int after = inQuotes ? end + 1 : end;
    boolean complete =
        after >= source.end
            ? after == source.end
            : source.data[after] == ',' && (!inQuotes || source.data[end] == '"');
    if (complete && end > start) {
      source.keyStart = start;
      source.keyEnd = end;
    }
  }

  private static int endOfField(RecordSource source, int from) {
    byte[] data = source.data;
    int at = from;
    if (at < source.end && data[at] == '"') {
      at++;
      // A doubled quote reads as the end of one quoted stretch and the start of the next.
      while (at < source.end
          && !(data[at] == '"' && (at + 1 == source.end || data[at + 1] == ','))) {
        at += data[at] == '"' ? 2 : 1;
      }
    }
    while (at < source.end && data[at] != ',') {
      at++;
    }
    return at;
  }

  private static int endOfId(RecordSource source, int start) {
    int at = start;
    int bound = Math.min(source.end, start + Limits.ID_LENGTH + 1);
    while (at < bound && LETTER_OR_DIGIT[source.data[at] & 0xff]) {
      at++;
    }
    return at - start > Limits.ID_LENGTH ? start : at;
  }

  private static int endOfText(RecordSource source, int start) {
    int at = start;
    int bound = Math.min(source.end, start + Limits.KEY_BYTES + 1);
    while (at < bound && isText(source.data[at])) {
      at++;
    }
    return Utf8.characters(source.data, start, at) > Limits.OTHER_ID_LENGTH ? start : at;
  }

  private static boolean isText(byte b) {
    return b < 0 || (b >= ' ' && b != ',' && b != '"' && b != 0x7f);
  }
}
