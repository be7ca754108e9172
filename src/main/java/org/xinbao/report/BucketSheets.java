package org.xinbao.report;

import static org.xinbao.report.Cell.Format.COUNT;
import static org.xinbao.report.Cell.Format.LABEL;
import static org.xinbao.report.Cell.Format.MONEY;
import static org.xinbao.report.Cell.Format.MONEY_CHANGE;
import static org.xinbao.report.Cell.Format.RATIO;
import static org.xinbao.report.Cell.Format.TEXT;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xinbao.report.ReportInput.DatedFigures;

/** The overdue distribution M0 to M7: over all products with a chart, and by product. */
final class BucketSheets {

  private static final List<String> MEMBERS = Measure.BUCKET.members();
  private static final int ON_BOOK = MEMBERS.size() - 1;

  /** Columns of the sheet by product whose sums the sheet over all products shows. */
  private static final int COUNT_COLUMN = 3;

  private static final int BALANCE_COLUMN = 5;
  private static final int PRINCIPAL_COLUMN = 7;

  private BucketSheets() {}

  static void write(WorkbookWriter book) {
    SheetWriter all = book.sheet("buckets");
    SheetWriter detail = book.sheet("bucketproducts");
    all.header(
        Sheets.columns(
            book,
            "currency",
            "bucket",
            "loans",
            "loans.share",
            "balance",
            "balance.share",
            "overdue.principal",
            "overdue.total",
            "penalty.owed",
            "balance.monthend",
            "change.monthend"),
        List.of(TEXT, LABEL, COUNT, RATIO, MONEY, RATIO, MONEY, MONEY, MONEY, MONEY, MONEY_CHANGE));
    detail.header(
        Sheets.columns(
            book,
            "product",
            "currency",
            "bucket",
            "loans",
            "loans.share",
            "balance",
            "balance.share",
            "overdue.principal",
            "overdue.total",
            "penalty.owed"),
        List.of(TEXT, TEXT, LABEL, COUNT, RATIO, MONEY, RATIO, MONEY, MONEY, MONEY));
    List<Runnable> charts = new ArrayList<>();
    for (String currency : book.input().today().currencies()) {
      int first = detail.nextRow();
      for (String product : book.products(currency)) {
        product(book, detail, currency, product);
      }
      int row = allProducts(book, all, detail, currency, first, detail.nextRow() - 1);
      charts.add(() -> chart(book, detail, currency, first, row));
    }
    charts.forEach(Runnable::run);
    detail.endFilter();
    all.note(book.text("note.onbook"));
    all.note(book.text("note.bucket"));
    all.finish(2);
    detail.note(book.text("note.bucket"));
    detail.finish(3);
  }

  private static void product(
      WorkbookWriter book, SheetWriter sheet, String currency, String product) {
    Figures one = book.input().today().only(currency, product);
    Tally sum = onBook(one, currency, Measure.BUCKET);
    for (int i = 0; i < MEMBERS.size(); i++) {
      String member = MEMBERS.get(i);
      Tally tally = one.tally(currency, Measure.BUCKET, member);
      boolean share = i < ON_BOOK;
      sheet.body(
          List.of(
              Sheets.product(book, product),
              new Cell.Text(currency),
              label(book, member),
              Cell.count(tally.count()),
              share ? Cell.ratio(new Fraction(tally.count(), sum.count())) : Cell.blank(),
              Cell.money(tally.cents()),
              share ? Cell.ratio(new Fraction(tally.cents(), sum.cents())) : Cell.blank(),
              Cell.money(one.tally(currency, Measure.BUCKET_OVERDUE_PRINCIPAL, member).cents()),
              Cell.money(one.tally(currency, Measure.BUCKET_OVERDUE_TOTAL, member).cents()),
              Cell.money(one.tally(currency, Measure.BUCKET_PENALTY, member).cents())));
    }
  }

  /** Writes the rows of a currency; returns the first. */
  private static int allProducts(
      WorkbookWriter book,
      SheetWriter sheet,
      SheetWriter detail,
      String currency,
      int from,
      int to) {
    int first = sheet.nextRow();
    int totalRow = first + ON_BOOK;
    for (int i = 0; i < ON_BOOK; i++) {
      sheet.body(bucket(book, sheet, detail, currency, MEMBERS.get(i), from, to, totalRow));
    }
    total(book, sheet, currency, first, totalRow);
    sheet.body(bucket(book, sheet, detail, currency, MEMBERS.get(ON_BOOK), from, to, -1));
    book.putTotal(KeyFigure.OVERDUE_TOTAL, currency, sheet.reference(totalRow, 7));
    return first;
  }

  private static List<Cell> bucket(
      WorkbookWriter book,
      SheetWriter sheet,
      SheetWriter detail,
      String currency,
      String member,
      int from,
      int to,
      int totalRow) {
    Figures figures = book.input().today();
    int row = sheet.nextRow();
    Tally tally = figures.tally(currency, Measure.BUCKET, member);
    Tally sum = onBook(figures, currency, Measure.BUCKET);
    List<Cell> cells = new ArrayList<>();
    cells.add(new Cell.Text(currency));
    cells.add(label(book, member));
    cells.add(sumIf(detail, row, COUNT, COUNT_COLUMN, from, to, (double) tally.count()));
    cells.add(shareOf(row, 2, totalRow, new Fraction(tally.count(), sum.count())));
    cells.add(sumIf(detail, row, MONEY, BALANCE_COLUMN, from, to, Cell.yuan(tally.cents())));
    cells.add(shareOf(row, 4, totalRow, new Fraction(tally.cents(), sum.cents())));
    List<Measure> amounts =
        List.of(
            Measure.BUCKET_OVERDUE_PRINCIPAL, Measure.BUCKET_OVERDUE_TOTAL, Measure.BUCKET_PENALTY);
    for (int i = 0; i < amounts.size(); i++) {
      double cached = Cell.yuan(figures.tally(currency, amounts.get(i), member).cents());
      cells.add(sumIf(detail, row, MONEY, PRINCIPAL_COLUMN + i, from, to, cached));
    }
    Optional<DatedFigures> before = book.input().monthEnd();
    if (before.isPresent()) {
      long earlier = before.get().figures().tally(currency, Measure.BUCKET, member).cents();
      cells.add(Cell.money(earlier));
      cells.add(Sheets.change(MONEY_CHANGE, row, 4, 9, Cell.yuan(tally.cents() - earlier)));
    } else {
      cells.add(Cell.blank());
      cells.add(Cell.blank());
    }
    return cells;
  }

