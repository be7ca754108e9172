package org.xinbao.job;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.xinbao.store.SafeFiles;

/**
 * Where an unfinished run works: a small file in the home, since the output folder is an argument
 * and the next start may name another one.
 */
final class WorkNote {

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
