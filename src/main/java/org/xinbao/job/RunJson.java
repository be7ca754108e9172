package org.xinbao.job;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.xinbao.arrears.Cents;
import org.xinbao.arrears.Day;
import org.xinbao.bureau.SubmissionFile;
import org.xinbao.ledger.Manifest;
import org.xinbao.ledger.Tally;
import org.xinbao.report.ReportInput.CodeCount;
import org.xinbao.report.ReportInput.OutputFile;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

/** {@code run.json}: what a run read, by which rules, and what it wrote (contract section 4). */
final class RunJson {

  private RunJson() {}

  /** Writes the file. */
  static void write(NightRun night, Assembled assembled, List<OutputFile> outputs, Path file)
      throws IOException {
    Map<String, Object> root = new LinkedHashMap<>();
    Manifest manifest = night.export().manifest();
    root.put("contract_version", manifest.contractVersion());
    root.put("institution", manifest.institution());
    root.put("business_date", Day.format(night.date()));
    root.put("version", night.run().input().version());
    root.put("program", "xinbao " + night.run().input().programVersion());
    root.put("rules_sha256", night.run().input().confSha256());
    root.put("built_on", builtOn(night));
    root.put("decision_number", night.run().input().decisionNo());
    root.put("feedback_number", night.run().input().feedbackNo());
    root.put("allowed", night.arguments().allowed().forJson());
    root.put("missed_dates", night.missed().stream().map(Day::format).toList());
    root.put("input", input(manifest));
    root.put("rows", rows(assembled.summary()));
    root.put("counts", counts(assembled.summary().counters()));
    root.put("totals", totals(assembled.summary().counters()));
    root.put("rejects", byGroup(RejectsCsv.counts(assembled.rejects())));
    root.put("held", byGroup(assembled.held().counts()));
    root.put("submissions", submissions(assembled.submissions()));
    root.put("reconciliation", reconciliation(assembled));
    root.put("reports_of_other_dates", late(assembled));
    root.put("unanswered_files", new BureauAnswers(night).forJson());
    root.put("warnings", night.warnings());
    root.put("conventions", conventions(night));
    root.put("outputs", outputs(outputs));
    byte[] json = mapper().writeValueAsBytes(root);
    Files.write(
        file,
        new String(json, StandardCharsets.UTF_8).concat("\n").getBytes(StandardCharsets.UTF_8));
  }

  /** Writes JSON that people can read too. */
  static JsonMapper mapper() {
    DefaultIndenter indent = new DefaultIndenter("  ", "\n");
    return JsonMapper.builder()
        .enable(tools.jackson.databind.SerializationFeature.INDENT_OUTPUT)
        .defaultPrettyPrinter(
            new DefaultPrettyPrinter().withObjectIndenter(indent).withArrayIndenter(indent))
        .build();
  }

  private static Map<String, Object> builtOn(NightRun night) {
    Map<String, Object> builtOn = new LinkedHashMap<>();
    night
        .previous()
        .ifPresent(
            run -> {
              builtOn.put("business_date", Day.format(run.input().businessDate()));
              builtOn.put("version", run.input().version());
              if (BuiltOn.isImport(run)) {
                builtOn.put("imported_history", true);
              }
            });
    return builtOn;
  }

  private static Map<String, Object> input(Manifest manifest) {
    Map<String, Object> input = new LinkedHashMap<>();
    input.put("manifest_sha256", manifest.sha256());
    input.put("scope", manifest.scope().name());
    input.put("business_date", Day.format(manifest.businessDate()));
    List<Map<String, Object>> files = new ArrayList<>();
    for (Manifest.ListedFile each : manifest.files()) {
      Map<String, Object> file = new LinkedHashMap<>();
      file.put("name", each.name());
      file.put("rows", each.rows());
      file.put("sha256", each.sha256());
      files.add(file);
    }
    files.sort((a, b) -> LoanCursor.ORDER.compare((String) a.get("name"), (String) b.get("name")));
    input.put("files", files);
    return input;
  }

  private static Map<String, Object> rows(PartSummary summary) {
    Map<String, Object> rows = new LinkedHashMap<>();
    for (Tally each : summary.tallies().values()) {
      Map<String, Object> file = new LinkedHashMap<>();
      file.put("read", each.read());
      file.put("used", each.used());
      file.put("rejected", each.rejected());
      rows.put(each.file(), file);
    }
    return rows;
  }

