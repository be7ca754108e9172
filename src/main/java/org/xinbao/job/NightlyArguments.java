package org.xinbao.job;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What the nightly job is asked to do.
 *
 * @param ledger the folder of the export
 * @param date the business date (epoch day)
 * @param output where the folder of the date appears
 * @param conf the configuration folder
 * @param home what is kept between runs
 * @param threads partitions worked at the same time by this process, at least 1; 0 to only lead
 *     remote workers
 * @param partitions number of partitions, or 0 to choose by the number of loans
 * @param lockWait how long to wait for another job to release the home
 * @param allowed what a person allows this run beyond what the job does by itself
 */
public record NightlyArguments(
    Path ledger,
    int date,
    Path output,
    Path conf,
    Path home,
    int threads,
    int partitions,
    Duration lockWait,
    Allowed allowed,
    Workers workers) {

  /** Who works the partitions. */
  public enum Workers {
    /** Threads of this process. */
    LOCAL,
    /** Workers on any host, and the threads of this process. */
    REMOTE
  }

  /** The same for another date. */
  NightlyArguments of(Path otherLedger, int otherDate, Allowed otherAllowed) {
    return new NightlyArguments(
        otherLedger,
        otherDate,
        output,
        conf,
        home,
        threads,
        partitions,
        lockWait,
        otherAllowed,
        workers);
  }
}
