package org.xinbao.store;

import java.time.Instant;
import java.util.Optional;

/**
 * A run as recorded.
 *
 * @param id from 1, in the order of starts
 * @param outputsSha256 of {@code run.json}, empty before publication
 * @param result how it ended; empty while it has not
 */
public record Run(
    long id,
    RunInput input,
    RunState state,
    RunCounts counts,
    String outputsSha256,
    Instant startedAt,
    Optional<Result> result) {

  /**
   * The end of a run.
   *
   * @param exitCode contract section 3
   * @param sentence its last line
   */
  public record Result(int exitCode, String sentence, Instant endedAt) {}

  /** Its snapshot. */
  public SnapshotKey snapshotKey() {
    return new SnapshotKey(input.businessDate(), input.version());
  }
}