  private static Map<String, Object> counts(Counters counters) {
    Map<String, Object> counts = new LinkedHashMap<>();
    for (Count each : Count.values()) {
      if (!each.isAmount()) {
        counts.put(each.name().toLowerCase(Locale.ROOT), counters.get(each));
      }
    }
    return counts;
  }

  private static Map<String, Object> totals(Counters counters) {
    Map<String, Object> totals = new LinkedHashMap<>();
    for (Count each : Count.values()) {
      if (each.isAmount()) {
        totals.put(each.amountName(), Cents.format(counters.get(each)));
      }
    }
    return totals;
  }

  private static Map<String, Map<String, Long>> byGroup(List<CodeCount> counts) {
    Map<String, Map<String, Long>> groups = new TreeMap<>();
    for (CodeCount each : counts) {
      groups.computeIfAbsent(each.group(), group -> new TreeMap<>()).put(each.code(), each.count());
    }
    return groups;
  }

  private static List<Map<String, Object>> submissions(List<Assembled.Written> files) {
    List<Map<String, Object>> list = new ArrayList<>();
    for (Assembled.Written written : files) {
      SubmissionFile each = written.file();
      Map<String, Object> file = new LinkedHashMap<>();
      file.put("bureau", each.bureau());
      file.put("record_type", each.recordType());
      file.put("file", each.name());
      file.put("records", each.records());
      file.put("balance", each.balance());
      file.put("overdue", each.overdue());
      list.add(file);
    }
    return list;
  }

  /**
   * Both sides of each record type: what the assessments add up to, summed record by record before
   * anything was written, and what was counted while writing. {@link Verify} has read the bytes
   * back and found them equal to the first, or there would be no such file.
   */
  private static List<Map<String, Object>> reconciliation(Assembled assembled) {
    List<Map<String, Object>> list = new ArrayList<>();
    for (Map.Entry<RecordKey, ControlTotals> each : assembled.summary().control().entrySet()) {
      RecordKey key = each.getKey();
      ControlTotals files =
          assembled.submissions().stream()
              .map(Assembled.Written::file)
              .filter(file -> file.bureau().equals(key.bureau()))
              .filter(file -> file.recordType().equals(key.recordType()))
              .map(file -> new ControlTotals(file.records(), file.balance(), file.overdue()))
              .reduce(ControlTotals.NONE, ControlTotals::plus);
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("bureau", key.bureau());
      row.put("record_type", key.recordType());
      row.put("assessments", sides(each.getValue()));
      row.put("files", sides(files));
      row.put("difference_balance", each.getValue().balance() - files.balance());
      row.put("difference_overdue", each.getValue().overdue() - files.overdue());
      list.add(row);
    }
    return list;
  }

  private static Map<String, Object> sides(ControlTotals totals) {
    Map<String, Object> side = new LinkedHashMap<>();
    side.put("records", totals.records());
    side.put("balance", totals.balance());
    side.put("overdue", totals.overdue());
    return side;
  }

  private static List<Map<String, Object>> late(Assembled assembled) {
    List<Map<String, Object>> list = new ArrayList<>();
    for (Assembled.LateReport each : assembled.late()) {
      Map<String, Object> report = new LinkedHashMap<>();
      report.put("what", each.what());
      report.put("loan_id", each.loanId());
      report.put("bureau", each.bureau());
      report.put("report_date", each.reportDate());
      list.add(report);
    }
    return list;
  }

  private static Map<String, String> conventions(NightRun night) {
    Map<String, String> conventions = new LinkedHashMap<>();
    night.conventions().forEach(each -> conventions.put(each.key(), each.value()));
    return conventions;
  }

  private static List<Map<String, Object>> outputs(List<OutputFile> outputs) {
    List<Map<String, Object>> list = new ArrayList<>();
    for (OutputFile each : outputs) {
      Map<String, Object> file = new LinkedHashMap<>();
      file.put("path", each.path());
      file.put("bytes", each.bytes());
      file.put("sha256", each.sha256());
      list.add(file);
    }
    return list;
  }
}
