package org.xinbao.report;

import org.xinbao.arrears.Cents;
import org.xinbao.arrears.Day;

/** What stands in a cell of the workbook. */
sealed interface Cell {

  /** How a cell is written; each is a named style of the workbook. */
  enum Format {
    LABEL,
    TEXT,
    COUNT,
    /** A number that is no quantity to add: days, lines, ranks; 0 is shown. */
    DAYS,
    MONEY,
    RATIO,
    COUNT_CHANGE,
    MONEY_CHANGE,
    RATIO_CHANGE,
    DATE,
    /** The first day of a month, shown as year and month. */
    MONTH,
    /** A figure that still grows, because its month has not ended. */
    COUNT_IMMATURE,
    RATIO_IMMATURE,
    /** Nothing yet: the month has not begun. */
    NOT_YET,
    LINK,
    GREEN,
    AMBER,
    RED,
    INFO;

    boolean isNumber() {
      return switch (this) {
        case LABEL, TEXT, NOT_YET, LINK, GREEN, AMBER, RED, INFO -> false;
        default -> true;
      };
    }
  }

  Format format();

  /** How many columns its text takes, to fit the column's width. */
  int width();

  /** A label of the bundle. */
  record Label(String text) implements Cell {
    @Override
    public Format format() {
      return Format.LABEL;
    }

    @Override
    public int width() {
      return PlainText.displayWidth(text);
    }
  }

  /** Text from outside: cleaned, and never read as a formula. */
  record Text(String text) implements Cell {
    public Text {
      text = PlainText.clean(text);
    }

    @Override
    public Format format() {
      return Format.TEXT;
    }

    @Override
    public int width() {
      return PlainText.displayWidth(text);
    }
  }

  /** A number, shown as its format says; {@code value} is what the cell holds. */
  record Numeric(Format format, double value) implements Cell {
    @Override
    public int width() {
      return widthOf(format, value);
    }
  }

  /** A formula with the value it has; {@code expression} never holds text from outside. */
  record Formula(Format format, String expression, double cached) implements Cell {
    @Override
    public int width() {
      return widthOf(format, cached);
    }
  }

  /** A link to a sheet of this workbook. */
  record Link(String text, String sheetKey) implements Cell {
    @Override
    public Format format() {
      return Format.LINK;
    }

    @Override
    public int width() {
      return PlainText.displayWidth(text);
    }
  }

  /** A traffic light with its word. */
  record Signal(Light light, String text) implements Cell {
    @Override
    public Format format() {
      return Format.valueOf(light.name());
    }

    @Override
    public int width() {
      return PlainText.displayWidth(text);
    }
  }

  /**
   * Nothing.
   *
   * @param format how the empty cell looks
   */
  record Blank(Format format) implements Cell {
    @Override
    public int width() {
      return 0;
    }
  }

  /** Nothing. */
  static Cell blank() {
    return new Blank(Format.LABEL);
  }

  /** Nothing yet: greyed, because its month lies in the future. */
  static Cell notYet() {
    return new Blank(Format.NOT_YET);
  }

  /** A whole number. */
  static Cell count(long count) {
    return new Numeric(Format.COUNT, (double) count);
  }

  /** A number of days, a line or a rank. */
  static Cell plain(long number) {
    return new Numeric(Format.DAYS, (double) number);
  }

  /** An amount in cents. */
  static Cell money(long cents) {
    return new Numeric(Format.MONEY, yuan(cents));
  }

  /** A share. */
  static Cell ratio(Fraction fraction) {
    return new Numeric(Format.RATIO, fraction.toDouble());
  }

  /** An epoch day, or nothing for {@link Day#NONE}. */
  static Cell date(int day) {
    // Workbooks count days from 1899-12-30, which is 25,569 days before 1970-01-01.
    return day == Day.NONE ? blank() : new Numeric(Format.DATE, day + 25_569.0);
  }

  /** A month by its first day (epoch day). */
  static Cell month(int firstDay) {
    return new Numeric(Format.MONTH, firstDay + 25_569.0);
  }

  /** What a cell holds for an amount; workbooks know no other number than double. */
  static double yuan(long cents) {
    return (double) cents / 100.0;
  }

  private static int widthOf(Format format, double value) {
    return switch (format) {
      case MONEY, MONEY_CHANGE -> grouped(Cents.format(Math.round(value * 100.0)).length());
      case COUNT, DAYS, COUNT_CHANGE, COUNT_IMMATURE ->
          grouped(Long.toString((long) value).length());
      case DATE -> 10;
      case MONTH, RATIO, RATIO_IMMATURE -> 7;
      default -> 9;
    };
  }

  private static int grouped(int length) {
    return length + length / 3 + 1;
  }
}
