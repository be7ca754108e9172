package org.xinbao.job;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.xinbao.arrears.Day;
import org.xinbao.ledger.Manifest;
import org.xinbao.ledger.Tally;
import org.xinbao.report.Language;
import org.xinbao.report.ManagementWorkbook;
import org.xinbao.report.ReportInput;
import org.xinbao.report.ReportInput.Convention;
import org.xinbao.report.ReportInput.Dispute;
import org.xinbao.report.ReportInput.Funnel;
import org.xinbao.report.ReportInput.InputFile;
import org.xinbao.report.ReportInput.Listing;
import org.xinbao.report.ReportInput.Note;
import org.xinbao.report.ReportInput.OutputFile;
import org.xinbao.report.ReportInput.Submission;
import org.xinbao.report.ReportInput.Thresholds;
import org.xinbao.report.RunPage;
import org.xinbao.store.SafeFiles;

/** The step that writes what people look at: the workbook, the run page and {@code run.json}. */
final class Reports {

  private Reports() {}

  /**
   * Writes all three; the files before them are hashed into the page and {@code run.json}.
   *
   * @return all files of the output folder but {@code run.json}
   */
  static List<OutputFile> run(NightRun night, Assembled assembled) throws IOException {
    Path out = night.staging().out();
    SafeFiles.deleteTree(night.staging().reports());
    List<OutputFile> outputs = new ArrayList<>(OutputFiles.list(out));
    Path reports = SafeFiles.createFolders(night.staging().reports());
    String date = Day.format(night.date());
    Path workbook = reports.resolve("management-" + date + ".xlsx");
    Path page = reports.resolve("run-" + date + ".html");
    ManagementWorkbook.write(
        input(night, assembled, outputs),
        workbook,
        SafeFiles.createFolders(night.staging().temp()));
    outputs.add(OutputFiles.one(out, workbook));
    RunPage.write(input(night, assembled, OutputFiles.sorted(outputs)), page);
    outputs.add(OutputFiles.one(out, page));
    RunJson.write(night, assembled, OutputFiles.sorted(outputs), out.resolve("run.json"));
    return outputs;
  }

  private static ReportInput input(NightRun night, Assembled assembled, List<OutputFile> outputs) {
    FigureHistory history = new FigureHistory(night.stores());
    return new ReportInput(
        night.date(),
        night.settings().providerCode(),
        Language.ofTag(night.settings().language().tag()),
        "xinbao " + night.run().input().programVersion(),
        funnel(assembled.summary()),
        assembled.aggregates().figures(),
        history.previous(night.date()),
        history.monthEnd(night.date()),
        history.monthEnds(night.date()),
        assembled.aggregates().worklist(),
        Thresholds.DEFAULT,
        conventions(night),
        inputs(night.export().manifest()),
        outputs,
        new Listing<>(assembled.rejects(), RejectsCsv.counts(assembled.rejects())),
        assembled.held(),
        assembled.differences(),
        assembled.submissions().stream()
            .map(Assembled.Written::file)
            .map(
                each ->
                    new Submission(
                        each.bureau(),
                        each.recordType(),
                        each.name(),
                        each.records(),
                        each.balance(),
                        each.overdue()))
            .toList(),
        new BureauAnswers(night).forReports(assembled.held().counts()),
        Dispute.list(
            assembled.disputes().stream()
                .map(
                    each ->
                        new Dispute(
                            each.decisionId(), each.loanId(), each.openedOn(), each.dueOn()))
                .toList(),
            night.date()),
        notes(night));
  }

  private static Funnel funnel(PartSummary summary) {
    Collection<Tally> tallies = summary.tallies().values();
    Counters counters = summary.counters();
    return new Funnel(
        tallies.stream().mapToLong(Tally::read).sum(),
        tallies.stream().mapToLong(Tally::used).sum() - counters.get(Count.ROWS_CONTRADICTED),
        counters.get(Count.LOANS_IN),
        counters.get(Count.LOANS_ASSESSED),
        counters.get(Count.LOANS_REPORTABLE),
        summary.control().values().stream().mapToLong(ControlTotals::records).sum());
  }

  private static List<Convention> conventions(NightRun night) {
    return night.conventions().stream()
        .map(
            each -> {
              int dot = each.key().startsWith("products.") ? each.key().indexOf('.', 9) : -1;
              return dot < 0
                  ? new Convention("", each.key(), each.value())
                  : new Convention(
                      each.key().substring(9, dot), each.key().substring(dot + 1), each.value());
            })
        .toList();
  }

  private static List<InputFile> inputs(Manifest manifest) {
    return manifest.files().stream()
        .map(each -> new InputFile(each.name(), each.rows(), each.sha256()))
        .toList();
  }

  private static List<Note> notes(NightRun night) {
    List<Note> notes = new ArrayList<>();
    night.warnings().forEach(each -> notes.add(new Note(Note.Level.WARNING, each)));
    Language language = Language.ofTag(night.settings().language().tag());
    List<Integer> missed = night.missed();
    if (!missed.isEmpty()) {
      String first = Day.format(missed.get(0));
      String last = Day.format(missed.get(missed.size() - 1));
      notes.add(Note.warning(language, Note.Kind.MISSED_DATES, first, last));
    }
    int version = night.run().input().version();
    if (version > 1) {
      notes.add(
          Note.warning(
              language,
              Note.Kind.CORRECTION,
              Day.format(night.date()),
              Integer.toString(version),
              Integer.toString(version - 1)));
    }
    int exported = night.export().manifest().businessDate();
    if (exported != night.date()) {
      notes.add(Note.warning(language, Note.Kind.LATER_EXPORT, Day.format(exported)));
    }
    if (!night.ruleChanges().isEmpty()) {
      List<String> keys = night.ruleChanges().stream().map(RuleChange::key).toList();
      notes.add(Note.warning(language, Note.Kind.ACCEPTED_RULES, String.join(", ", keys)));
    }
    return notes;
  }
}
