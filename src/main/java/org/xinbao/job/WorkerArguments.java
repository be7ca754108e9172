package org.xinbao.job;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What a worker is asked to do.
 *
 * @param conf the configuration folder, with the same rules as the manager's
 * @param home the manager's home, on a folder that all hosts share
 * @param threads partitions worked at the same time, at least 1
 * @param idle ends the worker when no partition came for so long; without it it waits for ever
 */
public record WorkerArguments(Path conf, Path home, int threads, Optional<Duration> idle) {}
