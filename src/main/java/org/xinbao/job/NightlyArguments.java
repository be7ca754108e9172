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
 * @param threads partitions worked at the same time, at least 1
 * @param partitions number of partitions, or 0 to choose by the number of loans
 * @param lockWait how long to wait for another job to release the home
 */
public record NightlyArguments(
    Path ledger,
    int date,
    Path output,
    Path conf,
    Path home,
    int threads,
    int partitions,
    Duration lockWait) {}
