package org.xinbao.report;

import static org.xinbao.report.Cell.Format.LABEL;
import static org.xinbao.report.Cell.Format.MONEY;
import static org.xinbao.report.Cell.Format.TEXT;

import java.util.List;
import org.xinbao.arrears.Day;

/**
 * Roll rates (迁徙率) since the last month-end: balance in Mn now to balance in M(n−1) then. On a day
 * that is no month-end they are of the month so far.
 */
final class RollSheet {

  private RollSheet() {}

  static void write(WorkbookWriter book) {
    SheetWriter sheet = book.sheet("roll");
    sheet.header(
        Sheets.columns(
            book, "product", "currency", "roll.from", "roll.to", "roll.base", "roll.now", "roll"),
        List.of(TEXT, TEXT, LABEL, LABEL, MONEY, MONEY, Cell.Format.RATIO));
    book.input()
        .monthEnd()
        .ifPresentOrElse(
            before -> {
              rows(book, sheet, before.figures());
              sheet.note(book.text("note.roll.since", Day.format(before.date())));
            },
            () -> sheet.note(book.text("note.roll.none")));
    sheet.note(book.text("note.roll"));
    sheet.finish(2);
  }

  private static void rows(WorkbookWriter book, SheetWriter sheet, Figures before) {
    Figures today = book.input().today();
    for (String currency : today.currencies()) {
      for (String product : book.products(currency)) {
        for (int n = 1; n <= 7; n++) {
          row(
              sheet,
              List.of(Sheets.product(book, product), new Cell.Text(currency)),
              n,
              bucket(before.only(currency, product), currency, n - 1),
              bucket(today.only(currency, product), currency, n));
        }
      }
    }
    sheet.endFilter();
    for (String currency : today.currencies()) {
      for (int n = 1; n <= 7; n++) {
        total(book, sheet, currency, n, before);
      }
    }
  }

  private static void row(SheetWriter sheet, List<Cell> head, int n, long base, long now) {
    int row = sheet.nextRow();
    sheet.body(
        List.of(
            head.get(0),
            head.get(1),
            new Cell.Label("M" + (n - 1)),
            new Cell.Label("M" + n),
            Cell.money(base),
            Cell.money(now),
            Sheets.share(row, 5, 4, new Fraction(now, base))));
  }

  private static void total(
      WorkbookWriter book, SheetWriter sheet, String currency, int n, Figures before) {
    int row = sheet.nextRow();
    long base = bucket(before, currency, n - 1);
    long now = bucket(book.input().today(), currency, n);
    sheet.total(
        List.of(
            new Cell.Label(book.text("total")),
            new Cell.Text(currency),
            new Cell.Label("M" + (n - 1)),
            new Cell.Label("M" + n),
            Cell.money(base),
            Cell.money(now),
            Sheets.share(row, 5, 4, new Fraction(now, base))));
  }

  private static long bucket(Figures figures, String currency, int bucket) {
    return figures.tally(currency, Measure.BUCKET, "M" + bucket).cents();
  }
}
