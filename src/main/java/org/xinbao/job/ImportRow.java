package org.xinbao.job;

import java.time.DateTimeException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.xinbao.arrears.Day;
import org.xinbao.ledger.HistoryTable;
import org.xinbao.ledger.IdType;
import org.xinbao.ledger.RejectCode;

/**
 * The present row of a file of the history, its fields by type; a field that is not of its type is
 * a problem, and the getter returns some value that must then not be used.
 */
final class ImportRow {

  private static final Pattern DATE =
      Pattern.compile("(19(0[1-9]|[1-9]\\d)|20\\d\\d)-\\d\\d-\\d\\d");
  private static final Pattern MONTH = Pattern.compile("(19(0[1-9]|[1-9]\\d)|20\\d\\d)-\\d\\d");
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9]{1,46}");
  private static final Pattern AMOUNT = Pattern.compile("\\d{1,13}(\\.\\d{1,2})?");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");
  private static final Pattern PLAIN = Pattern.compile("[^\\p{Cntrl}]{1,200}");

  private final ImportFile file;
  private final HistoryTable table;
  private final ImportProblems problems;
  private boolean good = true;

  ImportRow(ImportFile file, HistoryTable table, ImportProblems problems) {
    this.file = file;
    this.table = table;
    this.problems = problems;
  }

  long line() {
    return table.line();
  }

  /** Begins to read the present row; false when it has no fields. */
  boolean begin() {
    good = true;
    if (!table.isWhole()) {
      bad("", RejectCode.MALFORMED_ROW, RejectCode.MALFORMED_ROW.sentence());
    }
    return good;
  }

  /** Whether the row had no problem so far. */
  boolean isGood() {
    return good;
  }

  void bad(String column, RejectCode code, String sentence) {
    good = false;
    problems.add(file, line(), column, code, sentence);
  }

  /** Letters and digits, at most 46. */
  String id(String column) {
    return matching(column, ID, "1 to 46 letters and digits");
  }

  /** Text without control characters. */
  String text(String column) {
    return matching(column, PLAIN, "1 to 200 characters, none of them a control character");
  }

  /** A field that may be empty. */
  String optional(String column) {
    return table.field(column).isEmpty() ? "" : text(column);
  }

  /** An epoch day, not after another. */
  int day(String column, int latest) {
    String text = matching(column, DATE, "a date yyyy-MM-dd");
    return text.isEmpty() ? Day.NONE : day(column, text, latest);
  }

  /** An epoch day, or none when the field is empty. */
  int optionalDay(String column, int latest) {
    return table.field(column).isEmpty() ? Day.NONE : day(column, latest);
  }

  /** The first day of a month, or none when the field is empty. */
  int optionalMonth(String column) {
    if (table.field(column).isEmpty()) {
      return Day.NONE;
    }
    String text = matching(column, MONTH, "a month yyyy-MM");
    return text.isEmpty() ? Day.NONE : day(column, text + "-01", Integer.MAX_VALUE);
  }

  private int day(String column, String text, int latest) {
    try {
      int day = Day.parse(text);
      if (day > latest) {
        bad(column, RejectCode.BAD_VALUE, "It must not be after " + Day.format(latest) + ".");
      }
      return day;
    } catch (DateTimeException e) {
      bad(column, RejectCode.BAD_VALUE, "It must be a day of the calendar.");
      return Day.NONE;
    }
  }

  /** Cents. */
  long amount(String column) {
    String text = matching(column, AMOUNT, "an amount with at most 2 decimals");
    int point = text.indexOf('.');
    String whole = point < 0 ? text : text.substring(0, point);
    String decimals = point < 0 ? "" : text.substring(point + 1);
    return text.isEmpty() ? 0 : Long.parseLong(whole + (decimals + "00").substring(0, 2));
  }

  /** A whole number of at most 6 digits. */
  int number(String column) {
    String text = matching(column, NUMBER, "a whole number");
    return text.isEmpty() ? 0 : Integer.parseInt(text);
  }

  /** 0 or 1. */
  boolean flag(String column) {
    return matching(column, Pattern.compile("[01]"), "0 or 1").equals("1");
  }

  IdType idType(String column) {
    String text = text(column);
    Optional<IdType> type =
        Arrays.stream(IdType.values()).filter(each -> each.name().equals(text)).findFirst();
    if (type.isEmpty() && !text.isEmpty()) {
      bad(column, RejectCode.BAD_VALUE, "It must be a document type of the contract.");
    }
    return type.orElse(IdType.OTHER);
  }

  private String matching(String column, Pattern form, String must) {
    String text = table.field(column);
    if (text.isEmpty()) {
      bad(column, RejectCode.MISSING_VALUE, "It must be " + must + ".");
    } else if (!form.matcher(text).matches()) {
      bad(column, RejectCode.BAD_VALUE, "It must be " + must + ".");
      return "";
    }
    return text;
  }
}
