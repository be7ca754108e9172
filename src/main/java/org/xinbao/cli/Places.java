package org.xinbao.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The folders every job knows; defaults are relative to the program's folder, not to cron's working
 * directory.
 */
final class Places {

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description = "where the folder of the date appears (default: var/out)")
  private @Nullable Path output;

  @Option(
      names = "--conf",
      paramLabel = "DIR",
      description = "the configuration folder (default: jobs/conf)")
  private @Nullable Path conf;

  @Option(
      names = "--home",
      paramLabel = "DIR",
      description = "what is kept between runs (default: var)")
  private @Nullable Path home;

  Path output() {
    return absolute(output, "var/out");
  }

  Path conf() {
    return absolute(conf, "jobs/conf");
  }

  Path home() {
    return absolute(home, "var");
  }

  /** The source archive: the one given, or that of the home. */
  Path archive(@Nullable Path given) {
    return given == null ? home().resolve("archive") : given.toAbsolutePath().normalize();
  }

  /** The folder given, or another one below the program's folder. */
  static Path absolute(@Nullable Path given, String otherwise) {
    if (given != null) {
      return given.toAbsolutePath().normalize();
    }
    Path program = Path.of(System.getProperty("xinbao.program", "."));
    return program.resolve(otherwise).toAbsolutePath().normalize();
  }
}
