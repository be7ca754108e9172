package org.xinbao.report;

import static org.xinbao.report.Cell.Format.COUNT;
import static org.xinbao.report.Cell.Format.LABEL;
import static org.xinbao.report.Cell.Format.MONEY;
import static org.xinbao.report.Cell.Format.MONTH;
import static org.xinbao.report.Cell.Format.RATIO;
import static org.xinbao.report.Cell.Format.RATIO_IMMATURE;
import static org.xinbao.report.Cell.Format.TEXT;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Vintage curves by month of opening: over all products with a chart, and by product. */
final class VintageSheets {

  /** Columns of the sheet by product; the sheet over all products lacks the first. */
  private static final int MONTH_COLUMN = 3;

  private static final int LOANS_COLUMN = 4;
  private static final int LENT_COLUMN = 5;
  private static final int FIRST_POINT = 7;
  private static final int LAST_POINT = FIRST_POINT + Vintage.AGES.size() - 1;

  private VintageSheets() {}

  /** How many days delinquent count, and the measure that counts them. */
  enum Threshold {
    OVER_30(Measure.VINTAGE_30, "30+"),
    OVER_90(Measure.VINTAGE_90, "90+");

    private final Measure measure;
    private final String text;

    Threshold(Measure measure, String text) {
      this.measure = measure;
      this.text = text;
    }
  }

  static void write(WorkbookWriter book) {
    SheetWriter all = book.sheet("vintage");
    SheetWriter detail = book.sheet("vintageproducts");
    header(book, all, List.of());
    header(book, detail, List.of("product"));
    List<Runnable> charts = new ArrayList<>();
    for (Threshold threshold : Threshold.values()) {
      for (String currency : book.input().today().currencies()) {
        var byProduct = Vintage.byProduct(book.input(), currency, threshold.measure);
        int first = all.nextRow();
        List<Vintage> total = Vintage.total(byProduct);
        for (Vintage each : total) {
          int from = detail.nextRow();
          byProduct.forEach(
              (product, vintages) ->
                  vintages.stream()
                      .filter(own -> own.month().equals(each.month()))
                      .forEach(own -> product(book, threshold, currency, product, own)));
          allProducts(book, threshold, currency, each, from, detail.nextRow() - 1);
        }
        if (threshold == Threshold.OVER_30) {
          charts.add(() -> chart(book, currency, total, first));
        }
      }
    }
    all.endFilter();
    detail.endFilter();
    charts.forEach(Runnable::run);
    for (SheetWriter sheet : List.of(all, detail)) {
      sheet.note(book.text("definition.vintage"));
      sheet.note(book.text("note.vintage.grey"));
      sheet.note(book.text("note.vintage.base"));
    }
    all.finish(MONTH_COLUMN);
    detail.finish(MONTH_COLUMN + 1);
  }

  private static void header(WorkbookWriter book, SheetWriter sheet, List<String> before) {
    List<String> labels = new ArrayList<>();
    before.forEach(key -> labels.add(book.text("column." + key)));
    labels.addAll(
        Sheets.columns(
            book, "currency", "delinquent", "month.opened", "loans", "lent", "vintage.base"));
    List<Cell.Format> formats = new ArrayList<>();
    before.forEach(key -> formats.add(TEXT));
    formats.addAll(List.of(TEXT, LABEL, MONTH, COUNT, MONEY, LABEL));
    for (int age : Vintage.AGES) {
      labels.add(book.text("column.mob", Integer.toString(age)));
      formats.add(RATIO);
    }
    sheet.header(labels, formats);
  }

  private static void product(
      WorkbookWriter book, Threshold threshold, String currency, String product, Vintage vintage) {
    List<Cell> cells = new ArrayList<>();
    cells.add(Sheets.product(book, product));
    cells.add(new Cell.Text(currency));
    cells.add(new Cell.Label(threshold.text));
    cells.add(Months.cell(vintage.month()));
    cells.add(Cell.count(vintage.loans()));
    cells.add(Cell.money(vintage.lent()));
    cells.add(base(book, vintage));
    for (int age : Vintage.AGES) {
      double ratio = vintage.ratio(age).toDouble();
      cells.add(point(vintage.points().get(age), format -> new Cell.Numeric(format, ratio)));
    }
    book.sheet("vintageproducts").body(cells);
  }

