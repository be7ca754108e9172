package org.xinbao.report;

import static org.xinbao.report.Cell.Format.COUNT;
import static org.xinbao.report.Cell.Format.LABEL;
import static org.xinbao.report.Cell.Format.MONEY;
import static org.xinbao.report.Cell.Format.RATIO;
import static org.xinbao.report.Cell.Format.TEXT;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Key figures by product; its totals are what the overview shows. */
final class ProductSheet {

  private static final List<Cell.Format> FORMATS =
      List.of(
          TEXT, LABEL, COUNT, MONEY, COUNT, MONEY, RATIO, MONEY, RATIO, MONEY, RATIO, MONEY, MONEY,
          MONEY, RATIO, COUNT);

  /** Columns that are summed, and the key figure their total is. */
  private static final Map<Integer, KeyFigure> SUMS =
      Map.ofEntries(
          Map.entry(2, KeyFigure.LOANS),
          Map.entry(3, KeyFigure.BALANCE),
          Map.entry(4, KeyFigure.OVERDUE_LOANS),
          Map.entry(5, KeyFigure.OVERDUE_BALANCE),
          Map.entry(7, KeyFigure.M2_BALANCE),
          Map.entry(9, KeyFigure.NPL_BALANCE),
          Map.entry(11, KeyFigure.WRITTEN_OFF),
          Map.entry(12, KeyFigure.MONTH_DUE),
          Map.entry(13, KeyFigure.MONTH_PAID));

  /** Columns that are a share: numerator, denominator and the key figure. */
  private static final Map<Integer, Share> SHARES =
      Map.of(
          6, new Share(5, 3, KeyFigure.OVERDUE_RATIO),
          8, new Share(7, 3, KeyFigure.M2_RATIO),
          10, new Share(9, 3, KeyFigure.NPL_RATIO),
          14, new Share(13, 12, KeyFigure.MONTH_RATIO));

  private static final int COST_CAP = 15;

  private record Share(int numerator, int denominator, KeyFigure figure) {}

  private ProductSheet() {}

  static void write(WorkbookWriter book) {
    SheetWriter sheet = book.sheet("products");
    sheet.header(
        Sheets.columns(
            book,
            "product",
            "currency",
            "loans",
            "balance",
            "overdue.loans",
            "overdue.balance",
            "overdue.ratio",
            "m2.balance",
            "m2.ratio",
            "npl.balance",
            "npl.ratio",
            "writtenoff",
            "month.due",
            "month.paid",
            "month.ratio",
            "costcap"),
        FORMATS);
    Figures figures = book.input().today();
    List<String> currencies = figures.currencies();
    for (int i = 0; i < currencies.size(); i++) {
      int first = sheet.nextRow();
      for (String product : book.products(currencies.get(i))) {
        sheet.body(row(book, sheet.nextRow(), product, currencies.get(i)));
      }
      if (i == 0 && currencies.size() == 1) {
        sheet.endFilter();
      }
      total(book, sheet, currencies.get(i), first);
    }
    sheet.note(book.text("note.onbook"));
    sheet.note(book.text("note.month"));
    sheet.finish(1);
  }

  private static List<Cell> row(WorkbookWriter book, int row, String product, String currency) {
    Figures one = book.input().today().only(currency, product);
    List<Cell> cells = new ArrayList<>();
    cells.add(Sheets.product(book, product));
    cells.add(new Cell.Text(currency));
    for (int column = 2; column < FORMATS.size(); column++) {
      KeyFigure summed = SUMS.get(column);
      Share share = SHARES.get(column);
      if (summed != null) {
        long value = summed.of(one, currency).numerator();
        cells.add(FORMATS.get(column) == COUNT ? Cell.count(value) : Cell.money(value));
      } else if (share != null) {
        cells.add(
            Sheets.share(
                row, share.numerator(), share.denominator(), share.figure().of(one, currency)));
      } else {
        cells.add(Cell.count(one.tally(currency, Measure.COST_CAP, "").count()));
      }
    }
    return cells;
  }

  private static void total(WorkbookWriter book, SheetWriter sheet, String currency, int first) {
    Figures all = book.input().today();
    int row = sheet.nextRow();
    List<Cell> cells = new ArrayList<>();
    cells.add(new Cell.Label(book.text("total")));
    cells.add(new Cell.Text(currency));
    for (int column = 2; column < FORMATS.size(); column++) {
      KeyFigure summed = SUMS.get(column);
      Share share = SHARES.get(column);
      if (summed != null) {
        long value = summed.of(all, currency).numerator();
        double cached = FORMATS.get(column) == COUNT ? (double) value : Cell.yuan(value);
        cells.add(Sheets.sum(FORMATS.get(column), column, first, row - 1, cached));
        book.putTotal(summed, currency, sheet.reference(row, column));
      } else if (share != null) {
        cells.add(
            Sheets.share(
                row, share.numerator(), share.denominator(), share.figure().of(all, currency)));
        book.putTotal(share.figure(), currency, sheet.reference(row, column));
      } else {
        double cached = (double) all.tally(currency, Measure.COST_CAP, "").count();
        cells.add(Sheets.sum(COUNT, COST_CAP, first, row - 1, cached));
      }
    }
    sheet.total(cells);
  }
}
