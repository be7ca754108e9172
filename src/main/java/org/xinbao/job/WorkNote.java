package org.xinbao.job;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.xinbao.store.SafeFiles;

/**
 * Where an unfinished run works: a small file in the home, since the output folder is an argument
 * and the next start may name another one.
 */
final class WorkNote {

  private static final Pattern NAME = Pattern.compile("run-([0-9]{1,18})");

  private WorkNote() {}

  static void write(Path home, long runId, Staging staging) throws IOException {
    SafeFiles.createFolders(folder(home));
    String text = staging.output() + "\n" + staging.name() + "\n";
    SafeFiles.replace(file(home, runId), text.getBytes(StandardCharsets.UTF_8));
  }

  static Optional<Staging> read(Path home, long runId) throws IOException {
    if (!Files.exists(file(home, runId))) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(file(home, runId), StandardCharsets.UTF_8);
    return Optional.of(new Staging(Path.of(lines.get(0)), lines.get(1), runId));
  }

  /** The runs that have a note. */
  static List<Long> runs(Path home) throws IOException {
    if (!Files.exists(folder(home))) {
      return List.of();
    }
    try (Stream<Path> notes = Files.list(folder(home))) {
      return notes
          .map(each -> NAME.matcher(String.valueOf(each.getFileName())))
          .filter(Matcher::matches)
          .map(each -> Long.parseLong(each.group(1)))
          .sorted()
          .toList();
    }
  }

  static void delete(Path home, long runId) throws IOException {
    Files.deleteIfExists(file(home, runId));
  }

  private static Path folder(Path home) {
    return home.resolve("work");
  }

  private static Path file(Path home, long runId) {
    return folder(home).resolve("run-" + runId);
  }
}
