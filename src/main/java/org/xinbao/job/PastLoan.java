package org.xinbao.job;

import com.opencsv.RFC4180Parser;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.xinbao.arrears.Day;
import org.xinbao.conf.ConfException;
import org.xinbao.evidence.EvidenceEntry;
import org.xinbao.evidence.EvidenceKind;
import org.xinbao.evidence.Explanation;
import org.xinbao.evidence.Publication;
import org.xinbao.ledger.DecisionRow;
import org.xinbao.retention.RetainedRecord;
import org.xinbao.store.Run;
import org.xinbao.store.SafeFiles;

/**
 * {@code explain} for a published date: the loan's figures derived again from what the night read,
 * compared with what it wrote, with everything that bureaux were told of the loan and answered.
 */
public final class PastLoan {

  /** The job's name in the lock. */
  static final String JOB = "explain";

  private final AuditArguments arguments;
  private final NightlyConf conf;
  private final Stores stores;
  private final String loanId;
  private final Run run;
  private final EvidenceEntry entry;
  private final List<String> compared = new ArrayList<>();
  private boolean differs;

  private PastLoan(
      AuditArguments arguments,
      NightlyConf conf,
      Stores stores,
      String loanId,
      Run run,
      EvidenceEntry entry) {
    this.arguments = arguments;
    this.conf = conf;
    this.stores = stores;
    this.loanId = loanId;
    this.run = run;
    this.entry = entry;
  }

  /**
   * What is found.
   *
   * @param code {@link ExitCode#LOOK} when the derivation does not give what was published
   * @param sentence why there is no explanation, or what differs; else empty
   */
  public record Found(
      ExitCode code, Optional<Explanation> explanation, Publication publication, String sentence) {}

  /**
   * Explains a loan at the close of a published date.
   *
   * @param date epoch day
   * @param wanted a version of the date; without it the last one
   * @throws JobStopped when the date was not published or cannot be read any more
   */
  public static Found find(AuditArguments arguments, int date, OptionalInt wanted, String loanId)
      throws Exception {
    NightlyConf conf = NightlyConf.read(arguments.conf());
    return HomeJob.run(
        arguments.home(),
        conf,
        JOB,
        arguments.lockWait(),
        stores -> {
          HalfPublished.complete(stores, arguments.home());
          Run last =
              stores.runs().findPublished(Nightly.JOB, date).orElseThrow(() -> unknown(date));
          EvidenceEntry entry =
              stores
                  .chain()
                  .find(EvidenceKind.RUN, date, wanted.orElse(last.input().version()))
                  .orElseThrow(() -> unknown(date));
          Run run =
              stores
                  .runs()
                  .find(Long.parseLong(entry.statements().value("run")))
                  .orElseThrow(() -> unknown(date));
          Path scratch = arguments.home().resolve("scratch");
          SafeFiles.deleteTree(scratch);
          SafeFiles.createPrivateFolder(scratch);
          try {
            return new PastLoan(arguments, conf, stores, loanId, run, entry).find(scratch);
          } finally {
            SafeFiles.deleteTree(scratch);
          }
        });
  }

  private static JobStopped unknown(int date) {
    return new JobStopped(
        ExitCode.USAGE,
        Day.format(date)
            + " is not published in this home, or not in that version: name a published one, or an"
            + " export with --ledger.");
  }

  private Found find(Path scratch) throws IOException, InterruptedException {
    int date = run.input().businessDate();
    PastInputs inputs = PastInputs.find(arguments, stores, run, scratch);
    boolean later = !entry.statements().value("later_export").isEmpty();
    LoanDerivation derivation =
        new LoanDerivation(inputs.ledger(), inputs.conf(), date, loanId, later);
    List<DecisionRow> known = inputs.decisions(loanId, run);
    Optional<Explanation> explanation = Optional.empty();
    String refusal = "";
    ExitCode code = ExitCode.DONE;
    try {
      explanation = Optional.of(derivation.explain(known));
    } catch (JobStopped e) {
      refusal = String.valueOf(e.getMessage());
      code = e.code();
    } catch (ConfException e) {
      refusal = "The configuration of that time cannot be read any more: " + e.getMessage();
      code = ExitCode.LOOK;
    }
    Path published = published(scratch);
    if (explanation.isPresent()) {
      compare(explanation.get().values(), published.resolve("assessments.csv"));
    } else {
      List<DecisionRow> decisions = derivation.withExported(known);
      for (RetainedRecord each : inputs.carriedForward(loanId, run, decisions)) {
        compared.add(
            "The register's record stands: "
                + each.state()
                + ": overdue_from "
                + Day.format(each.record().overdueFrom())
                + ", settled_on "
                + orNone(each.settledOn())
                + ", retain_until "
                + orNone(each.retainUntil())
                + ".");
      }
    }
    Publication publication = publication(inputs, derivation, explanation, published);
    if (differs) {
      code = ExitCode.LOOK;
      refusal =
          "The derivation by the present program differs from what was published: run audit"
              + " reproduce for "
              + Day.format(date)
              + ".";
    }
    return new Found(code, explanation, publication, refusal);
  }

