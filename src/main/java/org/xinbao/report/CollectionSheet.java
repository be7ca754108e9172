package org.xinbao.report;

import static org.xinbao.report.Cell.Format.COUNT;
import static org.xinbao.report.Cell.Format.COUNT_IMMATURE;
import static org.xinbao.report.Cell.Format.MONEY;
import static org.xinbao.report.Cell.Format.MONTH;
import static org.xinbao.report.Cell.Format.RATIO;
import static org.xinbao.report.Cell.Format.RATIO_IMMATURE;
import static org.xinbao.report.Cell.Format.TEXT;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xinbao.report.Cohort.Recovered;
import org.xinbao.report.Timeline.State;

/** Entering collection (入催) on day 1, 4 and 8, and recovery (催回) month by month. */
final class CollectionSheet {

  private static final int MONTH_COLUMN = 2;
  private static final int ENTERED = 3;
  private static final int AMOUNT = 6;
  private static final int RECOVERED = 7;
  private static final int RATE = RECOVERED + Cohort.FOLLOWED;
  private static final int ENDED = RATE + Cohort.FOLLOWED;

  private CollectionSheet() {}

  static void write(WorkbookWriter book) {
    SheetWriter sheet = book.sheet("collection");
    header(book, sheet);
    record Block(String currency, List<Cohort> cohorts, int first, int last) {}
    List<Block> blocks = new ArrayList<>();
    for (String currency : book.input().today().currencies()) {
      int first = sheet.nextRow();
      for (String product : new Timeline(book.input()).products(currency)) {
        for (Cohort each : Cohort.of(book.input(), currency, Optional.of(product))) {
          if (!each.isNothing()) {
            Cell name = Sheets.product(book, product);
            sheet.body(
                cells(
                    sheet.nextRow(),
                    name,
                    currency,
                    each,
                    (f, column, v) -> new Cell.Numeric(f, v)));
          }
        }
      }
      List<Cohort> total = Cohort.of(book.input(), currency, Optional.empty());
      blocks.add(new Block(currency, total, first, sheet.nextRow() - 1));
    }
    sheet.endFilter();
    List<Runnable> charts = new ArrayList<>();
    for (Block block : blocks) {
      int first = sheet.nextRow();
      for (Cohort each : block.cohorts()) {
        Values sums = sums(block.first(), block.last(), sheet.nextRow());
        Cell name = new Cell.Label(book.text("total"));
        sheet.total(cells(sheet.nextRow(), name, block.currency(), each, sums));
      }
      charts.add(() -> chart(book, sheet, block.currency(), block.cohorts(), first));
    }
    charts.forEach(Runnable::run);
    sheet.note(book.text("definition.entered"));
    sheet.note(book.text("definition.recovered"));
    sheet.note(book.text("note.collection.grey"));
    sheet.finish(MONTH_COLUMN + 1);
  }

  private static void header(WorkbookWriter book, SheetWriter sheet) {
    List<String> labels = new ArrayList<>(Sheets.columns(book, "product", "currency", "month"));
    List<Cell.Format> formats = new ArrayList<>(List.of(TEXT, TEXT, MONTH));
    for (String day : Measure.ENTERED.members()) {
      labels.add(book.text("column.entered", day));
      formats.add(COUNT);
    }
    labels.add(book.text("column.entered.amount"));
    formats.add(MONEY);
    for (String key : List.of("column.recovered", "column.recovery")) {
      for (int later = 0; later < Cohort.FOLLOWED; later++) {
        labels.add(book.text(key, "+" + later));
        formats.add(key.equals("column.recovery") ? RATIO : COUNT);
      }
    }
    labels.addAll(Sheets.columns(book, "ended", "ended.amount"));
    formats.addAll(List.of(COUNT, MONEY));
    sheet.header(labels, formats);
  }