  /** The ratio of all products weighs each product's by what it lent. */
  private static void allProducts(
      WorkbookWriter book,
      Threshold threshold,
      String currency,
      Vintage vintage,
      int from,
      int to) {
    SheetWriter sheet = book.sheet("vintage");
    SheetWriter detail = book.sheet("vintageproducts");
    int row = sheet.nextRow();
    String lent = Sheets.columnRange(detail, LENT_COLUMN, from, to);
    List<Cell> cells = new ArrayList<>();
    cells.add(new Cell.Text(currency));
    cells.add(new Cell.Label(threshold.text));
    cells.add(Months.cell(vintage.month()));
    String loans = Sheets.columnRange(detail, LOANS_COLUMN, from, to);
    cells.add(new Cell.Formula(COUNT, "SUM(" + loans + ")", (double) vintage.loans()));
    cells.add(new Cell.Formula(MONEY, "SUM(" + lent + ")", Cell.yuan(vintage.lent())));
    cells.add(base(book, vintage));
    String whole = SheetWriter.local(row, LENT_COLUMN - 1);
    for (int i = 0; i < Vintage.AGES.size(); i++) {
      int age = Vintage.AGES.get(i);
      String ratios = Sheets.columnRange(detail, FIRST_POINT + i, from, to);
      String expression =
          "IF(" + whole + "=0,0,SUMPRODUCT(" + lent + "," + ratios + ")/" + whole + ")";
      double ratio = vintage.ratio(age).toDouble();
      cells.add(
          point(vintage.points().get(age), format -> new Cell.Formula(format, expression, ratio)));
    }
    sheet.body(cells);
  }

  private static Cell base(WorkbookWriter book, Vintage vintage) {
    return new Cell.Label(book.text(vintage.whole() ? "vintage.whole" : "vintage.part"));
  }

  private static Cell point(
      Vintage.Point point, java.util.function.Function<Cell.Format, Cell> known) {
    return switch (point.state()) {
      case WHOLE -> known.apply(RATIO);
      case IMMATURE -> known.apply(RATIO_IMMATURE);
      case FUTURE -> Cell.notYet();
      case UNKNOWN -> Cell.blank();
    };
  }

  /** The curves of the latest vintages that have a point, as many as there are colours. */
  private static void chart(
      WorkbookWriter book, String currency, List<Vintage> vintages, int firstRow) {
    SheetWriter sheet = book.sheet("vintage");
    List<String> ages = new ArrayList<>();
    for (int age : Vintage.AGES) {
      ages.add(book.text("column.mob", Integer.toString(age)));
    }
    List<Charts.Series> series = new ArrayList<>();
    for (int i = 0; i < vintages.size(); i++) {
      if (Vintage.latest(vintages).contains(vintages.get(i))) {
        int row = firstRow + i;
        series.add(
            new Charts.Series(
                vintages.get(i).month().toString(),
                values(vintages.get(i)),
                sheet.reference(row, row, FIRST_POINT - 1, LAST_POINT - 1)));
      }
    }
    if (!series.isEmpty()) {
      int header = sheet.firstHeader();
      Charts.lines(
          book,
          "vintage",
          new Charts.Data(
              book.text("chart.vintage", PlainText.clean(currency)),
              "0.0%",
              ages,
              sheet.reference(header, header, FIRST_POINT - 1, LAST_POINT - 1),
              series));
    }
  }

  private static List<Optional<Double>> values(Vintage vintage) {
    List<Optional<Double>> values = new ArrayList<>();
    for (int age : Vintage.AGES) {
      values.add(
          vintage.points().get(age).isKnown()
              ? Optional.of(vintage.ratio(age).toDouble())
              : Optional.empty());
    }
    return values;
  }
}
