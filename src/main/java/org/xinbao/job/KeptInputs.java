package org.xinbao.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.xinbao.report.ReportInput.OutputFile;
import org.xinbao.store.KeptTables;
import org.xinbao.store.Run;
import org.xinbao.store.RunState;
import org.xinbao.store.SafeFiles;

/**
 * What a run read besides the export and the state: its configuration files and what it found in
 * the database, kept in {@code <home>/inputs/run-N/} from its start until it is archived. Neither
 * would be there as it was when the archive job comes.
 */
final class KeptInputs {

  static final String TABLES = "tables.tsv";
  static final String CONF = "conf";
  static final String ALLOWED = "allowed.tsv";

  private static final String PREFIX = "run-";

  private KeptInputs() {}

  /** Keeps them, unless an earlier attempt at the run has done so. */
  static void keep(NightlyArguments arguments, Stores stores, Run run, Optional<Run> previous)
      throws IOException {
    Path folder = folder(arguments.home(), run.id());
    if (Files.exists(folder)) {
      Path before = folder.resolve(ALLOWED);
      if (!Allowed.read(before).equals(arguments.allowed())) {
        arguments.allowed().write(before);
      }
      return;
    }
    Path staged = folder.resolveSibling("." + folder.getFileName());
    SafeFiles.deleteTree(staged);
    Path copies = SafeFiles.createFolders(staged.resolve(CONF));
    for (Path each : configuration(arguments.conf())) {
      Path copy = copies.resolve(String.valueOf(each.getFileName()));
      SafeFiles.replace(copy, Files.readAllBytes(each));
    }
    if (!arguments.allowed().isNothing()) {
      arguments.allowed().write(staged.resolve(ALLOWED));
    }
    new KeptTables(stores.database())
        .write(
            staged.resolve(TABLES),
            new KeptTables.Scope(
                run.input().businessDate(),
                previous.map(Run::id).orElse(0L),
                previous.map(each -> each.input().feedbackNo()).orElse(0L),
                run.input().feedbackNo()));
    SafeFiles.forceTree(staged);
    SafeFiles.rename(staged, folder);
  }

  /** The files kept for a run, by their path within its folder; none once it is archived. */
  static List<OutputFile> list(Path home, long runId) throws IOException {
    Path folder = folder(home, runId);
    return Files.isDirectory(folder) ? OutputFiles.list(folder) : List.of();
  }

  static Path folder(Path home, long runId) {
    return home.resolve("inputs").resolve(PREFIX + runId);
  }

  /** Deletes what is kept of runs that were given up. */
  static void tidy(Path home, Stores stores) throws IOException {
    Path inputs = home.resolve("inputs");
    if (!Files.isDirectory(inputs)) {
      return;
    }
    Set<String> needed = new HashSet<>();
    stores.runs().listPublished().forEach(each -> needed.add(PREFIX + each.id()));
    stores
        .runs()
        .findUnfinished(Nightly.JOB)
        .filter(each -> each.state() != RunState.DISCARDED)
        .ifPresent(each -> needed.add(PREFIX + each.id()));
    try (Stream<Path> all = Files.list(inputs)) {
      for (Path each : all.toList()) {
        if (!needed.contains(String.valueOf(each.getFileName()))) {
          SafeFiles.deleteTree(each);
        }
      }
    }
  }

  /** Only what is configuration: a key that lies beside it stays where it is. */
  private static List<Path> configuration(Path conf) throws IOException {
    try (Stream<Path> all = Files.list(conf)) {
      return all.filter(Files::isRegularFile)
          .filter(each -> String.valueOf(each.getFileName()).endsWith(".yaml"))
          .sorted()
          .toList();
    }
  }
}
