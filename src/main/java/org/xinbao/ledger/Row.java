package org.xinbao.ledger;

import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.xinbao.arrears.Day;

/**
 * The present row of a file: its fields by type. A field that is not of its type adds a {@link
 * Reject} to {@link #problems}, and the getter returns some value that must then not be used.
 */
final class Row implements Closeable {

  /** Whether a field may be empty. */
  enum Need {
    MANDATORY,
    OPTIONAL
  }

  private final SortedFile file;
  private final RecordSource source;
  private final FieldSplitter fields = new FieldSplitter();
  private final List<Reject> problems = new ArrayList<>();
  private final int columns;
  private final Sum[] sums;
  private long read;
  private boolean present;

  Row(SortedFile file, byte[] from) throws IOException {
    this.file = file;
    this.source = file.open(from);
    this.columns = file.header().columns().size();
    this.sums = new Sum[columns];
    Arrays.setAll(sums, i -> new Sum());
    present = source.next();
    while (present && source.compareKey(from, from.length) < 0) {
      present = source.next();
    }
  }

  /** Whether there is a row; false after the last one. */
  boolean isPresent() {
    return present;
  }

  RecordSource source() {
    return source;
  }

  /** Moves to the next row. */
  void next() throws IOException {
    present = source.next();
  }

  /**
   * Begins to read the present row; false when it is not of the header's form, which is then a
   * problem.
   */
  boolean begin() {
    read++;
    problems.clear();
    fields.split(source);
    if (fields.count != columns) {
      problem(
          "",
          RejectCode.MALFORMED_ROW,
          "The row cannot be read as CSV with " + columns + " fields as the header has.");
      return false;
    }
    return true;
  }

  /** Problems of the present row. */
  List<Reject> problems() {
    return problems;
  }

  /** Rows begun so far. */
  long read() {
    return read;
  }

  String fileName() {
    return file.name();
  }

  long line() {
    return source.line;
  }

  /** The position of a column, or -1. */
  int position(String column) {
    return file.header().position(column);
  }

  /** The key of the row, empty when it has no usable one. */
  String key() {
    return new String(
        source.keyData, source.keyStart, source.keyEnd - source.keyStart, StandardCharsets.UTF_8);
  }

  /** Adds the problem that the row has no usable key, if so; {@code column} is the key column. */
  void checkKey(int column) {
    if (source.keyStart == source.keyEnd) {
      if (isEmpty(column)) {
        missing(column);
      } else {
        bad(
            column,
            file.key().form() == KeyColumn.Form.ID
                ? "1 to " + Limits.ID_LENGTH + " letters and digits"
                : "1 to " + Limits.OTHER_ID_LENGTH + " characters without quote or comma");
      }
    }
  }

  boolean isEmpty(int column) {
    return column < 0 || fields.starts[column] == fields.ends[column];
  }

  /** A text of up to {@code max} characters. */
  String text(int column, int max, Need need) {
    if (isEmpty(column)) {
      if (need == Need.MANDATORY) {
        missing(column);
      }
      return "";
    }
    int from = fields.starts[column];
    int to = fields.ends[column];
    boolean blank = true;
    for (int i = from; i < to; i++) {
      byte b = fields.data[i];
      if ((b >= 0 && b < ' ' && b != '\n' && b != '\t') || b == 0x7f) {
        bad(column, "a text without control characters");
        return "";
      }
      blank &= b == ' ' || b == '\n' || b == '\t';
    }
    if (to - from > max && Utf8.characters(fields.data, from, to) > max) {
      bad(column, "at most " + max + " characters long");
      return "";
    }
    if (blank && need == Need.MANDATORY) {
      missing(column);
    }
    return fields.text(column);
  }

  /** A text of {@code min} to {@code max} ASCII letters and digits. */
  String lettersAndDigits(int column, int min, int max, Need need) {
    if (isEmpty(column)) {
      if (need == Need.MANDATORY) {
        missing(column);
      }
      return "";
    }
    int from = fields.starts[column];
    int to = fields.ends[column];
    boolean good = to - from >= min && to - from <= max;
    for (int i = from; good && i < to; i++) {
      good = KeyColumn.isLetterOrDigit(fields.data[i]);
    }
    if (!good) {
      bad(column, (min == max ? "" : min + " to ") + max + " letters and digits");
      return "";
    }
    return fields.text(column);
  }

  /** An amount in cents, or {@code ifEmpty}. */
  long amount(int column, long ifEmpty) {
    if (isEmpty(column)) {
      return ifEmpty;
    }
    int from = fields.starts[column];
    int to = fields.ends[column];
    long cents = Numbers.decimal(fields.data, from, to, Limits.AMOUNT_DIGITS, 2);
    if (cents == Numbers.BAD || cents > Limits.AMOUNT_CENTS) {
      sumLeniently(column, 2);
      bad(column, "an amount from 0 to 10000000000000 with at most 2 decimals");
      return 0;
    }
    sums[column].add(cents);
    return cents;
  }

