package org.xinbao.report;

import java.util.ArrayList;
import java.util.List;

/** All sheets of the workbook, and what they have in common. */
final class Sheets {

  private Sheets() {}

  /** Fills every sheet; the overview last, because it refers to totals of the others. */
  static void writeAll(WorkbookWriter book) {
    ProductSheet.write(book);
    TrendSheet.write(book);
    BucketSheets.write(book);
    FiveClassSheet.write(book);
    RollSheet.write(book);
    VintageSheets.write(book);
    CollectionSheet.write(book);
    PenaltySheet.write(book);
    BureauSheets.write(book);
    RetentionSheet.write(book);
    TreatmentSheets.write(book);
    QualitySheets.write(book);
    ConventionSheet.write(book);
    OverviewSheet.write(book);
  }

  /** The product as the sheets show it. */
  static Cell product(WorkbookWriter book, String product) {
    return product.isEmpty() ? new Cell.Label(book.text("none")) : new Cell.Text(product);
  }

  /** {@code SUM} of the rows of one column above a total. */
  static Cell sum(Cell.Format format, int column, int firstRow, int lastRow, double cached) {
    String range = SheetWriter.localRange(firstRow, lastRow, column);
    return new Cell.Formula(format, "SUM(" + range + ")", cached);
  }

  /** One column divided by another in the same row, 0 where there is nothing to divide by. */
  static Cell share(int row, int numerator, int denominator, Fraction cached) {
    return share(Cell.Format.RATIO, row, numerator, denominator, cached);
  }

  static Cell share(Cell.Format format, int row, int numerator, int denominator, Fraction cached) {
    String below = SheetWriter.local(row, denominator);
    return new Cell.Formula(
        format,
        "IF(" + below + "=0,0," + SheetWriter.local(row, numerator) + "/" + below + ")",
        cached.toDouble());
  }

  /** One column less another in the same row. */
  static Cell change(Cell.Format format, int row, int now, int before, double cached) {
    return new Cell.Formula(
        format, SheetWriter.local(row, now) + "-" + SheetWriter.local(row, before), cached);
  }

  /** Column labels by their keys, {@code column.<key>}. */
  static List<String> columns(WorkbookWriter book, String... keys) {
    List<String> labels = new ArrayList<>();
    for (String key : keys) {
      labels.add(book.text("column." + key));
    }
    return labels;
  }

  /** The range of one column within a sheet. */
  static String columnRange(SheetWriter sheet, int column, int firstRow, int lastRow) {
    return sheet.reference(firstRow, lastRow, column, column);
  }
}
