package org.xinbao.job;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.xinbao.evidence.EvidenceBody;
import org.xinbao.evidence.EvidenceDraft;
import org.xinbao.store.Forgetting;
import org.xinbao.store.Run;
import org.xinbao.store.RunCounts;
import org.xinbao.store.RunState;
import org.xinbao.store.SafeFiles;
import org.xinbao.store.SnapshotKey;

/**
 * Carries out what a retention run has decided, from where it stands: folder visible, run and
 * evidence committed, then files and rows deleted. Each step may be repeated.
 */
final class HalfDeleted {

  private HalfDeleted() {}

  /** Completes what a crash has left; a run that had decided nothing is given up. */
  static void complete(Stores stores, Path home) throws IOException {
    for (DeletionWork work : DeletionWork.left(home)) {
      Optional<DeletionWork.Note> note = work.read();
      if (note.isPresent()) {
        carryOut(stores, home, work, note.get());
      } else {
        giveUp(stores, work);
      }
    }
    // One that died before it noted anything: nobody else is at work on the home.
    Optional<Run> left = stores.runs().findUnfinished(Deletion.JOB);
    while (left.isPresent()) {
      stores.runs().discard(left.get().id());
      left = stores.runs().findUnfinished(Deletion.JOB);
    }
  }

  /** Does everything that is left to do. */
  static RunOutcome carryOut(Stores stores, Path home, DeletionWork work, DeletionWork.Note note)
      throws IOException {
    Staging staging = note.staging(work.runId());
    if (Files.exists(staging.out())) {
      SafeFiles.publishFolder(staging.out(), staging.target());
    }
    DeletionPoint.VISIBLE.pass();
    Run run = stores.runs().find(work.runId()).orElseThrow();
    if (run.state() != RunState.PUBLISHED) {
      commit(stores, run, note);
    }
    DeletionPoint.COMMITTED.pass();
    files(stores, home, note);
    DeletionPoint.FILES_DELETED.pass();
    rows(stores, work, note);
    DeletionPoint.ROWS_DELETED.pass();
    SafeFiles.deleteTree(staging.folder());
    SafeFiles.deleteTree(work.folder());
    return note.outcome();
  }

  private static void commit(Stores stores, Run run, DeletionWork.Note note) {
    Instant now = Instant.now();
    Run.Result result =
        new Run.Result(note.outcome().code().number(), note.outcome().sentence(), now);
    stores
        .database()
        .inTransaction(
            () -> {
              stores.runs().publish(run.id(), RunCounts.NONE, note.outputsSha256(), result);
              for (DeletionWork.Statement each : note.evidence()) {
                stores
                    .chain()
                    .append(
                        EvidenceDraft.of(
                            each.kind(),
                            run.input().businessDate(),
                            Actor.of(Deletion.JOB),
                            each.body()),
                        now);
              }
              return true;
            });
  }

  private static void files(Stores stores, Path home, DeletionWork.Note note) throws IOException {
    if (note.state().isPresent()) {
      for (StateName.Kind kind : StateName.Kind.values()) {
        stores.states(kind).replace(note.state().get());
      }
    }
    Set<Path> folders = new HashSet<>();
    for (DeletedFile each : note.files()) {
      Path file = DeletionFiles.place(each, home, note.output(), note.archive());
      SafeFiles.deleteTree(file);
      Path folder = file.getParent();
      if (folder != null && each.store().equals(AuditVerify.OUTPUT)) {
        folders.add(folder);
      }
    }
    for (Path each : folders) {
      removeEmpty(each, note.output());
    }
    if (note.files().stream().anyMatch(each -> each.store().equals(AuditVerify.ARCHIVE))) {
      sharedObjects(new ArchivePlaces(note.archive()));
    }
  }

  /** A folder from which everything was deleted goes too. */
  private static void removeEmpty(Path folder, Path output) throws IOException {
    Path each = folder;
    while (each != null && !each.equals(output) && Files.isDirectory(each)) {
      try (Stream<Path> rest = Files.list(each)) {
        if (rest.findAny().isPresent()) {
          return;
        }
      }
      Files.delete(each);
      each = each.getParent();
    }
  }

  /** States and programs that no run in the archive refers to any more. */
  private static void sharedObjects(ArchivePlaces places) throws IOException {
    Set<Path> needed = new HashSet<>();
    for (Path run : children(places.archive().resolve("dates"))) {
      EvidenceBody index =
          EvidenceBody.parse(
              Files.readString(run.resolve(ArchivePlaces.INDEX), StandardCharsets.UTF_8));
      index.values("state").forEach(each -> needed.add(places.state(each.get(1))));
      needed.add(places.program(index.value("program")));
    }
    for (String shared : List.of("states", "programs")) {
      for (Path each : children(places.archive().resolve(shared))) {
        if (!needed.contains(each)) {
          SafeFiles.deleteTree(each);
        }
      }
    }
  }

  private static List<Path> children(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.toList();
    }
  }

  private static void rows(Stores stores, DeletionWork work, DeletionWork.Note note)
      throws IOException {
    Forgetting forgetting = new Forgetting(stores.database());
    try (PartLines<String> loans = work.lines(work.forgotten(), line -> line)) {
      forgetting.loans(loans);
    }
    try (PartLines<List<String>> notices = work.lines(work.notices(), Tsv::fields)) {
      while (notices.hasNext()) {
        List<String> f = notices.next();
        forgetting.notices(f.get(0), Integer.parseInt(f.get(1)));
      }
    }
    for (long each : note.runs()) {
      forgetting.lists(each);
    }
    forgetting.partitions();
    stores.runs().tidy();
    stores.database().compactWhenClosed();
  }

  private static void giveUp(Stores stores, DeletionWork work) throws IOException {
    Optional<Run> run = stores.runs().find(work.runId());
    if (run.isPresent() && run.get().state() != RunState.PUBLISHED) {
      stores.runs().discard(work.runId());
    }
    Path place = work.place();
    if (Files.exists(place)) {
      List<String> lines = Files.readAllLines(place, StandardCharsets.UTF_8);
      SafeFiles.deleteTree(new Staging(Path.of(lines.get(0)), lines.get(1), work.runId()).folder());
      for (SnapshotKey each : SnapshotKey.parse(lines.get(2)).stream().toList()) {
        for (StateName.Kind kind : StateName.Kind.values()) {
          stores.states(kind).discard(each);
        }
      }
    }
    SafeFiles.deleteTree(work.folder());
  }
}
