package org.xinbao.report;

import static org.xinbao.report.Cell.Format.COUNT;
import static org.xinbao.report.Cell.Format.LABEL;
import static org.xinbao.report.Cell.Format.MONEY;
import static org.xinbao.report.Cell.Format.TEXT;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xinbao.arrears.Day;
import org.xinbao.report.ReportInput.DatedFigures;

/** The first sheet: what needs a person today, and the key figures with their changes. */
final class OverviewSheet {

  private static final int TODAY = 3;
  private static final int PREVIOUS = 4;
  private static final int MONTH_END = 6;

  private OverviewSheet() {}

  static void write(WorkbookWriter book) {
    SheetWriter sheet = book.sheet("overview");
    sheet.section(Status.sentence(book.input(), book.labels()));
    attention(book, sheet);
    sheet.section(book.text("section.keyfigures"));
    sheet.header(
        List.of(
            book.text("column.light"),
            book.text("column.figure"),
            book.text("column.currency"),
            Day.format(book.input().businessDate()),
            earlier(book, book.input().previous(), "column.previous"),
            book.text("column.change.previous"),
            earlier(book, book.input().monthEnd(), "column.monthend"),
            book.text("column.change.monthend")),
        List.of(LABEL, LABEL, TEXT, MONEY, MONEY, MONEY, MONEY, MONEY));
    for (String currency : book.input().today().currencies()) {
      for (KeyFigure figure : KeyFigure.values()) {
        sheet.body(figure(book, sheet.nextRow(), figure, currency));
      }
    }
    funnel(book, sheet);
    sheet.note(book.text("note.overview"));
    sheet.finish(2);
  }

  private static void attention(WorkbookWriter book, SheetWriter sheet) {
    List<Attention> items = Attention.of(book.input(), book.labels());
    if (items.isEmpty()) {
      sheet.body(
          List.of(
              new Cell.Signal(Light.GREEN, book.text("light.green")),
              new Cell.Label(book.text("attention.none"))));
      return;
    }
    sheet.header(
        Sheets.columns(book, "light", "attention", "currency", "cases", "amount", "goto"),
        List.of(LABEL, LABEL, TEXT, COUNT, MONEY, LABEL));
    for (Attention item : items) {
      boolean money = !item.currency().isEmpty();
      sheet.body(
          List.of(
              new Cell.Signal(item.light(), book.text("light." + item.light().key())),
              new Cell.Text(item.text()),
              new Cell.Text(item.currency()),
              item.count() == 0 ? Cell.blank() : Cell.count(item.count()),
              money ? Cell.money(item.cents()) : Cell.blank(),
              new Cell.Link(book.text("sheet." + item.sheet()), item.sheet())));
    }
  }

  private static String earlier(
      WorkbookWriter book, Optional<DatedFigures> figures, String labelKey) {
    return figures
        .map(dated -> book.text(labelKey) + "\n" + Day.format(dated.date()))
        .orElse(book.text(labelKey));
  }

  private static List<Cell> figure(
      WorkbookWriter book, int row, KeyFigure figure, String currency) {
    Fraction today = figure.of(book.input().today(), currency);
    List<Cell> cells = new ArrayList<>();
    cells.add(light(book, figure, today));
    cells.add(new Cell.Label(book.text("figure." + figure.key())));
    cells.add(new Cell.Text(currency));
    cells.add(
        book.findTotal(figure, currency)
            .<Cell>map(total -> new Cell.Formula(format(figure), total, value(figure, today)))
            .orElseGet(() -> new Cell.Numeric(format(figure), value(figure, today))));
    before(cells, row, figure, currency, today, book.input().previous(), PREVIOUS);
    before(cells, row, figure, currency, today, book.input().monthEnd(), MONTH_END);
    return cells;
  }

  private static Cell light(WorkbookWriter book, KeyFigure figure, Fraction value) {
    if (figure != KeyFigure.NPL_RATIO && figure != KeyFigure.OVERDUE_RATIO) {
      return Cell.blank();
    }
    Light light = Attention.lightOf(figure, value, book.input().thresholds());
    return new Cell.Signal(light, book.text("light." + light.key()));
  }

  private static void before(
      List<Cell> cells,
      int row,
      KeyFigure figure,
      String currency,
      Fraction today,
      Optional<DatedFigures> dated,
      int column) {
    if (dated.isEmpty()) {
      cells.add(Cell.blank());
      cells.add(Cell.blank());
      return;
    }
    double before = value(figure, figure.of(dated.get().figures(), currency));
    cells.add(new Cell.Numeric(format(figure), before));
    cells.add(
        Sheets.change(changeFormat(figure), row, TODAY, column, value(figure, today) - before));
  }

  private static void funnel(WorkbookWriter book, SheetWriter sheet) {
    sheet.section(book.text("section.funnel"));
    sheet.header(
        Sheets.columns(book, "light", "stage", "currency", "count"),
        List.of(LABEL, LABEL, TEXT, COUNT));
    for (Status.Stage stage : Status.stages(book.input(), book.labels())) {
      sheet.body(
          List.of(
              Cell.blank(),
              new Cell.Label(stage.label()),
              Cell.blank(),
              Cell.count(stage.count())));
    }
  }

  static double value(KeyFigure figure, Fraction fraction) {
    return switch (figure.kind()) {
      case COUNT -> (double) fraction.numerator();
      case MONEY -> Cell.yuan(fraction.numerator());
      case RATIO -> fraction.toDouble();
    };
  }

  static Cell.Format format(KeyFigure figure) {
    return switch (figure.kind()) {
      case COUNT -> COUNT;
      case MONEY -> MONEY;
      case RATIO -> Cell.Format.RATIO;
    };
  }

  private static Cell.Format changeFormat(KeyFigure figure) {
    return switch (figure.kind()) {
      case COUNT -> Cell.Format.COUNT_CHANGE;
      case MONEY -> Cell.Format.MONEY_CHANGE;
      case RATIO -> Cell.Format.RATIO_CHANGE;
    };
  }
}
