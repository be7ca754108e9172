package org.xinbao.report;

import static org.xinbao.report.Cell.Format.COUNT;
import static org.xinbao.report.Cell.Format.MONEY;
import static org.xinbao.report.Cell.Format.RATIO;
import static org.xinbao.report.Cell.Format.RATIO_CHANGE;
import static org.xinbao.report.Cell.Format.TEXT;

import java.util.ArrayList;
import java.util.List;
import org.xinbao.report.ReportInput.DatedFigures;

/** Five-class (五级分类) by product with the NPL ratio and its change since the last month-end. */
final class FiveClassSheet {

  private static final int FIRST_CLASS = 2;
  private static final int BALANCE = 7;
  private static final int NPL = 8;
  private static final int NPL_RATIO = 9;
  private static final int WRITTEN_OFF = 13;

  private FiveClassSheet() {}

  static void write(WorkbookWriter book) {
    SheetWriter sheet = book.sheet("fiveclass");
    sheet.header(
        Sheets.columns(
            book,
            "product",
            "currency",
            "class.1",
            "class.2",
            "class.3",
            "class.4",
            "class.5",
            "balance",
            "npl.balance",
            "npl.ratio",
            "npl.ratio.monthend",
            "change.monthend",
            "npl.loans",
            "writtenoff"),
        List.of(
            TEXT,
            TEXT,
            MONEY,
            MONEY,
            MONEY,
            MONEY,
            MONEY,
            MONEY,
            MONEY,
            RATIO,
            RATIO,
            RATIO_CHANGE,
            COUNT,
            MONEY));
    List<Runnable> charts = new ArrayList<>();
    List<String> currencies = book.input().today().currencies();
    for (String currency : currencies) {
      int first = sheet.nextRow();
      for (String product : book.products(currency)) {
        sheet.body(product(book, sheet.nextRow(), currency, product));
      }
      if (currencies.size() == 1) {
        sheet.endFilter();
      }
      int last = sheet.nextRow() - 1;
      sheet.total(total(book, currency, first, last));
      charts.add(() -> chart(book, sheet, currency, first, last));
    }
    charts.forEach(Runnable::run);
    sheet.note(book.text("note.fiveclass"));
    sheet.note(book.text("note.onbook"));
    sheet.finish(1);
  }

  private static List<Cell> product(WorkbookWriter book, int row, String currency, String product) {
    Figures one = book.input().today().only(currency, product);
    List<Cell> cells = new ArrayList<>();
    cells.add(Sheets.product(book, product));
    cells.add(new Cell.Text(currency));
    for (int c = 1; c <= 5; c++) {
      cells.add(Cell.money(balance(one, currency, c)));
    }
    cells.add(across(row, FIRST_CLASS, FIRST_CLASS + 4, onBook(one, currency)));
    cells.add(across(row, FIRST_CLASS + 2, FIRST_CLASS + 4, KeyFigure.npl(one, currency).cents()));
    ratios(
        cells,
        row,
        KeyFigure.NPL_RATIO.of(one, currency),
        book.input()
            .monthEnd()
            .map(end -> KeyFigure.NPL_RATIO.of(end.figures().only(currency, product), currency))
            .map(List::of)
            .orElse(List.of()));
    cells.add(Cell.count(KeyFigure.npl(one, currency).count()));
    cells.add(Cell.money(KeyFigure.WRITTEN_OFF.of(one, currency).numerator()));
    return cells;
  }

  private static List<Cell> total(WorkbookWriter book, String currency, int first, int last) {
    Figures all = book.input().today();
    int row = last + 1;
    List<Cell> cells = new ArrayList<>();
    cells.add(new Cell.Label(book.text("total")));
    cells.add(new Cell.Text(currency));
    for (int c = 1; c <= 5; c++) {
      double cached = Cell.yuan(balance(all, currency, c));
      cells.add(Sheets.sum(MONEY, FIRST_CLASS + c - 1, first, last, cached));
    }
    cells.add(Sheets.sum(MONEY, BALANCE, first, last, Cell.yuan(onBook(all, currency))));
    Tally npl = KeyFigure.npl(all, currency);
    cells.add(Sheets.sum(MONEY, NPL, first, last, Cell.yuan(npl.cents())));
    ratios(
        cells,
        row,
        KeyFigure.NPL_RATIO.of(all, currency),
        book.input()
            .monthEnd()
            .map(DatedFigures::figures)
            .map(end -> KeyFigure.NPL_RATIO.of(end, currency))
            .map(List::of)
            .orElse(List.of()));
    cells.add(Sheets.sum(COUNT, NPL_RATIO + 3, first, last, (double) npl.count()));
    double writtenOff = Cell.yuan(KeyFigure.WRITTEN_OFF.of(all, currency).numerator());
    cells.add(Sheets.sum(MONEY, WRITTEN_OFF, first, last, writtenOff));
    return cells;
  }

  /** The ratio now, at the last month-end and the change; {@code before} is empty or one. */
  private static void ratios(List<Cell> cells, int row, Fraction now, List<Fraction> before) {
    cells.add(Sheets.share(row, NPL, BALANCE, now));
    if (before.isEmpty()) {
      cells.add(Cell.blank());
      cells.add(Cell.blank());
    } else {
      cells.add(Cell.ratio(before.get(0)));
      double change = now.toDouble() - before.get(0).toDouble();
      cells.add(Sheets.change(RATIO_CHANGE, row, NPL_RATIO, NPL_RATIO + 1, change));
    }
  }

  private static Cell across(int row, int from, int to, long cents) {
    String range = SheetWriter.local(row, from) + ":" + SheetWriter.local(row, to);
    return new Cell.Formula(MONEY, "SUM(" + range + ")", Cell.yuan(cents));
  }

  private static void chart(
      WorkbookWriter book, SheetWriter sheet, String currency, int first, int last) {
    List<String> products = book.products(currency);
    List<Charts.Series> series = new ArrayList<>();
    for (int c = 2; c <= 5; c++) {
      int five = c;
      series.add(
          Charts.Series.of(
              book.text("column.class." + c),
              products.stream()
                  .map(p -> balance(book.input().today().only(currency, p), currency, five))
                  .map(Cell::yuan)
                  .toList(),
              Sheets.columnRange(sheet, FIRST_CLASS + c - 1, first, last)));
    }
    Charts.columns(
        book,
        "fiveclass",
        Charts.Columns.STACKED,
        new Charts.Data(
            book.text("chart.fiveclass", PlainText.clean(currency)),
            "#,##0",
            products.stream().map(PlainText::clean).toList(),
            Sheets.columnRange(sheet, 0, first, last),
            series));
  }

  private static long balance(Figures figures, String currency, int five) {
    return figures.tally(currency, Measure.FIVE_CLASS, Integer.toString(five)).cents();
  }

  private static long onBook(Figures figures, String currency) {
    return KeyFigure.BALANCE.of(figures, currency).numerator();
  }
}
