package org.xinbao.store;

/**
 * A published submission file that is to be handed over, and how its last attempt ended.
 *
 * @param publishNo the place of its run in the order of publishing
 * @param businessDate of its run (epoch day)
 * @param version of that date
 * @param sha256 of the file as published
 * @param attempts how often it was tried
 * @param reason how the last attempt ended, as a part of a sentence; empty before any
 * @param outputFile where the tail of what the command said lies, from the home on; empty when it
 *     said nothing
 */
public record HandoverFile(
    long runId,
    long publishNo,
    int businessDate,
    int version,
    String bureau,
    String recordType,
    int serial,
    String name,
    String sha256,
    HandoverState state,
    int attempts,
    String reason,
    String outputFile) {}