  private static void total(
      WorkbookWriter book, SheetWriter sheet, String currency, int first, int row) {
    Figures figures = book.input().today();
    Tally sum = onBook(figures, currency, Measure.BUCKET);
    List<Cell> cells = new ArrayList<>();
    cells.add(new Cell.Text(currency));
    cells.add(new Cell.Label(book.text("total.onbook")));
    cells.add(Sheets.sum(COUNT, 2, first, row - 1, (double) sum.count()));
    cells.add(Sheets.sum(RATIO, 3, first, row - 1, sum.count() == 0 ? 0 : 1));
    cells.add(Sheets.sum(MONEY, 4, first, row - 1, Cell.yuan(sum.cents())));
    cells.add(Sheets.sum(RATIO, 5, first, row - 1, sum.cents() == 0 ? 0 : 1));
    int column = 6;
    for (Measure measure :
        List.of(
            Measure.BUCKET_OVERDUE_PRINCIPAL,
            Measure.BUCKET_OVERDUE_TOTAL,
            Measure.BUCKET_PENALTY)) {
      double cached = Cell.yuan(onBook(figures, currency, measure).cents());
      cells.add(Sheets.sum(MONEY, column++, first, row - 1, cached));
    }
    Optional<DatedFigures> before = book.input().monthEnd();
    if (before.isPresent()) {
      long earlier = onBook(before.get().figures(), currency, Measure.BUCKET).cents();
      cells.add(Sheets.sum(MONEY, 9, first, row - 1, Cell.yuan(earlier)));
      cells.add(Sheets.change(MONEY_CHANGE, row, 4, 9, Cell.yuan(sum.cents() - earlier)));
    } else {
      cells.add(Cell.blank());
      cells.add(Cell.blank());
    }
    sheet.total(cells);
  }

  /** The amounts by bucket, one series per product while there are colours for them. */
  private static void chart(
      WorkbookWriter book, SheetWriter detail, String currency, int from, int allFirst) {
    Figures figures = book.input().today();
    List<String> overdue = MEMBERS.subList(1, ON_BOOK);
    List<String> products = book.products(currency);
    List<Charts.Series> series = new ArrayList<>();
    if (products.size() <= Charts.PALETTE.size()) {
      for (int i = 0; i < products.size(); i++) {
        int row = from + i * MEMBERS.size() + 1;
        series.add(
            Charts.Series.of(
                PlainText.clean(products.get(i)),
                values(figures.only(currency, products.get(i)), currency),
                Sheets.columnRange(detail, BALANCE_COLUMN, row, row + overdue.size() - 1)));
      }
    } else {
      int row = allFirst + 1;
      series.add(
          Charts.Series.of(
              book.text("column.balance"),
              values(figures, currency),
              Sheets.columnRange(book.sheet("buckets"), 4, row, row + overdue.size() - 1)));
    }
    Charts.columns(
        book,
        "buckets",
        Charts.Columns.STACKED,
        new Charts.Data(
            book.text("chart.buckets", PlainText.clean(currency)),
            "#,##0",
            overdue,
            Sheets.columnRange(book.sheet("buckets"), 1, allFirst + 1, allFirst + overdue.size()),
            series));
  }

  private static List<Double> values(Figures figures, String currency) {
    return MEMBERS.subList(1, ON_BOOK).stream()
        .map(member -> Cell.yuan(figures.tally(currency, Measure.BUCKET, member).cents()))
        .toList();
  }

  private static Cell sumIf(
      SheetWriter detail,
      int row,
      Cell.Format format,
      int column,
      int from,
      int to,
      double cached) {
    String expression =
        "SUMIF("
            + Sheets.columnRange(detail, 2, from, to)
            + ",$B"
            + (row + 1)
            + ","
            + Sheets.columnRange(detail, column, from, to)
            + ")";
    return new Cell.Formula(format, expression, cached);
  }

  private static Cell shareOf(int row, int column, int totalRow, Fraction cached) {
    if (totalRow < 0) {
      return Cell.blank();
    }
    String below = SheetWriter.local(totalRow, column);
    return new Cell.Formula(
        RATIO,
        "IF(" + below + "=0,0," + SheetWriter.local(row, column) + "/" + below + ")",
        cached.toDouble());
  }

  static Tally onBook(Figures figures, String currency, Measure measure) {
    Tally sum = Tally.NONE;
    for (String member : MEMBERS.subList(0, ON_BOOK)) {
      sum = sum.plus(figures.tally(currency, measure, member));
    }
    return sum;
  }

  private static Cell label(WorkbookWriter book, String member) {
    return new Cell.Label(member.equals(MEMBERS.get(ON_BOOK)) ? book.text("writtenoff") : member);
  }
}
