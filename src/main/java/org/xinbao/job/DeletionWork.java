package org.xinbao.job;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.xinbao.evidence.EvidenceBody;
import org.xinbao.evidence.EvidenceKind;
import org.xinbao.store.SafeFiles;
import org.xinbao.store.SnapshotKey;

/**
 * The lists by which a retention run deletes, in {@code <home>/work/retention-N/}: on the disk
 * before anything is deleted, so that a start after a crash deletes the same.
 */
record DeletionWork(Path folder, long runId) {

  private static final Pattern NAME = Pattern.compile("retention-([0-9]{1,18})");

  static DeletionWork of(Path home, long runId) {
    return new DeletionWork(home.resolve("work").resolve("retention-" + runId), runId);
  }

  /** Those that earlier runs have left. */
  static List<DeletionWork> left(Path home) throws IOException {
    Path work = home.resolve("work");
    if (!Files.isDirectory(work)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(work)) {
      return all.map(each -> NAME.matcher(String.valueOf(each.getFileName())))
          .filter(Matcher::matches)
          .map(each -> of(home, Long.parseLong(each.group(1))))
          .sorted((a, b) -> Long.compare(a.runId, b.runId))
          .toList();
    }
  }

  /** Adverse records to take off the register: loan and first day. */
  Path removals() {
    return folder.resolve("removals");
  }

  /** Changes of the list of loans that are still known. */
  Path identities() {
    return folder.resolve("identities");
  }

  /** Loans to forget. */
  Path forgotten() {
    return folder.resolve("forgotten");
  }

  /** Notices to delete: loan and last day. */
  Path notices() {
    return folder.resolve("notices");
  }

  /** Where the run works, on the disk before it does. */
  Path place() {
    return folder.resolve("place");
  }

  /** Notes where the run works, so that a run that dies undecided leaves nothing. */
  void begin(Staging staging, SnapshotKey state) throws IOException {
    String text = staging.output() + "\n" + staging.name() + "\n" + state + "\n";
    SafeFiles.replace(place(), text.getBytes(StandardCharsets.UTF_8));
  }

  private Path note() {
    return folder.resolve("note");
  }

  /** The lines of a list as values; none when it was never begun. */
  <T> PartLines<T> lines(Path file, Function<String, T> parse) throws IOException {
    return new PartLines<>(Files.exists(file) ? List.of(file) : List.of(), parse);
  }

  /**
   * What to do once everything is on the disk.
   *
   * @param output the output folder
   * @param archive the source archive
   * @param state the snapshot that is written anew, if one is
   * @param files to delete: store and path
   * @param runs whose lists are deleted
   * @param evidence what the chain will say
   */
  record Note(
      Path output,
      Path archive,
      String name,
      Optional<SnapshotKey> state,
      RunOutcome outcome,
      String outputsSha256,
      List<DeletedFile> files,
      List<Long> runs,
      List<Statement> evidence) {

    Note {
      files = List.copyOf(files);
      runs = List.copyOf(runs);
      evidence = List.copyOf(evidence);
    }

    Staging staging(long runId) {
      return new Staging(output, name, runId);
    }
  }

  /** A state that is written anew. */
  record State(StateName name, String sha256) {}

  /** An entry of the chain to come. */
  record Statement(EvidenceKind kind, EvidenceBody body) {}

  /** Written last: without it the run has decided nothing. */
  void write(Note note) throws IOException {
    StringBuilder text = new StringBuilder();
    line(
        text,
        "place",
        note.output(),
        note.archive(),
        note.name(),
        note.state().map(SnapshotKey::toString).orElse(""),
        note.outcome().code(),
        note.outcome().sentence(),
        note.outputsSha256());
    note.files().forEach(each -> line(text, "file", each.store(), each.path(), each.sha256()));
    note.runs().forEach(each -> line(text, "run", each));
    note.evidence().forEach(each -> line(text, "evidence", each.kind(), each.body().toText()));
    SafeFiles.forceTree(folder);
    SafeFiles.replace(note(), text.toString().getBytes(StandardCharsets.UTF_8));
    SafeFiles.forceFolder(folder);
  }

  private static void line(StringBuilder text, Object... fields) {
    text.append(Tsv.line(fields)).append('\n');
  }

  /** Empty when the run died before it had decided. */
  Optional<Note> read() throws IOException {
    if (!Files.exists(note())) {
      return Optional.empty();
    }
    List<String> place = List.of();
    List<DeletedFile> files = new ArrayList<>();
    List<Long> runs = new ArrayList<>();
    List<Statement> evidence = new ArrayList<>();
    for (String each : Files.readAllLines(note(), StandardCharsets.UTF_8)) {
      List<String> f = Tsv.fields(each);
      switch (f.get(0)) {
        case "file" -> files.add(new DeletedFile(f.get(1), f.get(2), f.get(3)));
        case "run" -> runs.add(Long.parseLong(f.get(1)));
        case "evidence" ->
            evidence.add(
                new Statement(EvidenceKind.valueOf(f.get(1)), EvidenceBody.parse(f.get(2))));
        default -> place = f;
      }
    }
    return Optional.of(
        new Note(
            Path.of(place.get(1)),
            Path.of(place.get(2)),
            place.get(3),
            SnapshotKey.parse(place.get(4)),
            new RunOutcome(ExitCode.valueOf(place.get(5)), place.get(6)),
            place.get(7),
            files,
            runs,
            evidence));
  }
}
