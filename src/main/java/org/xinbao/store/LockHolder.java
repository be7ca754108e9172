package org.xinbao.store;

import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;

/** Who holds a lock: a note for people, never the lock itself. */
record LockHolder(String job, Instant since, long processId) implements Serializable {
  private static final long serialVersionUID = 1L;

  static final LockHolder UNKNOWN = new LockHolder("", Instant.EPOCH, 0);

  /** The note of a holder; unknown when there is none or it cannot be read. */
  static LockHolder read(Path note) throws IOException {
    try {
      List<String> lines = Files.readAllLines(note, StandardCharsets.UTF_8);
      return lines.size() < 3
          ? UNKNOWN
          : new LockHolder(lines.get(0), Instant.parse(lines.get(1)), Long.parseLong(lines.get(2)));
    } catch (java.nio.file.NoSuchFileException
        | java.nio.charset.CharacterCodingException
        | DateTimeParseException
        | NumberFormatException e) {
      return UNKNOWN;
    }
  }

  void write(Path note) throws IOException {
    String text = job + "\n" + since + "\n" + processId + "\n";
    SafeFiles.replace(note, text.getBytes(StandardCharsets.UTF_8));
  }

  String describe() {
    return job.isEmpty()
        ? "a job that has just started"
        : job + " since " + since + " (process " + processId + ")";
  }
}
