package org.xinbao.job;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.xinbao.arrears.Day;
import org.xinbao.evidence.EvidenceBody;
import org.xinbao.evidence.EvidenceEntry;
import org.xinbao.evidence.EvidenceKind;
import org.xinbao.store.SafeFiles;
import org.xinbao.store.Snapshots;

/**
 * {@code audit reproduce}: runs a published date again from the archive, with the program that it
 * was published with, and compares every byte; of what has been deleted since, the hash (rulings
 * 13, 15).
 */
final class Reproduce {

  private static final String MAIN = "org.xinbao.cli.Main";
  private static final long MEGABYTE = 1L << 20;

  private final AuditArguments arguments;
  private final Stores stores;
  private final ArchivePlaces places;
  private final int date;
  private final boolean present;
  private final Findings findings = new Findings();
  private int identical;
  private int notKept;

  /**
   * @param present whether to run the program at work instead of the archived one
   */
  Reproduce(AuditArguments arguments, Stores stores, int date, boolean present) {
    this.arguments = arguments;
    this.stores = stores;
    this.places = new ArchivePlaces(arguments.archive());
    this.date = date;
    this.present = present;
  }

  Audit.Result run(Path scratch) throws IOException, InterruptedException {
    int version = version();
    EvidenceBody told = told(EvidenceKind.RUN, version).orElseThrow(this::notPublished);
    EvidenceBody archived = told(EvidenceKind.ARCHIVE, version).orElseThrow(this::notArchived);
    new ArchiveCheck(places).folder(told.value("folder"), archived.value("index_sha256"), findings);
    if (findings.count() > 0) {
      return damaged();
    }
    EvidenceBody index =
        EvidenceBody.parse(
            Files.readString(places.run(told.value("folder")).resolve(ArchivePlaces.INDEX)));
    fill(scratch, index);
    rerun(scratch, index.value("program"));
    compare(scratch, told, version);
    return result();
  }

  private int version() {
    return stores
        .runs()
        .findPublished(Nightly.JOB, date)
        .orElseThrow(this::notPublished)
        .input()
        .version();
  }

  private java.util.Optional<EvidenceBody> told(EvidenceKind kind, int version) {
    return stores.chain().find(kind, date, version).map(EvidenceEntry::statements);
  }

  private JobStopped notPublished() {
    return new JobStopped(
        ExitCode.USAGE, Day.format(date) + " is not published: name a published date.");
  }

  private JobStopped notArchived() {
    return new JobStopped(
        ExitCode.USAGE,
        Day.format(date)
            + " is not in the archive: run jobs/archive.sh; a date whose archive was deleted under"
            + " retention cannot be reproduced.");
  }

  private Audit.Result damaged() {
    return new Audit.Result(
        ExitCode.LOOK,
        "The archive of "
            + Day.format(date)
            + " is damaged and was not used: "
            + findings.first().get(0)
            + ".",
        findings.first());
  }

  /** Unpacks everything that the night read. */
  private void fill(Path scratch, EvidenceBody index) throws IOException {
    Path folder = places.run(index.value("folder"));
    for (List<String> each : index.values("file")) {
      String path = each.get(0);
      Path to =
          path.startsWith(ArchivePlaces.INPUTS + "/")
              ? scratch.resolve(path.substring(ArchivePlaces.INPUTS.length() + 1))
              : scratch.resolve(path);
      SafeFiles.createFolders(Objects.requireNonNull(to.getParent()));
      Packed.expand(folder.resolve(path + Packed.SUFFIX), to);
    }
    Path home = scratch.resolve(Rerun.HOME);
    for (List<String> each : index.values("state")) {
      StateName name = StateName.parse(each.get(0));
      Packed.expand(places.state(each.get(1)), name.kind().of(home).path(name.key()));
    }
  }

  private void rerun(Path scratch, String program) throws IOException, InterruptedException {
    if (!present && program.equals("MISSING")) {
      throw new JobStopped(
          ExitCode.USAGE,
          "The program of "
              + Day.format(date)
              + " is not in the archive, because it was replaced before the archive job ran: use"
              + " --with-present.");
    }
    List<Path> classPath =
        present ? ProgramFiles.running().entries() : ArchiveProgram.entries(places, program);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + Math.max(256, Runtime.getRuntime().maxMemory() / MEGABYTE) + "m");
    command.add("-Dfile.encoding=UTF-8");
    command.add("-Djava.awt.headless=true");
    command.add("-cp");
    command.add(
        classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    command.add(MAIN);
    command.addAll(
        List.of("audit", "rerun", "--scratch", scratch.toString(), "--date", Day.format(date)));
    Process child =
        new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    List<String> said =
        new String(child.getErrorStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    int code = child.waitFor();
    if (code != ExitCode.DONE.number() && code != ExitCode.LOOK.number()) {
      throw new JobStopped(
          ExitCode.FAILED,
          "Running "
              + Day.format(date)
              + " again ended with "
              + code
              + ": "
              + (said.isEmpty() ? "no message." : said.get(said.size() - 1)));
    }
  }

  private void compare(Path scratch, EvidenceBody told, int version) throws IOException {
    Path again = Rerun.published(scratch, date, version);
    Path kept = arguments.output().resolve(told.value("folder"));
    List<Path> listed = new ArrayList<>();
    for (List<String> each : told.values("output")) {
      Path file = again.resolve(each.get(0));
      listed.add(file);
      if (isSame(file, each)) {
        identical++;
        if (!Files.exists(kept.resolve(each.get(0)))) {
          notKept++;
        }
      } else {
        findings.add(each.get(0) + " differs");
      }
    }
    for (Path each : ProgramFiles.files(again)) {
      if (!listed.contains(each)) {
        findings.add(ProgramFiles.name(again, each) + " was not published then");
      }
    }
    for (List<String> each : told.values("state")) {
      StateName name = StateName.parse(each.get(0));
      Snapshots snapshots = name.kind().of(scratch.resolve(Rerun.HOME));
      boolean same =
          snapshots.exists(name.key())
              && snapshots.verified(name.key()).sha256().equals(each.get(1));
      if (!same) {
        findings.add("the state " + name + " that the night leaves differs");
      }
    }
  }

  /** The same bytes; of a workbook, which the system's library compresses, the same parts. */
  private static boolean isSame(Path file, List<String> told) throws IOException {
    if (!Files.exists(file)) {
      return false;
    }
    boolean hasParts = told.size() > 3;
    return SafeFiles.sha256(file).equals(told.get(2))
        || (hasParts && WorkbookParts.sha256(file).equals(told.get(3)));
  }

  private Audit.Result result() {
    String by = present ? "the present program" : "the program of that time";
    if (findings.count() > 0) {
      return new Audit.Result(
          ExitCode.LOOK,
          String.format(
              Locale.ROOT,
              "%s run again with %s: %,d files are identical, %,d findings, the first: %s.",
              Day.format(date),
              by,
              identical,
              findings.count(),
              findings.first().get(0)),
          findings.first());
    }
    return new Audit.Result(
        ExitCode.DONE,
        String.format(
            Locale.ROOT,
            "%s run again with %s: all %,d files are identical, %,d of them no longer kept and"
                + " compared by their hashes.",
            Day.format(date),
            by,
            identical,
            notKept),
        List.of());
  }
}
