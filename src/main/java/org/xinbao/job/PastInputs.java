package org.xinbao.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.xinbao.arrears.Day;
import org.xinbao.ledger.DecisionRow;
import org.xinbao.retention.RecordState;
import org.xinbao.retention.RetainedRecord;
import org.xinbao.retention.Retention;
import org.xinbao.store.Decisions;
import org.xinbao.store.Register;
import org.xinbao.store.Run;
import org.xinbao.store.SafeFiles;

/**
 * What a published night read: from the archive, or, while the archive job has not come yet, from
 * where the night found it.
 *
 * @param ledger the folder of the export
 * @param conf the configuration of that time
 * @param tables what the night read from the database
 * @param said where that is, for people
 */
record PastInputs(Path ledger, Path conf, Path tables, String said) {

  /** Finds them; what is in the archive is checked and unpacked in an empty folder. */
  static PastInputs find(AuditArguments arguments, Stores stores, Run run, Path scratch)
      throws IOException {
    ArchivePlaces places = new ArchivePlaces(arguments.archive());
    int date = run.input().businessDate();
    Path waiting = KeptInputs.folder(arguments.home(), run.id());
    if (Files.isDirectory(waiting)) {
      return waiting(run, waiting);
    }
    ArchivedNight night =
        ArchivedNight.find(places, stores, date, OptionalInt.of(run.input().version()));
    String folder = night.told().value("folder");
    if (!Files.isDirectory(places.run(folder))) {
      throw new JobStopped(
          ExitCode.USAGE,
          Day.format(date)
              + " is not in the archive "
              + arguments.archive()
              + " any more: a date past archive-years cannot be explained.");
    }
    Findings damage = new Findings();
    night.checkInputs(damage);
    if (damage.count() > 0) {
      throw damaged(date, damage);
    }
    night.inputs(scratch);
    return new PastInputs(
        scratch.resolve(Rerun.LEDGER),
        scratch.resolve(KeptInputs.CONF),
        scratch.resolve(KeptInputs.TABLES),
        "the archive, dates/" + folder);
  }

  static JobStopped damaged(int date, Findings damage) {
    return new JobStopped(
        ExitCode.LOOK,
        "The archive of "
            + Day.format(date)
            + " is damaged and was not used: "
            + damage.first().get(0)
            + ".");
  }

  private static PastInputs waiting(Run run, Path kept) throws IOException {
    Path ledger = Path.of(run.input().ledgerFolder());
    Path manifest = ledger.resolve("manifest.json");
    if (!Files.isRegularFile(manifest)
        || !SafeFiles.sha256(manifest).equals(run.input().manifestSha256())) {
      throw new JobStopped(
          ExitCode.USAGE,
          Day.format(run.input().businessDate())
              + " is not archived and its export is no longer in "
              + ledger
              + ": put it back, then run jobs/archive.sh.");
    }
    return new PastInputs(
        ledger,
        kept.resolve(KeptInputs.CONF),
        kept.resolve(KeptInputs.TABLES),
        "the export itself (not archived yet)");
  }

  /**
   * The adverse records of a loan that the night carried forward because it had no figures, as they
   * stood at its date (rulings 7).
   */
  List<RetainedRecord> carriedForward(String loanId, Run run, List<DecisionRow> decisions)
      throws IOException {
    int date = run.input().businessDate();
    Voidings voidings = Voidings.of(decisions, date);
    return Register.kept(tables, loanId).stream()
        .filter(each -> each.state() != RecordState.VOID)
        .flatMap(each -> Retention.at(each, HoldDecisions.holds(decisions), date).stream())
        .filter(each -> !voidings.contains(each.record().overdueFrom()))
        .toList();
  }

  /** The decisions about a loan that the night knew before its export. */
  List<DecisionRow> decisions(String loanId, Run run) throws IOException {
    return Decisions.kept(tables, loanId, run.input().decisionNo());
  }
}
