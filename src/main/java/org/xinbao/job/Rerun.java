package org.xinbao.job;

import java.nio.file.Path;
import java.time.Duration;
import org.xinbao.store.Database;
import org.xinbao.store.KeptTables;

/**
 * A published night again, in a scratch folder that was filled from the archive. It is run by the
 * program of that time, in a process of its own; what it leaves is compared by who started it.
 */
public final class Rerun {

  static final String LEDGER = "export";
  static final String HOME = "home";
  static final String OUTPUT = "out";

  private Rerun() {}

  /**
   * Runs the night.
   *
   * @param scratch holds the export, the configuration, the kept tables and the state
   * @param date the business date (epoch day)
   */
  public static RunOutcome run(Path scratch, int date) throws Exception {
    Path home = scratch.resolve(HOME);
    try (Database database = Database.openEmbedded(home)) {
      new KeptTables(database).read(scratch.resolve(KeptInputs.TABLES));
    }
    NightlyArguments arguments =
        new NightlyArguments(
            scratch.resolve(LEDGER),
            date,
            scratch.resolve(OUTPUT),
            scratch.resolve(KeptInputs.CONF),
            home,
            Runtime.getRuntime().availableProcessors(),
            0,
            Duration.ZERO,
            Allowed.read(scratch.resolve(KeptInputs.ALLOWED)),
            NightlyArguments.Workers.LOCAL);
    return Nightly.again(arguments, Progress.SILENT);
  }

  /** The folder that the night publishes. */
  static Path published(Path scratch, int date, int version) {
    return scratch.resolve(OUTPUT).resolve(Staging.name(date, version));
  }
}
