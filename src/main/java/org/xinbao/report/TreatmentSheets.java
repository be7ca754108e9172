package org.xinbao.report;

import static org.xinbao.report.Cell.Format.COUNT;
import static org.xinbao.report.Cell.Format.LABEL;
import static org.xinbao.report.Cell.Format.MONEY;
import static org.xinbao.report.Cell.Format.TEXT;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.xinbao.treatment.TreatmentStep;

/** Treatment (处置) by product and step, and the worklist of the most urgent loans. */
final class TreatmentSheets {

  private static final List<TreatmentStep> STEPS =
      List.of(
          TreatmentStep.REMIND,
          TreatmentStep.CALL,
          TreatmentStep.RESTRICT,
          TreatmentStep.LEGAL_REVIEW);

  private TreatmentSheets() {}

  static void write(WorkbookWriter book) {
    steps(book);
    worklist(book);
  }

  private static void steps(WorkbookWriter book) {
    SheetWriter sheet = book.sheet("treatment");
    List<String> labels = new ArrayList<>(Sheets.columns(book, "product", "currency"));
    List<Cell.Format> formats = new ArrayList<>(List.of(TEXT, TEXT));
    for (TreatmentStep step : STEPS) {
      labels.add(book.text("column.step.loans", step(book.labels(), step)));
      labels.add(book.text("column.step.amount", step(book.labels(), step)));
      formats.add(COUNT);
      formats.add(MONEY);
    }
    for (String day : Measure.DAYS_PAST_DUE.members()) {
      labels.add(book.text("column.entering", day));
      formats.add(COUNT);
    }
    sheet.header(labels, formats);
    Figures today = book.input().today();
    List<String> currencies = today.currencies();
    for (String currency : currencies) {
      int first = sheet.nextRow();
      for (String product : book.products(currency)) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Sheets.product(book, product));
        cells.add(new Cell.Text(currency));
        numbers(today.only(currency, product), currency, cells);
        sheet.body(cells);
      }
      if (currencies.size() == 1) {
        sheet.endFilter();
      }
      total(book, sheet, currency, first);
    }
    sheet.note(book.text("note.treatment"));
    sheet.note(contact(book));
    sheet.finish(1);
  }

  private static void numbers(Figures figures, String currency, List<Cell> cells) {
    for (TreatmentStep step : STEPS) {
      Tally tally = figures.tally(currency, Measure.TREATMENT, step.name());
      cells.add(Cell.count(tally.count()));
      cells.add(Cell.money(tally.cents()));
    }
    for (String day : Measure.DAYS_PAST_DUE.members()) {
      cells.add(Cell.count(figures.tally(currency, Measure.DAYS_PAST_DUE, day).count()));
    }
  }

  private static void total(WorkbookWriter book, SheetWriter sheet, String currency, int first) {
    List<Cell> values = new ArrayList<>();
    numbers(book.input().today(), currency, values);
    List<Cell> cells = new ArrayList<>();
    cells.add(new Cell.Label(book.text("total")));
    cells.add(new Cell.Text(currency));
    int last = sheet.nextRow() - 1;
    for (Cell value : values) {
      if (value instanceof Cell.Numeric number) {
        cells.add(Sheets.sum(number.format(), cells.size(), first, last, number.value()));
      }
    }
    sheet.total(cells);
  }

  /** The contact limits in force. */
  private static String contact(WorkbookWriter book) {
    return book.text(
        "note.contact",
        book.convention("contact.connected-per-day"),
        book.convention("contact.tries-per-day"),
        book.convention("contact.from"),
        book.convention("contact.to"));
  }

  static String step(Labels labels, TreatmentStep step) {
    return labels.text("step." + step.name().toLowerCase(Locale.ROOT));
  }

  private static void worklist(WorkbookWriter book) {
    SheetWriter sheet = book.sheet("worklist");
    sheet.header(
        Sheets.columns(
            book,
            "rank",
            "loan",
            "product",
            "currency",
            "step",
            "dpd",
            "bucket",
            "overdue.total",
            "step.customer",
            "repay.only"),
        List.of(COUNT, TEXT, TEXT, TEXT, LABEL, COUNT, LABEL, MONEY, LABEL, LABEL));
    List<WorkItem> items = book.input().worklist().items();
    for (int i = 0; i < items.size(); i++) {
      WorkItem item = items.get(i);
      sheet.body(
          List.of(
              Cell.plain(i + 1),
              new Cell.Text(item.loanId()),
              new Cell.Text(item.product()),
              new Cell.Text(item.currency()),
              new Cell.Label(step(book.labels(), item.step())),
              Cell.plain(item.daysPastDue()),
              new Cell.Label("M" + item.bucket()),
              Cell.money(item.overdueTotal()),
              new Cell.Label(step(book.labels(), item.customerStep())),
              new Cell.Label(item.repayOnly() ? book.text("yes") : "")));
    }
    sheet.endFilter();
    long due = 0;
    for (TreatmentStep step : STEPS) {
      due = Math.addExact(due, book.input().today().count(Measure.TREATMENT, step.name()));
    }
    BureauSheets.listed(book, sheet, items.size(), due, "worklist.csv");
    sheet.note(book.text("note.customer"));
    sheet.note(contact(book));
    sheet.finish(2);
  }
}
