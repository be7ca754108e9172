package org.xinbao.job;

import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * What the archive job is asked to do.
 *
 * @param date the business date (epoch day); without it every published run that is not archived
 */
public record ArchiveArguments(
    Path home, Path conf, Path archive, OptionalInt date, Duration lockWait) {}
