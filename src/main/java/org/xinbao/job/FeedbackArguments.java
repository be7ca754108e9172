package org.xinbao.job;

import java.nio.file.Path;
import java.time.Duration;

/**
 * The arguments of the feedback job, all paths absolute.
 *
 * @param folder with the feedback files
 * @param output where nights publish: the indexes of what was sent are there
 * @param lockWait how long to wait for another job
 */
public record FeedbackArguments(
    Path folder, Path output, Path conf, Path home, Duration lockWait) {}
