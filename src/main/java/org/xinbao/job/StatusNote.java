package org.xinbao.job;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.xinbao.store.SafeFiles;
import org.xinbao.store.StepTime;

/** {@code <home>/status.txt}: how the last run went, for people; never an input of anything. */
public final class StatusNote {

  private StatusNote() {}

  /** The lines of the note, or one that says that nothing ran yet. */
  public static List<String> read(Path home) throws IOException {
    Path file = home.resolve("status.txt");
    return Files.exists(file)
        ? Files.readAllLines(file, StandardCharsets.UTF_8)
        : List.of("Nothing has run in " + home + " yet.");
  }

  /** Replaces the note. */
  static void write(
      Path home, String what, Instant started, int exitCode, String sentence, List<StepTime> steps)
      throws IOException {
    List<String> lines = new ArrayList<>();
    Instant ended = Instant.now();
    lines.add(what);
    lines.add("exit code: " + exitCode);
    lines.add(sentence);
    lines.add("started:   " + started);
    lines.add("ended:     " + ended + " (" + seconds(started, ended) + " s)");
    for (StepTime step : steps) {
      String took =
          step.endedAt().map(end -> seconds(step.startedAt(), end) + " s").orElse("not ended");
      lines.add(String.format(Locale.ROOT, "  %-10s %s", step.step(), took));
    }
    SafeFiles.replace(
        home.resolve("status.txt"),
        String.join("\n", lines).concat("\n").getBytes(StandardCharsets.UTF_8));
  }

  private static String seconds(Instant from, Instant to) {
    return String.format(Locale.ROOT, "%.3f", Duration.between(from, to).toMillis() / 1000.0);
  }
}
