package org.xinbao.job;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.xinbao.arrears.Day;
import org.xinbao.ledger.IdType;

/**
 * A row of a file of a reporting history, its fields by column name. What is wrong with a field is
 * noted and a harmless value returned, so that all of a row's problems are found at once.
 */
final class HistoryRow {

  private static final Pattern ID = Pattern.compile("[0-9A-Za-z]{1,46}");
  private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,13}(\\.[0-9]{1,2})?");
  private static final int TEXT_MAX = 200;

  private final String file;
  private final long line;
  private final Map<String, String> fields;
  private final List<String> problems;

  HistoryRow(String file, long line, Map<String, String> fields, List<String> problems) {
    this.file = file;
    this.line = line;
    this.fields = fields;
    this.problems = problems;
  }

  String text(String column) {
    return fields.getOrDefault(column, "");
  }

  String id(String column) {
    return matching(column, ID, "must have 1 to 46 letters and digits");
  }

  /** A name or a document number: not empty, printable. */
  String name(String column) {
    String text = text(column);
    boolean bad = text.isBlank() || text.length() > TEXT_MAX || text.chars().anyMatch(c -> c < ' ');
    return bad ? bad(column, "must have 1 to " + TEXT_MAX + " printable characters") : text;
  }

  /** Epoch day. */
  int day(String column) {
    int day = dayIfAny(column);
    if (day == Day.NONE && text(column).isEmpty()) {
      bad(column, "must be a date, yyyy-MM-dd");
    }
    return day;
  }

  /** Epoch day, or {@link Day#NONE} where there is none. */
  int dayIfAny(String column) {
    String text = text(column);
    try {
      return text.isEmpty() ? Day.NONE : Day.parse(text);
    } catch (DateTimeException e) {
      bad(column, "must be a date, yyyy-MM-dd");
      return Day.NONE;
    }
  }

  /** The first day of a month {@code yyyy-MM}, or {@link Day#NONE} where there is none. */
  int monthIfAny(String column) {
    String text = text(column);
    try {
      return text.isEmpty() ? Day.NONE : Day.of(YearMonth.parse(text).atDay(1));
    } catch (DateTimeException e) {
      bad(column, "must be a month, yyyy-MM");
      return Day.NONE;
    }
  }

  /** Cents. */
  long amount(String column) {
    String text = matching(column, AMOUNT, "must be an amount with at most 2 decimals");
    return text.isEmpty() ? 0 : new java.math.BigDecimal(text).movePointRight(2).longValueExact();
  }

  int number(String column, int min, int max) {
    try {
      int number = Integer.parseInt(text(column));
      if (min <= number && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below, as for a number out of range.
    }
    bad(column, "must be a number from " + min + " to " + max);
    return min;
  }

  boolean flag(String column) {
    return choice(column, List.of("0", "1")).filter("1"::equals).isPresent();
  }

  /** One of some words; empty when it is none of them. */
  Optional<String> choice(String column, List<String> words) {
    String text = text(column);
    if (words.contains(text)) {
      return Optional.of(text);
    }
    bad(column, "must be one of " + String.join(", ", words));
    return Optional.empty();
  }

  IdType idType(String column) {
    for (IdType each : IdType.values()) {
      if (each.name().equals(text(column))) {
        return each;
      }
    }
    bad(column, "must be a type of document as in loans.csv");
    return IdType.OTHER;
  }

  private String matching(String column, Pattern pattern, String sentence) {
    String text = text(column);
    return pattern.matcher(text).matches() ? text : bad(column, sentence);
  }

  /** Notes a problem; the value is never told. */
  String bad(String column, String sentence) {
    problems.add(
        String.format(Locale.ROOT, "%s, line %,d, column %s: %s", file, line, column, sentence));
    return "";
  }
}
