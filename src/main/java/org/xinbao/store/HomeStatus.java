package org.xinbao.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * How the last run of a home went, kept in {@code <home>/status.json} so that it can be told while
 * the run is at work and without the database (rulings 31).
 *
 * @param job for example {@code nightly}
 * @param businessDate {@code yyyy-MM-dd}, empty for a job without one
 * @param version of that date
 * @param exitCode contract section 3; empty while the run is at work
 * @param sentence how it ended, or what it is doing
 * @param processId of the process at work
 * @param steps in the order in which they began
 */
public record HomeStatus(
    String job,
    String businessDate,
    int version,
    RunState state,
    Optional<Integer> exitCode,
    String sentence,
    long processId,
    Instant startedAt,
    Optional<Instant> endedAt,
    List<StepTime> steps) {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  public HomeStatus {
    steps = List.copyOf(steps);
  }

  /** The status of a home; empty before its first run. */
  public static Optional<HomeStatus> read(Path home) throws IOException {
    Path file = file(home);
    try {
      return Optional.of(JSON.readValue(Files.readAllBytes(file), HomeStatus.class));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (JacksonException e) {
      throw new StoreException(
          file + " cannot be read; delete it, the next run writes it again.", e);
    }
  }

  /** Replaces the status of a home; readers see the old or the new one. */
  public void write(Path home) throws IOException {
    SafeFiles.replace(file(home), JSON.writeValueAsBytes(this));
  }

  private static Path file(Path home) {
    return home.resolve("status.json");
  }
}
