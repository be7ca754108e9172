package org.xinbao.job;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What the retention job is asked to do.
 *
 * @param date the day by which clocks are read (epoch day)
 * @param dryRun whether only to say what is due
 */
public record DeletionArguments(
    Path home, Path output, Path conf, Path archive, int date, boolean dryRun, Duration lockWait) {}
