package org.xinbao.report;

import static org.xinbao.report.Cell.Format.COUNT;
import static org.xinbao.report.Cell.Format.LABEL;
import static org.xinbao.report.Cell.Format.TEXT;

import java.util.List;
import org.xinbao.report.ReportInput.Convention;
import org.xinbao.report.ReportInput.InputFile;
import org.xinbao.report.ReportInput.Note;
import org.xinbao.report.ReportInput.Thresholds;

/** Conventions and sources: what each figure means, every rule in force, the inputs' hashes. */
final class ConventionSheet {

  private ConventionSheet() {}

  static void write(WorkbookWriter book) {
    SheetWriter sheet = book.sheet("conventions");
    notes(book, sheet);
    sheet.section(book.text("section.definitions"));
    sheet.header(Sheets.columns(book, "figure", "definition"), List.of(LABEL, LABEL));
    for (String figure : Definitions.KEYS) {
      sheet.body(
          List.of(
              new Cell.Label(book.text("figure." + figure)),
              new Cell.Label(book.text("definition." + figure))));
    }
    thresholds(book, sheet);
    sheet.section(book.text("section.rules"));
    sheet.header(Sheets.columns(book, "scope", "rule", "value"), List.of(TEXT, TEXT, TEXT));
    for (Convention rule : book.input().conventions()) {
      sheet.body(
          List.of(
              new Cell.Text(rule.scope()), new Cell.Text(rule.key()), new Cell.Text(rule.value())));
    }
    sheet.section(book.text("section.inputs"));
    sheet.header(Sheets.columns(book, "file", "sha256", "rows"), List.of(TEXT, TEXT, COUNT));
    for (InputFile file : book.input().inputs()) {
      sheet.body(
          List.of(
              new Cell.Text(file.name()), new Cell.Text(file.sha256()), Cell.count(file.rows())));
    }
    sheet.note(book.text("note.program", PlainText.clean(book.input().program())));
    sheet.finish(1);
  }

  private static void notes(WorkbookWriter book, SheetWriter sheet) {
    if (book.input().notes().isEmpty()) {
      return;
    }
    sheet.section(book.text("section.notes"));
    sheet.header(Sheets.columns(book, "light", "message"), List.of(LABEL, TEXT));
    for (Note note : book.input().notes()) {
      Light light = note.level() == Note.Level.WARNING ? Light.AMBER : Light.INFO;
      sheet.body(
          List.of(
              new Cell.Signal(light, book.text("light." + light.key())),
              new Cell.Text(note.text())));
    }
  }

  private static void thresholds(WorkbookWriter book, SheetWriter sheet) {
    Thresholds limits = book.input().thresholds();
    sheet.section(book.text("section.thresholds"));
    sheet.header(
        Sheets.columns(book, "figure", "threshold.amber", "threshold.red"),
        List.of(LABEL, LABEL, LABEL));
    sheet.body(
        List.of(
            new Cell.Label(book.text("figure.npl.ratio")),
            percent(limits.nplAmberE6()),
            percent(limits.nplRedE6())));
    sheet.body(
        List.of(
            new Cell.Label(book.text("figure.overdue.ratio")),
            percent(limits.overdueAmberE6()),
            percent(limits.overdueRedE6())));
    sheet.body(
        List.of(
            new Cell.Label(book.text("attention.loans.rejected")),
            new Cell.Label("> 0"),
            percent(limits.rejectedRedE6())));
  }

  private static Cell percent(long millionths) {
    return new Cell.Label("≥ " + new Fraction(millionths, 1_000_000).percent());
  }
}
