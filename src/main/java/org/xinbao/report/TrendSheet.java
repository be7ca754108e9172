package org.xinbao.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.xinbao.arrears.Day;
import org.xinbao.report.ReportInput.DatedFigures;

/** The key figures of the published month-ends and of the business date, oldest first. */
final class TrendSheet {

  private static final String KEY = "trend";

  /** The columns before the key figures: date and currency. */
  private static final int FIRST = 2;

  /** The ratios that the chart follows. */
  private static final List<KeyFigure> CHARTED =
      List.of(KeyFigure.OVERDUE_RATIO, KeyFigure.M2_RATIO, KeyFigure.NPL_RATIO);

  private TrendSheet() {}

  static void write(WorkbookWriter book) {
    SheetWriter sheet = book.sheet(KEY);
    header(book, sheet);
    List<DatedFigures> dates = dates(book.input());
    List<Runnable> charts = new ArrayList<>();
    for (String currency : book.input().today().currencies()) {
      int first = sheet.nextRow();
      dates.forEach(each -> sheet.body(row(sheet.nextRow(), each, currency)));
      int last = sheet.nextRow() - 1;
      charts.add(() -> chart(book, sheet, currency, first, last));
    }
    sheet.endFilter();
    charts.forEach(Runnable::run);
    sheet.note(book.text("note.trend"));
    sheet.finish(FIRST);
  }

  private static void header(WorkbookWriter book, SheetWriter sheet) {
    List<String> labels = new ArrayList<>();
    labels.add(book.text("column.sent"));
    labels.add(book.text("column.currency"));
    List<Cell.Format> formats = new ArrayList<>();
    formats.add(Cell.Format.DATE);
    formats.add(Cell.Format.TEXT);
    for (KeyFigure figure : KeyFigure.values()) {
      labels.add(book.text("figure." + figure.key()));
      formats.add(OverviewSheet.format(figure));
    }
    sheet.header(labels, formats);
  }

  private static List<DatedFigures> dates(ReportInput in) {
    return Stream.concat(
            in.history().stream(), Stream.of(new DatedFigures(in.businessDate(), in.today())))
        .toList();
  }

  private static List<Cell> row(int row, DatedFigures dated, String currency) {
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.date(dated.date()));
    cells.add(new Cell.Text(currency));
    for (KeyFigure figure : KeyFigure.values()) {
      Fraction value = figure.of(dated.figures(), currency);
      cells.add(
          switch (figure) {
            case OVERDUE_RATIO -> share(row, KeyFigure.OVERDUE_BALANCE, KeyFigure.BALANCE, value);
            case M2_RATIO -> share(row, KeyFigure.M2_BALANCE, KeyFigure.BALANCE, value);
            case NPL_RATIO -> share(row, KeyFigure.NPL_BALANCE, KeyFigure.BALANCE, value);
            case MONTH_RATIO -> share(row, KeyFigure.MONTH_PAID, KeyFigure.MONTH_DUE, value);
            default ->
                new Cell.Numeric(OverviewSheet.format(figure), OverviewSheet.value(figure, value));
          });
    }
    return cells;
  }

  private static Cell share(int row, KeyFigure part, KeyFigure whole, Fraction cached) {
    return Sheets.share(row, column(part), column(whole), cached);
  }

  private static int column(KeyFigure figure) {
    return FIRST + List.of(KeyFigure.values()).indexOf(figure);
  }

  private static void chart(
      WorkbookWriter book, SheetWriter sheet, String currency, int first, int last) {
    List<DatedFigures> dates = dates(book.input());
    List<Charts.Series> series = new ArrayList<>();
    for (KeyFigure figure : CHARTED) {
      series.add(
          Charts.Series.of(
              book.text("figure." + figure.key()),
              dates.stream().map(each -> figure.of(each.figures(), currency).toDouble()).toList(),
              Sheets.columnRange(sheet, column(figure), first, last)));
    }
    Charts.lines(
        book,
        KEY,
        new Charts.Data(
            book.text("chart.trend", PlainText.clean(currency)),
            "0.0%",
            dates.stream().map(each -> Day.format(each.date())).toList(),
            Sheets.columnRange(sheet, 0, first, last),
            series));
  }
}
