package org.xinbao.job;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.xinbao.arrears.Day;
import org.xinbao.evidence.EvidenceBody;
import org.xinbao.evidence.EvidenceEntry;
import org.xinbao.evidence.EvidenceKind;
import org.xinbao.store.SafeFiles;

/**
 * A published night as it lies in the archive, to be run again in a scratch folder.
 *
 * @param told what the evidence chain has told of it since its publication
 * @param indexSha256 of the archive's list of its files, as the chain has it
 */
record ArchivedNight(
    ArchivePlaces places, int date, int version, EvidenceBody told, String indexSha256) {

  private static final String MAIN = "org.xinbao.cli.Main";
  private static final long MEGABYTE = 1L << 20;

  /** What this process was given for its work and the one that runs a night again gets as well. */
  private static final Pattern VM_OPTION =
      Pattern.compile("-XX:(\\+Use\\w+GC|TieredStopAtLevel=\\d|ActiveProcessorCount=\\d+)");

  /** Finds the last version of a date (epoch day); stops where it was not published or archived. */
  static ArchivedNight find(ArchivePlaces places, Stores stores, int date) {
    return find(places, stores, date, OptionalInt.empty());
  }

  /** Finds a version of a date, the last one when none is named. */
  static ArchivedNight find(ArchivePlaces places, Stores stores, int date, OptionalInt wanted) {
    int last =
        stores
            .runs()
            .findPublished(Nightly.JOB, date)
            .orElseThrow(
                () ->
                    new JobStopped(
                        ExitCode.USAGE,
                        Day.format(date) + " is not published: name a published date."))
            .input()
            .version();
    int version = wanted.orElse(last);
    if (version > last) {
      throw new JobStopped(
          ExitCode.USAGE, Day.format(date) + " has versions up to " + last + ": name one of them.");
    }
    EvidenceBody told =
        told(stores, EvidenceKind.RUN, date, version).orElseThrow(() -> notArchived(date));
    EvidenceBody archived =
        told(stores, EvidenceKind.ARCHIVE, date, version).orElseThrow(() -> notArchived(date));
    return new ArchivedNight(places, date, version, told, archived.value("index_sha256"));
  }

  private static Optional<EvidenceBody> told(
      Stores stores, EvidenceKind kind, int date, int version) {
    return stores.chain().find(kind, date, version).map(EvidenceEntry::statements);
  }

  private static JobStopped notArchived(int date) {
    return new JobStopped(
        ExitCode.USAGE,
        Day.format(date)
            + " is not in the archive: run jobs/archive.sh; a date whose archive was deleted under"
            + " retention cannot be reproduced.");
  }

  /** Names what in the archive is not as it was archived. */
  void check(Findings findings) throws IOException {
    new ArchiveCheck(places).folder(told.value("folder"), indexSha256, findings);
  }

  /** The same for what {@link #inputs(Path)} unpacks alone: neither states nor program. */
  void checkInputs(Findings findings) throws IOException {
    new ArchiveCheck(places).inputs(told.value("folder"), indexSha256, findings);
  }

  /**
   * Runs the night again in an empty folder, in a process of its own.
   *
   * @param present whether to run the program at work instead of the archived one
   * @return the folder that it publishes
   */
  Path again(Path scratch, boolean present) throws IOException, InterruptedException {
    EvidenceBody index =
        EvidenceBody.parse(
            Files.readString(places.run(told.value("folder")).resolve(ArchivePlaces.INDEX)));
    inputs(scratch, index);
    states(scratch, index);
    rerun(scratch, index.value("program"), present);
    return Rerun.published(scratch, date, version);
  }

  /** Unpacks the export, the configuration and what the night read from the database. */
  void inputs(Path scratch) throws IOException {
    inputs(
        scratch,
        EvidenceBody.parse(
            Files.readString(places.run(told.value("folder")).resolve(ArchivePlaces.INDEX))));
  }

  private void inputs(Path scratch, EvidenceBody index) throws IOException {
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
  }

  private void states(Path scratch, EvidenceBody index) throws IOException {
    Path home = scratch.resolve(Rerun.HOME);
    for (List<String> each : index.values("state")) {
      StateName name = StateName.parse(each.get(0));
      Packed.expand(places.state(each.get(1)), name.kind().of(home).path(name.key()));
    }
  }

  private void rerun(Path scratch, String program, boolean present)
      throws IOException, InterruptedException {
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
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(VM_OPTION.asMatchPredicate())
        .forEach(command::add);
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
}
