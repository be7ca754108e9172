package org.xinbao.store;

/**
 * A finished part of a step: the file (or folder) that one attempt at one partition wrote.
 *
 * @param attempt unique among the attempts at the partition, for example the step execution's id
 * @param file name within the staging folder
 * @param rows rows in it
 * @param bytes its size
 */
public record RunPart(
    long runId,
    String step,
    int partition,
    long attempt,
    String file,
    long rows,
    long bytes,
    String sha256) {}
