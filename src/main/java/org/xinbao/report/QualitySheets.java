package org.xinbao.report;

import static org.xinbao.report.Cell.Format.COUNT;
import static org.xinbao.report.Cell.Format.LABEL;
import static org.xinbao.report.Cell.Format.MONEY;
import static org.xinbao.report.Cell.Format.TEXT;

import java.util.List;
import java.util.Locale;
import org.xinbao.report.ReportInput.CodeCount;
import org.xinbao.report.ReportInput.DifferenceLine;
import org.xinbao.report.ReportInput.RejectLine;

/** Data quality: rejects by code, differences from the ledger, loans not assessed; the rejects. */
final class QualitySheets {

  private static final List<Measure> CASES =
      List.of(Measure.NOT_ASSESSED, Measure.VANISHED, Measure.UNALLOCATED);

  private QualitySheets() {}

  static void write(WorkbookWriter book) {
    SheetWriter sheet = book.sheet("quality");
    codes(book, sheet);
    cases(book, sheet);
    differences(book, sheet);
    sheet.note(book.text("note.quality"));
    sheet.finish(1);
    rejects(book);
    differenceList(book);
  }

  private static void codes(WorkbookWriter book, SheetWriter sheet) {
    sheet.section(book.text("section.rejectreasons"));
    sheet.header(
        Sheets.columns(book, "file", "rows", "code", "meaning"), List.of(TEXT, COUNT, TEXT, LABEL));
    int first = sheet.nextRow();
    for (CodeCount code : book.input().rejects().counts()) {
      sheet.body(
          List.of(
              new Cell.Text(code.group()),
              Cell.count(code.count()),
              new Cell.Text(code.code()),
              BureauSheets.meaning(book, code.code())));
    }
    if (sheet.nextRow() > first) {
      double cached = (double) book.input().rejects().total();
      sheet.total(
          List.of(
              new Cell.Label(book.text("total")),
              Sheets.sum(COUNT, 1, first, sheet.nextRow() - 1, cached),
              Cell.blank(),
              Cell.blank()));
    } else {
      nothing(book, sheet);
    }
  }

  private static void cases(WorkbookWriter book, SheetWriter sheet) {
    sheet.section(book.text("section.cases"));
    sheet.header(
        Sheets.columns(book, "case", "loans", "currency", "product", "amount"),
        List.of(LABEL, COUNT, TEXT, TEXT, MONEY));
    int first = sheet.nextRow();
    Figures today = book.input().today();
    for (Measure measure : CASES) {
      for (String currency : today.currencies()) {
        for (String product : today.products(currency)) {
          Tally tally = today.only(currency, product).tally(currency, measure, "");
          if (!tally.isNone()) {
            sheet.body(
                List.of(
                    new Cell.Label(book.text("case." + measure.name().toLowerCase(Locale.ROOT))),
                    Cell.count(tally.count()),
                    new Cell.Text(currency),
                    Sheets.product(book, product),
                    Cell.money(tally.cents())));
          }
        }
      }
    }
    if (sheet.nextRow() == first) {
      nothing(book, sheet);
    }
  }

  private static void differences(WorkbookWriter book, SheetWriter sheet) {
    sheet.section(book.text("section.differences"));
    sheet.header(
        Sheets.columns(book, "difference", "cases", "currency", "product", "amount"),
        List.of(LABEL, COUNT, TEXT, TEXT, MONEY));
    int first = sheet.nextRow();
    Figures today = book.input().today();
    for (String currency : today.currencies()) {
      for (String kind : today.members(currency, Measure.DIFFERENCE)) {
        for (String product : today.products(currency)) {
          Tally tally = today.only(currency, product).tally(currency, Measure.DIFFERENCE, kind);
          if (!tally.isNone()) {
            sheet.body(
                List.of(
                    kind(book, kind),
                    Cell.count(tally.count()),
                    new Cell.Text(currency),
                    Sheets.product(book, product),
                    Cell.money(tally.cents())));
          }
        }
      }
    }
    if (sheet.nextRow() == first) {
      nothing(book, sheet);
    }
  }

  private static Cell kind(WorkbookWriter book, String kind) {
    return book.labels()
        .findDifference(kind)
        .<Cell>map(Cell.Label::new)
        .orElseGet(() -> new Cell.Text(kind));
  }

  private static void nothing(WorkbookWriter book, SheetWriter sheet) {
    sheet.body(List.of(new Cell.Label(book.text("note.nothing"))));
  }

  private static void rejects(WorkbookWriter book) {
    SheetWriter sheet = book.sheet("rejects");
    sheet.header(
        Sheets.columns(book, "file", "line", "loan", "field", "code", "meaning", "message"),
        List.of(TEXT, COUNT, TEXT, TEXT, TEXT, LABEL, TEXT));
    for (RejectLine line : book.input().rejects().lines()) {
      sheet.body(
          List.of(
              new Cell.Text(line.file()),
              line.line() == 0 ? Cell.blank() : Cell.plain(line.line()),
              new Cell.Text(line.loanId()),
              new Cell.Text(line.column()),
              new Cell.Text(line.code()),
              BureauSheets.meaning(book, line.code()),
              new Cell.Text(line.message())));
    }
    sheet.endFilter();
    BureauSheets.listed(book, sheet, book.input().rejects(), "rejects.csv");
    sheet.finish(2);
  }

  private static void differenceList(WorkbookWriter book) {
    SheetWriter sheet = book.sheet("differences");
    sheet.header(
        Sheets.columns(book, "loan", "difference", "reference", "ledger", "computed"),
        List.of(TEXT, LABEL, TEXT, MONEY, MONEY));
    for (DifferenceLine line : book.input().differences().lines()) {
      sheet.body(
          List.of(
              new Cell.Text(line.loanId()),
              kind(book, line.kind()),
              new Cell.Text(line.reference()),
              figure(line.kind(), line.ledger()),
              figure(line.kind(), line.computed())));
    }
    sheet.endFilter();
    BureauSheets.listed(book, sheet, book.input().differences(), "differences.csv");
    sheet.note(book.text("note.differences"));
    sheet.finish(1);
  }

  /** An amount or, for days past due, a number of days; text where it is neither. */
  private static Cell figure(String kind, String value) {
    try {
      return kind.equals("days_past_due")
          ? Cell.plain(Long.parseLong(value))
          : Cell.money(TabLine.cents(value));
    } catch (ArithmeticException | NumberFormatException e) {
      return new Cell.Text(value);
    }
  }
}
