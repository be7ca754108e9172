package org.xinbao.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.xinbao.arrears.Day;
import org.xinbao.ledger.DecisionRow;
import org.xinbao.store.Decisions;
import org.xinbao.store.FeedbackFile;
import org.xinbao.store.Handovers;
import org.xinbao.store.LoanRows;
import org.xinbao.store.RegisterEntry;
import org.xinbao.store.Run;
import org.xinbao.store.RunState;
import org.xinbao.store.Submission;
import tools.jackson.databind.JsonNode;

/** The rows of the auditors' workbook; only those of runs and files are held in memory. */
final class AuditRows {

  private final Path output;
  private final Stores stores;
  private final AuditEntries entries;
  private final int from;
  private final int to;
  private final List<Run> all;
  private final List<Run> published;

  AuditRows(Path output, Stores stores, AuditEntries entries, int from, int to) {
    this.output = output;
    this.stores = stores;
    this.entries = entries;
    this.from = from;
    this.to = to;
    this.all = stores.runs().listBetween(from, to);
    this.published =
        all.stream()
            .filter(each -> each.state() == RunState.PUBLISHED)
            .filter(each -> each.input().job().equals(Nightly.JOB))
            .toList();
  }

  Iterator<List<String>> runs() {
    return all.stream().map(this::run).iterator();
  }

  private List<String> run(Run run) {
    Optional<AuditEntries.OfRun> entry = entries.ofRun(run.id());
    return List.of(
        date(run),
        "JOB_" + run.input().job(),
        version(run),
        run.state().name(),
        entry.map(AuditEntries.OfRun::by).orElse(""),
        AuditEntries.moment(run.startedAt()),
        run.result().map(each -> AuditEntries.moment(each.endedAt())).orElse(""),
        run.input().programVersion(),
        Long.toString(run.counts().loans()),
        Long.toString(run.counts().assessed()),
        Long.toString(run.counts().rejected()),
        Long.toString(run.counts().held()),
        run.result().map(each -> Integer.toString(each.exitCode())).orElse(""),
        entry.map(AuditEntries.OfRun::allowed).orElse(""),
        entry.map(each -> entries.archivedAt(each.folder())).orElse(""),
        entry.map(each -> Long.toString(each.number())).orElse(""),
        Long.toString(run.input().decisionNo()),
        Long.toString(run.input().feedbackNo()),
        run.input().confSha256(),
        run.input().manifestSha256());
  }

  /** Both sides as {@code run.json} has them; a night whose outputs are deleted has none. */
  Iterator<List<String>> reconciliations() {
    return Rows.joined(published.iterator(), this::reconciliations);
  }

  private Iterator<List<String>> reconciliations(Run run) {
    Path json =
        output
            .resolve(Staging.name(run.input().businessDate(), run.input().version()))
            .resolve("run.json");
    List<List<String>> rows = new ArrayList<>();
    if (Files.exists(json)) {
      JsonNode root = RunJson.mapper().readTree(json.toFile());
      for (JsonNode each : root.path("reconciliation")) {
        List<String> row = new ArrayList<>(List.of(date(run), version(run)));
        row.add(each.path("bureau").asString());
        row.add(each.path("record_type").asString());
        for (String figure : List.of("records", "balance", "overdue")) {
          row.add(Long.toString(each.path("assessments").path(figure).asLong()));
          row.add(Long.toString(each.path("files").path(figure).asLong()));
          row.add("");
        }
        rows.add(row);
      }
    }
    return rows.iterator();
  }

  Iterator<List<String>> submissions() {
    return Rows.joined(
        published.iterator(),
        run ->
            stores.submissions().list(run.id()).stream().map(e -> submission(run, e)).iterator());
  }

  private List<String> submission(Run run, Submission sent) {
    List<Handovers.Attempt> attempts = stores.handovers().attempts(sent);
    Optional<FeedbackFile> answer = stores.feedbacks().answer(sent);
    return List.of(
        date(run),
        version(run),
        sent.file().bureau(),
        sent.file().recordType(),
        sent.file().name(),
        Long.toString(sent.file().records()),
        sent.sha256(),
        Integer.toString(attempts.size()),
        attempts.isEmpty() ? "" : attempts.get(attempts.size() - 1).state().name(),
        Day.format(sent.answeredOn()),
        sent.state().name(),
        answer.map(each -> Long.toString(each.stored())).orElse(""),
        answer.map(each -> Long.toString(each.rejected())).orElse(""),
        answer.map(FeedbackFile::fileName).orElse(""));
  }