  /** An amount in cents that must be given. */
  long amount(int column) {
    if (isEmpty(column)) {
      missing(column);
    }
    return amount(column, 0);
  }

  /** A rate times 10<sup>10</sup>, or {@code ifEmpty}. */
  long rate(int column, long ifEmpty) {
    if (isEmpty(column)) {
      return ifEmpty;
    }
    long rate = Numbers.decimal(fields.data, fields.starts[column], fields.ends[column], 2, 10);
    if (rate == Numbers.BAD || rate > Limits.RATE_E10) {
      sumLeniently(column, 10);
      bad(column, "a rate from 0 to 10 with at most 10 decimals");
      return 0;
    }
    sums[column].add(rate);
    return rate;
  }

  /** A whole number from {@code min} to {@code max}, or {@code ifEmpty}. */
  int whole(int column, int min, int max, int ifEmpty) {
    if (isEmpty(column)) {
      return ifEmpty;
    }
    long number = Numbers.whole(fields.data, fields.starts[column], fields.ends[column]);
    if (number < min || number > max) {
      sumLeniently(column, 0);
      bad(column, "a whole number from " + min + " to " + max);
      return min;
    }
    sums[column].add(number);
    return (int) number;
  }

  private void sumLeniently(int column, int decimals) {
    Numbers.lenient(fields.data, fields.starts[column], fields.ends[column], decimals)
        .ifPresent(sums[column]::add);
  }

  /** A date as epoch day, {@link Day#NONE} when empty. */
  int day(int column, Need need) {
    if (isEmpty(column)) {
      if (need == Need.MANDATORY) {
        missing(column);
      }
      return Day.NONE;
    }
    int day = Numbers.day(fields.data, fields.starts[column], fields.ends[column]);
    if (day == Day.NONE) {
      bad(column, "a date yyyy-MM-dd of the years 1901 to 2099");
    }
    return day;
  }

  /** {@code yyyy-MM-dd} or {@code yyyy-MM-ddTHH:mm:ss} as written. */
  String moment(int column, Need need) {
    if (isEmpty(column)) {
      if (need == Need.MANDATORY) {
        missing(column);
      }
      return "";
    }
    byte[] data = fields.data;
    int from = fields.starts[column];
    int to = fields.ends[column];
    int dateEnd = Math.min(to, from + 10);
    boolean good = Numbers.day(data, from, dateEnd) != Day.NONE;
    if (good && to > dateEnd) {
      good = data[dateEnd] == 'T' && Numbers.isTime(data, dateEnd + 1, to);
    }
    if (!good) {
      bad(column, "a time yyyy-MM-ddTHH:mm:ss or a date yyyy-MM-dd");
      return "";
    }
    return fields.text(column);
  }

  /** One of the codes of an enum; {@code ifBad} when it is none of them, which is a problem. */
  <E extends Enum<E>> E code(int column, Codes<E> codes, E ifBad) {
    if (isEmpty(column)) {
      missing(column);
      return ifBad;
    }
    int index = codes.find(fields.data, fields.starts[column], fields.ends[column]);
    if (index < 0) {
      bad(column, "one of " + codes.names());
      return ifBad;
    }
    return codes.get(index);
  }

  /** Adds the problem that a mandatory field is empty. */
  void missing(int column) {
    String name = name(column);
    problem(name, RejectCode.MISSING_VALUE, name + " is empty but must be given.");
  }

  /** Adds the problem that a field is not what it must be. */
  void bad(int column, String must) {
    String name = name(column);
    problem(name, RejectCode.BAD_VALUE, name + " must be " + must + ".");
  }

  /** Adds a problem of the row. */
  void problem(int column, RejectCode code, String sentence) {
    problem(name(column), code, sentence);
  }

  private void problem(String column, RejectCode code, String sentence) {
    String loanId = file.key().form() == KeyColumn.Form.ID && isByLoan() ? key() : "";
    problems.add(new Reject(file.name(), source.line, loanId, column, code, sentence));
  }

  private boolean isByLoan() {
    return ContractFile.find(file.name()).map(ContractFile::isByLoan).orElse(false);
  }

  private String name(int column) {
    return column < 0 ? "" : file.header().columns().get(column);
  }

  /** Sums of the numeric columns that the file has. */
  SortedMap<String, BigDecimal> sums(Map<String, Integer> decimals) {
    SortedMap<String, BigDecimal> result = new TreeMap<>();
    decimals.forEach(
        (column, places) -> {
          int position = position(column);
          if (position >= 0) {
            result.put(column, sums[position].value(places));
          }
        });
    return result;
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