  private static List<Cell> cells(
      int row, Cell name, String currency, Cohort cohort, Values values) {
    boolean grows = cohort.state() == State.IMMATURE;
    Cell.Format count = grows ? COUNT_IMMATURE : COUNT;
    List<Cell> cells = new ArrayList<>();
    cells.add(name);
    cells.add(new Cell.Text(currency));
    cells.add(Months.cell(cohort.month()));
    for (int i = 0; i < Measure.ENTERED.members().size(); i++) {
      cells.add(
          cohort.isKnown()
              ? values.of(count, ENTERED + i, (double) cohort.entered().get(i).count())
              : Cell.blank());
    }
    cells.add(
        cohort.isKnown()
            ? values.of(MONEY, AMOUNT, Cell.yuan(cohort.entered().get(0).cents()))
            : Cell.blank());
    for (int later = 0; later < Cohort.FOLLOWED; later++) {
      cells.add(recovered(cohort.recovered().get(later), values, RECOVERED + later));
    }
    for (int later = 0; later < Cohort.FOLLOWED; later++) {
      cells.add(rate(row, cohort, later));
    }
    cells.add(
        cohort.isKnown() ? values.of(count, ENDED, (double) cohort.ended().count()) : Cell.blank());
    cells.add(
        cohort.isKnown()
            ? values.of(MONEY, ENDED + 1, Cell.yuan(cohort.ended().cents()))
            : Cell.blank());
    return cells;
  }

  private static Cell recovered(Recovered recovered, Values values, int column) {
    if (recovered.state() == State.FUTURE) {
      return Cell.notYet();
    }
    if (recovered.count().isEmpty()) {
      return Cell.blank();
    }
    Cell.Format format = recovered.state() == State.IMMATURE ? COUNT_IMMATURE : COUNT;
    return values.of(format, column, (double) recovered.count().getAsLong());
  }

  private static Cell rate(int row, Cohort cohort, int later) {
    Recovered recovered = cohort.recovered().get(later);
    if (recovered.state() == State.FUTURE) {
      return Cell.notYet();
    }
    if (recovered.count().isEmpty()) {
      return Cell.blank();
    }
    Cell.Format format = recovered.state() == State.IMMATURE ? RATIO_IMMATURE : RATIO;
    return Sheets.share(format, row, RECOVERED + later, ENTERED, cohort.rate(later));
  }

  /** How a figure of a row is written. */
  private interface Values {
    Cell of(Cell.Format format, int column, double value);
  }

  /** As the sum of the products' rows of its month, or as it is where there are none. */
  private static Values sums(int first, int last, int row) {
    if (last < first) {
      return (format, column, value) -> new Cell.Numeric(format, value);
    }
    return (format, column, value) ->
        new Cell.Formula(
            format,
            "SUMIF("
                + SheetWriter.localRange(first, last, MONTH_COLUMN)
                + ","
                + SheetWriter.local(row, MONTH_COLUMN)
                + ","
                + SheetWriter.localRange(first, last, column)
                + ")",
            value);
  }

  private static void chart(
      WorkbookWriter book, SheetWriter sheet, String currency, List<Cohort> cohorts, int first) {
    if (cohorts.isEmpty()) {
      return;
    }
    int last = first + cohorts.size() - 1;
    List<Optional<Double>> entered = new ArrayList<>();
    List<Optional<Double>> ended = new ArrayList<>();
    for (Cohort each : cohorts) {
      boolean known = each.isKnown();
      entered.add(known ? Optional.of((double) each.entered().get(0).count()) : Optional.empty());
      ended.add(known ? Optional.of((double) each.ended().count()) : Optional.empty());
    }
    Charts.columns(
        book,
        "collection",
        Charts.Columns.SIDE_BY_SIDE,
        new Charts.Data(
            book.text("chart.collection", PlainText.clean(currency)),
            "#,##0",
            cohorts.stream().map(each -> each.month().toString()).toList(),
            Sheets.columnRange(sheet, MONTH_COLUMN, first, last),
            List.of(
                new Charts.Series(
                    book.text("column.entered", "1"),
                    entered,
                    Sheets.columnRange(sheet, ENTERED, first, last)),
                new Charts.Series(
                    book.text("column.ended"),
                    ended,
                    Sheets.columnRange(sheet, ENDED, first, last)))));
  }
}
