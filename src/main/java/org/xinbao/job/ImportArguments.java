package org.xinbao.job;

import java.nio.file.Path;
import java.time.Duration;

/**
 * The arguments of {@code import-history}, all paths absolute.
 *
 * @param folder with the files of the reporting history
 * @param date the last day that the other system reported (epoch day); nights begin after it
 * @param lockWait how long to wait for another job
 */
public record ImportArguments(Path folder, int date, Path conf, Path home, Duration lockWait) {}
