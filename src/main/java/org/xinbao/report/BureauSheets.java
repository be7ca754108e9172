package org.xinbao.report;

import static org.xinbao.report.Cell.Format.COUNT;
import static org.xinbao.report.Cell.Format.DATE;
import static org.xinbao.report.Cell.Format.LABEL;
import static org.xinbao.report.Cell.Format.TEXT;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.xinbao.arrears.Day;
import org.xinbao.report.ReportInput.CodeCount;
import org.xinbao.report.ReportInput.Dispute;
import org.xinbao.report.ReportInput.Feedback;
import org.xinbao.report.ReportInput.HeldLine;
import org.xinbao.report.ReportInput.Listing;
import org.xinbao.report.ReportInput.Submission;
import org.xinbao.report.ReportInput.UnansweredFile;

/** Submissions (征信报送) per bureau, what is held back, and disputes (异议) with their deadlines. */
final class BureauSheets {

  private BureauSheets() {}

  static void write(WorkbookWriter book) {
    submissions(book);
    held(book);
    disputes(book);
  }

  private static void submissions(WorkbookWriter book) {
    SheetWriter sheet = book.sheet("submissions");
    sheet.section(book.text("section.bureaus"));
    sheet.header(
        Sheets.columns(
            book, "bureau", "records", "held", "accepted", "rejected", "corrected", "unanswered"),
        List.of(TEXT, COUNT, COUNT, COUNT, COUNT, COUNT, COUNT));
    for (Sent sent : sent(book.input())) {
      List<Cell> cells = new ArrayList<>();
      cells.add(new Cell.Text(sent.bureau()));
      sent.numbers().forEach(number -> cells.add(Cell.count(number)));
      sheet.body(cells);
    }
    sheet.section(book.text("section.files"));
    sheet.header(
        Sheets.columns(
            book, "bureau", "records", "recordtype", "file", "control.balance", "control.overdue"),
        List.of(TEXT, COUNT, TEXT, TEXT, COUNT, COUNT));
    int first = sheet.nextRow();
    long records = 0;
    for (Submission submission : book.input().submissions()) {
      sheet.body(
          List.of(
              new Cell.Text(submission.bureau()),
              Cell.count(submission.records()),
              new Cell.Text(submission.recordType()),
              new Cell.Text(submission.file()),
              Cell.count(submission.balance()),
              Cell.count(submission.overdue())));
      records = Math.addExact(records, submission.records());
    }
    if (sheet.nextRow() > first) {
      sheet.total(
          List.of(
              new Cell.Label(book.text("total")),
              Sheets.sum(COUNT, 1, first, sheet.nextRow() - 1, (double) records),
              Cell.blank(),
              Cell.blank(),
              Cell.blank(),
              Cell.blank()));
    }
    reasons(book, sheet, "refused", "rejected", book.input().answers().refusals());
    reasons(book, sheet, "heldreasons", "held", book.input().held().counts());
    unanswered(book, sheet);
    sheet.note(book.text("note.submissions"));
    sheet.note(book.text("note.answers"));
    sheet.finish(1);
  }

  /**
   * How many records a bureau was sent and what became of them.
   *
   * @param numbers written, held back, accepted, rejected, corrected, not answered
   */
  record Sent(String bureau, List<Long> numbers) {}

  /** Every bureau to which anything was sent, is held back or which has answered. */
  static List<Sent> sent(ReportInput in) {
    SortedSet<String> bureaus = new TreeSet<>(Utf8Order.INSTANCE);
    in.submissions().forEach(s -> bureaus.add(s.bureau()));
    in.held().counts().forEach(h -> bureaus.add(h.group()));
    in.answers().bureaux().forEach(f -> bureaus.add(f.bureau()));
    return bureaus.stream().map(bureau -> sent(in, bureau)).toList();
  }

  private static Sent sent(ReportInput in, String bureau) {
    long records =
        in.submissions().stream()
            .filter(s -> s.bureau().equals(bureau))
            .mapToLong(Submission::records)
            .sum();
    long held =
        in.held().counts().stream()
            .filter(h -> h.group().equals(bureau))
            .mapToLong(CodeCount::count)
            .sum();
    Feedback answer =
        in.answers().bureaux().stream()
            .filter(each -> each.bureau().equals(bureau))
            .findFirst()
            .orElse(new Feedback(bureau, 0, 0, 0, 0));
    return new Sent(
        bureau,
        List.of(
            records,
            held,
            answer.accepted(),
            answer.rejected(),
            answer.corrected(),
            answer.unanswered()));
  }

