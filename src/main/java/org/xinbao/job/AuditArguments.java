package org.xinbao.job;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Where an audit looks.
 *
 * @param home what is kept between runs
 * @param output where the folders of the dates are
 * @param conf the configuration folder
 * @param archive where the source archive is
 * @param lockWait how long to wait for another job to release the home
 */
public record AuditArguments(Path home, Path output, Path conf, Path archive, Duration lockWait) {}
