package org.xinbao.job;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xinbao.arrears.Day;
import org.xinbao.evidence.EvidenceEntry;
import org.xinbao.evidence.EvidenceKind;
import org.xinbao.store.Run;
import org.xinbao.store.SafeFiles;

/**
 * The archive job (rulings 12 c, 15, 26): outside the night it keeps, for each published run,
 * everything that the run was a function of. Running it again changes nothing.
 */
public final class Archive {

  /** The job's name in the lock and in the evidence. */
  static final String JOB = "archive";

  private static final Logger LOG = LoggerFactory.getLogger(Archive.class);

  private final ArchiveArguments arguments;
  private final Stores stores;
  private final List<String> failures = new ArrayList<>();

  private Archive(ArchiveArguments arguments, Stores stores) {
    this.arguments = arguments;
    this.stores = stores;
  }

  /** Runs the job. */
  public static RunOutcome run(ArchiveArguments arguments) throws Exception {
    NightlyConf conf = NightlyConf.read(arguments.conf());
    return HomeJob.run(
        arguments.home(),
        conf,
        JOB,
        arguments.lockWait(),
        stores -> {
          HalfPublished.complete(stores, arguments.home());
          return new Archive(arguments, stores).archive();
        });
  }

  private RunOutcome archive() throws IOException {
    ArchivePlaces places = new ArchivePlaces(arguments.archive());
    places.create();
    Map<String, EvidenceEntry> waiting = waiting();
    int done = 0;
    for (Map.Entry<String, EvidenceEntry> each : waiting.entrySet()) {
      Run run =
          stores
              .runs()
              .find(Long.parseLong(each.getValue().statements().value("run")))
              .orElseThrow();
      try {
        new ArchiveRun(arguments.home(), places, stores, run, each.getValue()).run();
        done++;
      } catch (ArchiveRun.Gone e) {
        LOG.warn("{} could not be archived: {}", each.getKey(), e.getMessage());
        SafeFiles.deleteTree(places.staged(each.getKey()));
        failures.add(each.getKey() + " could not be archived: " + e.getMessage());
      }
    }
    if (!failures.isEmpty()) {
      return new RunOutcome(
          ExitCode.LOOK,
          String.format(
              Locale.ROOT,
              "%,d dates archived, %,d not: %s.",
              done,
              failures.size(),
              String.join("; ", failures)));
    }
    if (arguments.date().isPresent() && waiting.isEmpty() && !isArchived()) {
      throw new JobStopped(
          ExitCode.USAGE,
          Day.format(arguments.date().getAsInt()) + " is not published: archive published dates.");
    }
    return new RunOutcome(
        ExitCode.DONE,
        done == 0
            ? "Nothing to archive: every published date is in " + arguments.archive() + "."
            : String.format(Locale.ROOT, "%,d dates archived in %s.", done, arguments.archive()));
  }

  private boolean isArchived() {
    return stores.runs().findPublished(Nightly.JOB, arguments.date().orElseThrow()).isPresent();
  }

  /** The published runs that are not archived, oldest first. */
  private Map<String, EvidenceEntry> waiting() throws IOException {
    Map<String, EvidenceEntry> waiting = new TreeMap<>();
    for (Iterator<EvidenceEntry> all = stores.chain().entries(); all.hasNext(); ) {
      EvidenceEntry each = all.next();
      String folder = each.statements().value("folder");
      boolean wanted =
          arguments.date().isEmpty() || arguments.date().getAsInt() == each.businessDate();
      if (each.kind() == EvidenceKind.RUN && wanted) {
        waiting.put(folder, each);
      } else if (each.kind() == EvidenceKind.ARCHIVE) {
        EvidenceEntry run = waiting.remove(folder);
        if (run != null) {
          // A crash right after the entry was written may have left them.
          SafeFiles.deleteTree(
              KeptInputs.folder(arguments.home(), Long.parseLong(run.statements().value("run"))));
        }
      }
    }
    return waiting;
  }
}
