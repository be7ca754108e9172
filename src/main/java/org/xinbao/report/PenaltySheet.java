package org.xinbao.report;

import static org.xinbao.report.Cell.Format.MONEY;
import static org.xinbao.report.Cell.Format.MONEY_CHANGE;
import static org.xinbao.report.Cell.Format.RATIO;
import static org.xinbao.report.Cell.Format.TEXT;

import java.util.ArrayList;
import java.util.List;

/** Penalty interest (罚息) since disbursement: owed, paid, waived; with a chart by product. */
final class PenaltySheet {

  private static final int OWED_ON_PRINCIPAL = 2;
  private static final int OWED_ON_INTEREST = 3;
  private static final int OWED = 4;
  private static final int PAID = 5;
  private static final int WAIVED = 6;
  private static final int ACCRUED = 7;
  private static final int OWED_BEFORE = 9;

  private PenaltySheet() {}

  static void write(WorkbookWriter book) {
    SheetWriter sheet = book.sheet("penalty");
    sheet.header(
        Sheets.columns(
            book,
            "product",
            "currency",
            "penalty.principal",
            "penalty.interest",
            "penalty.owed",
            "penalty.paid",
            "penalty.waived",
            "penalty.accrued",
            "penalty.ratio",
            "penalty.monthend",
            "change.monthend"),
        List.of(TEXT, TEXT, MONEY, MONEY, MONEY, MONEY, MONEY, MONEY, RATIO, MONEY, MONEY_CHANGE));
    List<Runnable> charts = new ArrayList<>();
    List<String> currencies = book.input().today().currencies();
    for (String currency : currencies) {
      int first = sheet.nextRow();
      for (String product : book.products(currency)) {
        sheet.body(
            row(
                sheet.nextRow(),
                List.of(Sheets.product(book, product), new Cell.Text(currency)),
                Amounts.of(book.input().today().only(currency, product), currency),
                book.input()
                    .monthEnd()
                    .map(end -> Amounts.of(end.figures().only(currency, product), currency).owed())
                    .map(List::of)
                    .orElse(List.of())));
      }
      if (currencies.size() == 1) {
        sheet.endFilter();
      }
      int last = sheet.nextRow() - 1;
      total(book, sheet, currency, first, last);
      charts.add(() -> chart(book, sheet, currency, first, last));
    }
    charts.forEach(Runnable::run);
    sheet.note(book.text("note.penalty"));
    sheet.finish(1);
  }

  private record Amounts(long onPrincipal, long onInterest, long paid, long waived) {

    static Amounts of(Figures figures, String currency) {
      return new Amounts(
          figures.tally(currency, Measure.PENALTY, "OWED_ON_PRINCIPAL").cents(),
          figures.tally(currency, Measure.PENALTY, "OWED_ON_INTEREST").cents(),
          figures.tally(currency, Measure.PENALTY, "PAID").cents(),
          figures.tally(currency, Measure.PENALTY, "WAIVED").cents());
    }

    long owed() {
      return Math.addExact(onPrincipal, onInterest);
    }

    long accrued() {
      return Math.addExact(owed(), Math.addExact(paid, waived));
    }
  }

  private static List<Cell> row(int row, List<Cell> head, Amounts amounts, List<Long> before) {
    List<Cell> cells = new ArrayList<>(head);
    cells.add(Cell.money(amounts.onPrincipal()));
    cells.add(Cell.money(amounts.onInterest()));
    cells.add(across(row, OWED_ON_PRINCIPAL, OWED_ON_INTEREST, amounts.owed()));
    cells.add(Cell.money(amounts.paid()));
    cells.add(Cell.money(amounts.waived()));
    cells.add(across(row, OWED, WAIVED, amounts.accrued()));
    cells.add(Sheets.share(row, PAID, ACCRUED, new Fraction(amounts.paid(), amounts.accrued())));
    if (before.isEmpty()) {
      cells.add(Cell.blank());
      cells.add(Cell.blank());
    } else {
      cells.add(Cell.money(before.get(0)));
      double change = Cell.yuan(amounts.owed() - before.get(0));
      cells.add(Sheets.change(MONEY_CHANGE, row, OWED, OWED_BEFORE, change));
    }
    return cells;
  }

  private static void total(
      WorkbookWriter book, SheetWriter sheet, String currency, int first, int last) {
    Amounts all = Amounts.of(book.input().today(), currency);
    int row = sheet.nextRow();
    long[] sums = {
      all.onPrincipal(), all.onInterest(), all.owed(), all.paid(), all.waived(), all.accrued()
    };
    List<Cell> cells = new ArrayList<>();
    cells.add(new Cell.Label(book.text("total")));
    cells.add(new Cell.Text(currency));
    for (int i = 0; i < sums.length; i++) {
      cells.add(Sheets.sum(MONEY, OWED_ON_PRINCIPAL + i, first, last, Cell.yuan(sums[i])));
    }
    cells.add(Sheets.share(row, PAID, ACCRUED, new Fraction(all.paid(), all.accrued())));
    book.input()
        .monthEnd()
        .ifPresentOrElse(
            end -> {
              long before = Amounts.of(end.figures(), currency).owed();
              cells.add(Sheets.sum(MONEY, OWED_BEFORE, first, last, Cell.yuan(before)));
              double change = Cell.yuan(all.owed() - before);
              cells.add(Sheets.change(MONEY_CHANGE, row, OWED, OWED_BEFORE, change));
            },
            () -> {
              cells.add(Cell.blank());
              cells.add(Cell.blank());
            });
    book.putTotal(KeyFigure.PENALTY_OWED, currency, sheet.reference(row, OWED));
    book.putTotal(KeyFigure.PENALTY_PAID, currency, sheet.reference(row, PAID));
    sheet.total(cells);
  }

  private static Cell across(int row, int from, int to, long cents) {
    String range = SheetWriter.local(row, from) + ":" + SheetWriter.local(row, to);
    return new Cell.Formula(MONEY, "SUM(" + range + ")", Cell.yuan(cents));
  }

  private static void chart(
      WorkbookWriter book, SheetWriter sheet, String currency, int first, int last) {
    List<String> products = book.products(currency);
    List<Amounts> amounts =
        products.stream()
            .map(product -> Amounts.of(book.input().today().only(currency, product), currency))
            .toList();
    List<Charts.Series> series =
        List.of(
            Charts.Series.of(
                book.text("column.penalty.owed"),
                amounts.stream().map(a -> Cell.yuan(a.owed())).toList(),
                Sheets.columnRange(sheet, OWED, first, last)),
            Charts.Series.of(
                book.text("column.penalty.paid"),
                amounts.stream().map(a -> Cell.yuan(a.paid())).toList(),
                Sheets.columnRange(sheet, PAID, first, last)),
            Charts.Series.of(
                book.text("column.penalty.waived"),
                amounts.stream().map(a -> Cell.yuan(a.waived())).toList(),
                Sheets.columnRange(sheet, WAIVED, first, last)));
    Charts.columns(
        book,
        "penalty",
        Charts.Columns.STACKED,
        new Charts.Data(
            book.text("chart.penalty", PlainText.clean(currency)),
            "#,##0",
            products.stream().map(PlainText::clean).toList(),
            Sheets.columnRange(sheet, 0, first, last),
            series));
  }
}
