package org.xinbao.report;

import static org.xinbao.report.Cell.Format.COUNT;
import static org.xinbao.report.Cell.Format.TEXT;

import java.util.ArrayList;
import java.util.List;

/** Adverse records (不良信息) by product and state of their clocks. */
final class RetentionSheet {

  private record Column(Measure measure, String member) {}

  private static final List<Column> COLUMNS =
      List.of(
          new Column(Measure.ADVERSE, "UNPAID"),
          new Column(Measure.ADVERSE, "KEPT"),
          new Column(Measure.ADVERSE, "HELD"),
          new Column(Measure.ADVERSE, "VOID"),
          new Column(Measure.ADVERSE_ENDING, "30"),
          new Column(Measure.ADVERSE_ENDING, "90"),
          new Column(Measure.ADVERSE_DELETED, ""));

  /** The columns from here to {@link #LAST_STATE} add up to the total. */
  private static final int FIRST_STATE = 2;

  private static final int LAST_STATE = 5;

  private RetentionSheet() {}

  static void write(WorkbookWriter book) {
    SheetWriter sheet = book.sheet("retention");
    sheet.header(
        Sheets.columns(
            book,
            "product",
            "currency",
            "adverse.unpaid",
            "adverse.kept",
            "adverse.held",
            "adverse.void",
            "adverse.ending30",
            "adverse.ending90",
            "adverse.deleted",
            "adverse.total"),
        List.of(TEXT, TEXT, COUNT, COUNT, COUNT, COUNT, COUNT, COUNT, COUNT, COUNT));
    Figures today = book.input().today();
    List<String> currencies = today.currencies();
    for (String currency : currencies) {
      int first = sheet.nextRow();
      for (String product : today.products(currency)) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Sheets.product(book, product));
        cells.add(new Cell.Text(currency));
        Figures one = today.only(currency, product);
        COLUMNS.forEach(column -> cells.add(Cell.count(count(one, currency, column))));
        cells.add(states(sheet.nextRow(), one, currency));
        sheet.body(cells);
      }
      if (currencies.size() == 1) {
        sheet.endFilter();
      }
      total(book, sheet, currency, first);
    }
    sheet.note(book.text("note.retention"));
    sheet.note(book.text("note.retention.list"));
    sheet.finish(1);
  }

  private static void total(WorkbookWriter book, SheetWriter sheet, String currency, int first) {
    Figures today = book.input().today();
    int row = sheet.nextRow();
    List<Cell> cells = new ArrayList<>();
    cells.add(new Cell.Label(book.text("total")));
    cells.add(new Cell.Text(currency));
    for (int i = 0; i < COLUMNS.size(); i++) {
      double cached = (double) count(today, currency, COLUMNS.get(i));
      cells.add(Sheets.sum(COUNT, FIRST_STATE + i, first, row - 1, cached));
    }
    cells.add(states(row, today, currency));
    book.putTotal(KeyFigure.ADVERSE_UNPAID, currency, sheet.reference(row, FIRST_STATE));
    sheet.total(cells);
  }

  private static Cell states(int row, Figures figures, String currency) {
    long sum = 0;
    for (Column column : COLUMNS.subList(0, LAST_STATE - FIRST_STATE + 1)) {
      sum = Math.addExact(sum, count(figures, currency, column));
    }
    String range = SheetWriter.local(row, FIRST_STATE) + ":" + SheetWriter.local(row, LAST_STATE);
    return new Cell.Formula(COUNT, "SUM(" + range + ")", (double) sum);
  }

  private static long count(Figures figures, String currency, Column column) {
    return figures.tally(currency, column.measure(), column.member()).count();
  }
}
