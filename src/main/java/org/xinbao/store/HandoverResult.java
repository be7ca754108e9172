package org.xinbao.store;

import java.time.Instant;
import java.util.OptionalInt;

/**
 * The end of an attempt to hand a file over.
 *
 * @param exitCode of the command, if it ran to its end
 * @param reason a part of a sentence in our own words, for example {@code its command ended with
 *     exit code 3}
 * @param outputFile path from the home on, or empty
 * @param outputBytes how much the command said, of which the tail is kept
 */
public record HandoverResult(
    HandoverState state,
    OptionalInt exitCode,
    String reason,
    String outputFile,
    long outputBytes,
    Instant endedAt) {}
