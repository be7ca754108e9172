package org.xinbao.job;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What {@code import-history} is asked to do.
 *
 * @param folder the files of the history
 * @param date the day after whose close it holds (epoch day)
 * @param lockWait how long to wait for another job to release the home
 */
public record HistoryArguments(Path folder, int date, Path conf, Path home, Duration lockWait) {}
