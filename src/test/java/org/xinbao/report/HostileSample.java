package org.xinbao.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xinbao.arrears.AccountStatus;
import org.xinbao.report.ReportInput.Answers;
import org.xinbao.report.ReportInput.CodeCount;
import org.xinbao.report.ReportInput.Convention;
import org.xinbao.report.ReportInput.DatedFigures;
import org.xinbao.report.ReportInput.DifferenceLine;
import org.xinbao.report.ReportInput.Dispute;
import org.xinbao.report.ReportInput.Feedback;
import org.xinbao.report.ReportInput.Funnel;
import org.xinbao.report.ReportInput.HeldLine;
import org.xinbao.report.ReportInput.InputFile;
import org.xinbao.report.ReportInput.Listing;
import org.xinbao.report.ReportInput.Note;
import org.xinbao.report.ReportInput.OutputFile;
import org.xinbao.report.ReportInput.RejectLine;
import org.xinbao.report.ReportInput.Submission;
import org.xinbao.report.ReportInput.Thresholds;
import org.xinbao.report.ReportInput.UnansweredFile;

/** A report whose every text is one that a spreadsheet or a page could take for its own. */
final class HostileSample {

  /** Texts that harm a reader who takes them for more than text. */
  static final List<String> HOSTILE =
      List.of(
          "=HYPERLINK(\"http://example.invalid\",\"x\")",
          "+1+1",
          "-2+3",
          "@SUM(A1)",
          "<script>alert(1)</script>",
          "\"><img src=x onerror=alert(1)>",
          "' onmouseover='alert(1)",
          "line one\r\nline two\n=1+1",
          "tab\there",
          "测试\u202Eevil\u2066x\u200B\uFEFF",
          "emoji 😀 and half \uD83D",
          "nul\u0000 bell\u0007 non\uFFFE",
          "_x000D_ and _x0041_",
          "{0} {1} ${7*7} </style><!--",
          "x".repeat(32_768));

  /** A hostile text in every place that takes text from outside. */
  static ReportInput hostile(Language language) {
    Aggregates today = new Aggregates();
    List<RejectLine> rejects = new ArrayList<>();
    List<HeldLine> held = new ArrayList<>();
    List<Convention> rules = new ArrayList<>();
    List<InputFile> inputs = new ArrayList<>();
    List<OutputFile> outputs = new ArrayList<>();
    List<Submission> submissions = new ArrayList<>();
    List<Dispute> disputes = new ArrayList<>();
    List<Note> notes = new ArrayList<>();
    List<CodeCount> counts = new ArrayList<>();
    List<Feedback> feedback = new ArrayList<>();
    List<DifferenceLine> differences = new ArrayList<>();
    List<UnansweredFile> unanswered = new ArrayList<>();
    for (String text : HOSTILE) {
      today.add(
          Samples.loan(
              text, text, "CNY", Samples.assessment(AccountStatus.OVERDUE, 95, 10_000, 5_000)));
      today.figures().addDifference(text, "CNY", text, 100);
      rejects.add(new RejectLine(text, 5, text, text, text, text));
      held.add(new HeldLine(text, text, text, text, Samples.DATE));
      counts.add(new CodeCount(text, text, 1));
      rules.add(new Convention(text, text, text));
      inputs.add(new InputFile(text, 1, text));
      outputs.add(new OutputFile(text, 1, text));
      submissions.add(new Submission(text, text, text, 1, 1, 1));
      feedback.add(new Feedback(text, 1, 0, 0, 0));
      disputes.add(new Dispute(text, text, Samples.DATE - 1, Samples.DATE));
      differences.add(new DifferenceLine(text, text, text, text, text));
      unanswered.add(new UnansweredFile(text, text, 1, Samples.DATE - 20));
      notes.add(new Note(Note.Level.WARNING, text));
    }
    return new ReportInput(
        Samples.DATE,
        HOSTILE.get(4),
        language,
        HOSTILE.get(0),
        new Funnel(15, 15, 15, 15, 15, 15),
        today.figures(),
        Optional.empty(),
        Optional.of(new DatedFigures(Samples.DATE - 31, today.figures())),
        List.of(new DatedFigures(Samples.DATE - 31, today.figures())),
        today.worklist(),
        Thresholds.DEFAULT,
        rules,
        inputs,
        outputs,
        new Listing<>(rejects, counts),
        new Listing<>(held, counts),
        new Listing<>(differences, counts),
        submissions,
        new Answers(feedback, counts, unanswered),
        Dispute.list(disputes, Samples.DATE),
        notes);
  }

  private HostileSample() {}
}