  Iterator<List<String>> rejects() {
    return Rows.joined(
        published.iterator(),
        run ->
            Rows.of(
                stores.rejects().read(run.id()),
                each ->
                    Optional.of(
                        List.of(
                            date(run),
                            version(run),
                            each.file(),
                            each.line() == 0 ? "" : Long.toString(each.line()),
                            each.loanId(),
                            each.column(),
                            each.code().name(),
                            each.code().name(),
                            each.message()))));
  }

  Iterator<List<String>> held() {
    return Rows.joined(
        published.iterator(),
        run ->
            Rows.of(
                stores.held().read(run.id()),
                each ->
                    Optional.of(
                        List.of(
                            date(run),
                            version(run),
                            each.loanId(),
                            each.bureau(),
                            each.code(),
                            each.code(),
                            Day.format(each.reportDate()),
                            Day.format(each.since()),
                            each.message()))));
  }

  /** Decisions but disputes; of their details only the names, for the values can be a person's. */
  Iterator<List<String>> corrections() {
    return Rows.joined(
        published.iterator(),
        run -> Rows.of(stores.decisions().ofRun(run.id()), each -> correction(run, each)));
  }

  private static Optional<List<String>> correction(Run run, Decisions.Numbered numbered) {
    DecisionRow each = numbered.decision();
    boolean dispute =
        each.kind() == DecisionRow.Kind.DISPUTE_OPENED
            || each.kind() == DecisionRow.Kind.DISPUTE_RESOLVED;
    if (dispute) {
      return Optional.empty();
    }
    return Optional.of(
        List.of(
            date(run),
            each.decisionId(),
            each.loanId(),
            each.kind().name(),
            Day.format(each.decidedOn()),
            Day.format(each.effectiveFrom()),
            Day.format(each.effectiveTo()),
            each.bureau(),
            each.decidedBy(),
            each.reason(),
            String.join(", ", new TreeSet<>(each.details().keySet())),
            each.refDecisionId()));
  }

  /** Adverse records that a decision or a later export has voided, until they are deleted. */
  Iterator<List<String>> voided() {
    return byLoan(
        stores.register().voided(from, to),
        records -> records.stream().map(AuditRows::voided).iterator());
  }

  private static List<String> voided(RegisterEntry entry) {
    return List.of(
        entry.loanId(),
        Day.format(entry.overdueFrom()),
        Day.format(entry.lastChangedOn()),
        entry.voidReason());
  }

  Iterator<List<String>> disputes() {
    return byLoan(
        stores.decisions().disputes(),
        decisions ->
            DisputeOutcome.of(decisions, to).stream()
                .filter(each -> each.touches(from, to))
                .map(each -> each.row(to))
                .iterator());
  }

  private static <T> Iterator<List<String>> byLoan(
      LoanRows<T> rows, Function<List<T>, Iterator<List<String>>> ofLoan) {
    Iterator<List<T>> loans =
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            return rows.nextLoan().isPresent();
          }

          @Override
          public List<T> next() {
            return rows.take(rows.nextLoan().orElseThrow(NoSuchElementException::new));
          }
        };
    return Rows.joined(loans, ofLoan);
  }

  /** The tombstones of the retention runs, which name nobody. */
  Iterator<List<String>> tombstones() {
    return Rows.joined(
        entries.retentionFolders().iterator(),
        folder -> tombstones(output.resolve(folder).resolve(DeletionLists.DELETIONS)));
  }

  private static Iterator<List<String>> tombstones(Path list) {
    if (!Files.exists(list)) {
      return List.<List<String>>of().iterator();
    }
    // Without the header; closed at its end. None of its fields needs quotes.
    try (var lines = Files.lines(list)) {
      return lines
          .skip(1)
          .map(each -> List.of(each.split(",", -1)).subList(0, 5))
          .toList()
          .iterator();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Iterator<List<String>> entries() {
    return entries.rows(stores.chain());
  }

  private static String date(Run run) {
    return Day.format(run.input().businessDate());
  }

  private static String version(Run run) {
    return Integer.toString(run.input().version());
  }
}