  /** Why records were refused or held back: bureau, number, code and what it means. */
  private static void reasons(
      WorkbookWriter book, SheetWriter sheet, String section, String column, List<CodeCount> all) {
    if (all.isEmpty()) {
      return;
    }
    sheet.section(book.text("section." + section));
    sheet.header(
        Sheets.columns(book, "bureau", column, "code", "meaning"),
        List.of(TEXT, COUNT, TEXT, LABEL));
    int first = sheet.nextRow();
    long sum = 0;
    for (CodeCount each : all) {
      sheet.body(
          List.of(
              new Cell.Text(each.group()),
              Cell.count(each.count()),
              new Cell.Text(each.code()),
              meaning(book, each.code())));
      sum = Math.addExact(sum, each.count());
    }
    sheet.total(
        List.of(
            new Cell.Label(book.text("total")),
            Sheets.sum(COUNT, 1, first, sheet.nextRow() - 1, (double) sum),
            Cell.blank(),
            Cell.blank()));
  }

  private static void unanswered(WorkbookWriter book, SheetWriter sheet) {
    List<UnansweredFile> files = book.input().answers().unanswered();
    if (files.isEmpty()) {
      return;
    }
    sheet.section(book.text("section.unanswered"));
    sheet.header(
        Sheets.columns(book, "bureau", "records", "file", "sent", "waiting"),
        List.of(TEXT, COUNT, TEXT, DATE, COUNT));
    for (UnansweredFile each : files) {
      sheet.body(
          List.of(
              new Cell.Text(each.bureau()),
              Cell.count(each.records()),
              new Cell.Text(each.file()),
              Cell.date(each.sentOn()),
              Cell.plain(book.input().businessDate() - each.sentOn())));
    }
  }

  /** What a code means in the report's language, where the bundle says it. */
  static Cell meaning(WorkbookWriter book, String code) {
    return book.labels().findCode(code).<Cell>map(Cell.Label::new).orElse(Cell.blank());
  }

  private static void held(WorkbookWriter book) {
    SheetWriter sheet = book.sheet("held");
    sheet.header(
        Sheets.columns(book, "loan", "bureau", "code", "meaning", "since", "days", "message"),
        List.of(TEXT, TEXT, TEXT, LABEL, DATE, COUNT, TEXT));
    for (HeldLine line : book.input().held().lines()) {
      sheet.body(
          List.of(
              new Cell.Text(line.loanId()),
              new Cell.Text(line.bureau()),
              new Cell.Text(line.code()),
              meaning(book, line.code()),
              Cell.date(line.since()),
              line.since() == Day.NONE
                  ? Cell.blank()
                  : Cell.plain(book.input().businessDate() - line.since()),
              new Cell.Text(book.labels().findAction(line.code()).orElse(line.message()))));
    }
    sheet.endFilter();
    listed(book, sheet, book.input().held(), "held.csv");
    sheet.finish(1);
  }

  /** Says how much of a list is shown and where the rest is. */
  static void listed(WorkbookWriter book, SheetWriter sheet, Listing<?> list, String csv) {
    listed(book, sheet, list.lines().size(), list.total(), csv);
  }

  static void listed(WorkbookWriter book, SheetWriter sheet, long shown, long total, String csv) {
    sheet.note(
        total == 0
            ? book.text("note.nothing")
            : book.text("note.listed", Numbers.count(shown), Numbers.count(total), csv));
  }

  private static void disputes(WorkbookWriter book) {
    SheetWriter sheet = book.sheet("disputes");
    sheet.header(
        Sheets.columns(book, "light", "decision", "loan", "opened", "due", "daysleft"),
        List.of(LABEL, TEXT, TEXT, DATE, DATE, COUNT));
    for (Dispute dispute : book.input().disputes().lines()) {
      Light light = dispute.light(book.input().businessDate());
      sheet.body(
          List.of(
              new Cell.Signal(light, book.text("light." + light.key())),
              new Cell.Text(dispute.decisionId()),
              new Cell.Text(dispute.loanId()),
              Cell.date(dispute.openedOn()),
              Cell.date(dispute.dueOn()),
              Cell.plain(dispute.dueOn() - book.input().businessDate())));
    }
    sheet.endFilter();
    listed(book, sheet, book.input().disputes(), "disputes.csv");
    sheet.note(book.text("note.disputes"));
    sheet.finish(2);
  }
}