  private static String orNone(int day) {
    return day == Day.NONE ? "none" : Day.format(day);
  }

  /** The folder of the date; one that was deleted under retention is made again. */
  private Path published(Path scratch) throws IOException, InterruptedException {
    Path folder = arguments.output().resolve(entry.statements().value("folder"));
    if (Files.isDirectory(folder)) {
      return folder;
    }
    Path again = scratch.resolve("again");
    SafeFiles.createPrivateFolder(again);
    compared.add(
        "The outputs of the date have been deleted under retention; they were made again from the"
            + " archive by the program of that time.");
    int date = run.input().businessDate();
    ArchivedNight night =
        ArchivedNight.find(
            new ArchivePlaces(arguments.archive()),
            stores,
            date,
            OptionalInt.of(run.input().version()));
    Findings damage = new Findings();
    night.check(damage);
    if (damage.count() > 0) {
      throw PastInputs.damaged(date, damage);
    }
    return night.again(again, false);
  }

  private Publication publication(
      PastInputs inputs,
      LoanDerivation derivation,
      Optional<Explanation> explanation,
      Path published)
      throws IOException {
    ToldRecords told = new ToldRecords(arguments.output(), stores, conf.bureaux(), run);
    for (String key : derivation.keys()) {
      told.find(key, published);
    }
    List<Publication.HeldBack> held = new ArrayList<>();
    stores
        .held()
        .ofLoan(run.id(), loanId)
        .forEach(
            each ->
                held.add(
                    new Publication.HeldBack(
                        each.bureau(),
                        each.code(),
                        each.message(),
                        Day.format(each.reportDate()),
                        Day.format(each.since()))));
    List<String> rejected =
        stores.rejects().ofLoan(run.id(), loanId).stream().map(LoanDerivation::sentence).toList();
    return new Publication(
        loanId,
        new Publication.Night(
            Day.format(run.input().businessDate()),
            run.input().version(),
            entry.recordedAt().toString(),
            entry.by(),
            run.input().programVersion(),
            run.input().confSha256(),
            run.input().manifestSha256(),
            entry.number()),
        inputs.said(),
        compared,
        rejected,
        held,
        told.reports(),
        told.notKept(),
        explanation.isEmpty()
            ? List.of()
            : new DeletedSince(arguments.output(), conf, stores)
                .of(loanId, explanation.get().recordsShown()));
  }

  private void compare(Map<String, String> derived, Path assessments) throws IOException {
    String told = hash(assessments.getFileName());
    if (!Files.exists(assessments)) {
      compared.add("assessments.csv of that night is missing; run audit verify.");
      differs = true;
    } else if (!SafeFiles.sha256(assessments).equals(told)) {
      compared.add("assessments.csv of that night has been changed since; run audit verify.");
      differs = true;
    } else {
      compareRow(derived, assessments);
    }
  }

  private String hash(Path name) {
    return entry.statements().values("output").stream()
        .filter(each -> each.get(0).equals(name.toString()))
        .map(each -> each.get(2))
        .findFirst()
        .orElse("");
  }

  private void compareRow(Map<String, String> derived, Path assessments) throws IOException {
    RFC4180Parser parser = new RFC4180Parser();
    try (BufferedReader in = Files.newBufferedReader(assessments)) {
      List<String> header = List.of(parser.parseLine(in.readLine()));
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.startsWith(loanId + ",")) {
          compareRow(derived, header, List.of(parser.parseLine(line)));
          return;
        }
      }
    }
    compared.add("assessments.csv of that night has no row of the loan.");
    differs = true;
  }

  private void compareRow(Map<String, String> derived, List<String> header, List<String> row) {
    int same = 0;
    for (int i = 0; i < header.size(); i++) {
      String value = derived.get(header.get(i));
      if (value != null && value.equals(row.get(i))) {
        same++;
      } else if (value != null) {
        differs = true;
        compared.add(
            header.get(i) + " was published as " + row.get(i) + ", derived is " + value + ".");
      }
    }
    if (!differs) {
      compared.add("assessments.csv of that night has the same " + same + " figures.");
    }
  }
}
