package org.xinbao.job;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.xinbao.evidence.EvidenceBody;
import org.xinbao.evidence.EvidenceDraft;
import org.xinbao.evidence.EvidenceEntry;
import org.xinbao.evidence.EvidenceKind;
import org.xinbao.store.Run;
import org.xinbao.store.SafeFiles;
import org.xinbao.store.Snapshots;

/**
 * Archives one published run: everything that it was a function of, compressed, compared with the
 * hashes that the evidence chain has had since the night, and read back after writing.
 */
final class ArchiveRun {

  private final Path home;
  private final ArchivePlaces places;
  private final Stores stores;
  private final Run run;
  private final EvidenceBody told;
  private final String folder;
  private final EvidenceBody index = EvidenceBody.empty();

  ArchiveRun(Path home, ArchivePlaces places, Stores stores, Run run, EvidenceEntry entry) {
    this.home = home;
    this.places = places;
    this.stores = stores;
    this.run = run;
    this.told = entry.statements();
    this.folder = told.value("folder");
  }

  /** Something that the run read is not there any more, or not as it was. */
  static final class Gone extends Exception {
    private static final long serialVersionUID = 1L;

    Gone(String sentence) {
      super(sentence);
    }
  }

  /** Does it, or completes what a crash has left; throws {@link Gone} when it cannot be done. */
  void run() throws IOException, Gone {
    Path target = places.run(folder);
    if (Files.exists(target) && !new ArchiveCheck(places).isWhole(target)) {
      SafeFiles.deleteTree(target);
    }
    if (!Files.exists(target)) {
      write(target);
    }
    Path indexFile = target.resolve(ArchivePlaces.INDEX);
    EvidenceBody written = EvidenceBody.parse(Files.readString(indexFile));
    EvidenceBody statement =
        EvidenceBody.empty()
            .add("folder", folder)
            .add("version", run.input().version())
            .add("index_sha256", SafeFiles.sha256(indexFile))
            .add("files", written.values("file").size())
            .add("program_sha256", told.value("program_sha256"))
            .add("program", written.value("program"));
    stores
        .chain()
        .append(
            EvidenceDraft.of(
                EvidenceKind.ARCHIVE, run.input().businessDate(), Actor.of(Archive.JOB), statement),
            Instant.now());
    SafeFiles.deleteTree(KeptInputs.folder(home, run.id()));
  }

  private void write(Path target) throws IOException, Gone {
    Path staged = places.staged(folder);
    SafeFiles.deleteTree(staged);
    SafeFiles.createFolders(staged.resolve(ArchivePlaces.EXPORT));
    index.add("folder", folder).add("run", run.id());
    export(staged);
    inputs(staged);
    for (List<String> each : told.values("state_before")) {
      state(each.get(0), each.get(1));
    }
    String program = told.value("program_sha256");
    index.add("program", ArchiveProgram.keep(places, program) ? program : "MISSING");
    SafeFiles.replace(
        staged.resolve(ArchivePlaces.INDEX), index.toText().getBytes(StandardCharsets.UTF_8));
    if (!new ArchiveCheck(places).isWhole(staged)) {
      throw new Gone("what was written cannot be read back: check the disk of the archive");
    }
    SafeFiles.forceTree(staged);
    SafeFiles.rename(staged, target);
  }

  private void export(Path staged) throws IOException, Gone {
    Path ledger = Path.of(run.input().ledgerFolder());
    pack(
        ledger.resolve("manifest.json"),
        staged,
        ArchivePlaces.EXPORT + "/manifest.json",
        run.input().manifestSha256());
    for (List<String> each : told.values("input")) {
      String name = each.get(0);
      pack(ledger.resolve(name), staged, ArchivePlaces.EXPORT + "/" + name, each.get(2));
    }
  }

  private void inputs(Path staged) throws IOException, Gone {
    Path kept = KeptInputs.folder(home, run.id());
    for (List<String> each : told.values("kept")) {
      String name = each.get(0);
      pack(kept.resolve(name), staged, ArchivePlaces.INPUTS + "/" + name, each.get(2));
    }
  }

  private void pack(Path file, Path staged, String path, String sha256) throws IOException, Gone {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new Gone(file + " is gone: put it back as it was");
    }
    Path to = staged.resolve(path + Packed.SUFFIX);
    SafeFiles.createFolders(Objects.requireNonNull(to.getParent()));
    Packed packed = Packed.write(file, to);
    if (!packed.sha256().equals(sha256)) {
      throw new Gone(file + " is not as the night read it: put it back as it was");
    }
    index.add("file", path, packed.bytes(), packed.sha256(), packed.packedSha256());
  }

  /** A state is archived once for all the runs that began from it. */
  private void state(String name, String sha256) throws IOException, Gone {
    Path object = places.state(sha256);
    if (!Files.exists(object)) {
      StateName state = StateName.parse(name);
      Snapshots snapshots = stores.states(state);
      boolean there =
          snapshots.exists(state.key()) && snapshots.verified(state.key()).sha256().equals(sha256);
      if (!there) {
        throw new Gone("the state of " + name + " is not as the night read it");
      }
      Path staged = object.resolveSibling(".staging-" + sha256);
      Files.deleteIfExists(staged);
      Packed.write(snapshots.path(state.key()), staged);
      SafeFiles.rename(staged, object);
    }
    Packed packed = Packed.read(object);
    index.add("state", name, sha256, packed.sha256(), packed.packedSha256());
  }
}
