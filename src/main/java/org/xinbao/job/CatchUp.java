package org.xinbao.job;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.xinbao.arrears.Day;
import org.xinbao.store.Run;

/**
 * {@code --catch-up}: the dates since the last published one, in order, each from its own export
 * where there is one; then the date that was asked for. It ends where one of them ends without
 * being published.
 */
public final class CatchUp {

  private final NightlyArguments arguments;
  private final Optional<Path> later;
  private final Progress progress;
  private int published;

  private CatchUp(NightlyArguments arguments, Optional<Path> later, Progress progress) {
    this.arguments = arguments;
    this.later = later;
    this.progress = progress;
  }

  /**
   * Runs them.
   *
   * @param arguments of the last date; its export lies beside those of the dates before it, each in
   *     a folder named by its date, or is the folder of all of them
   * @param later an export of a later date, for dates that have none of their own (rulings 10)
   * @return how the dates ended: the code of the last one, or of one before it that a person must
   *     look at
   * @throws JobStopped when a date ends without being published, with its code
   */
  public static RunOutcome run(NightlyArguments arguments, Optional<Path> later, Progress progress)
      throws Exception {
    return new CatchUp(arguments, later, progress).run();
  }

  private RunOutcome run() throws Exception {
    ExitCode worst = ExitCode.DONE;
    for (int date = first(); date < arguments.date(); date++) {
      Optional<Path> own = own(date);
      Optional<Path> export = own.isPresent() ? own : later;
      if (export.isPresent()) {
        worst = worse(worst, night(export.get(), date, own.isPresent()).code());
      }
    }
    RunOutcome last =
        night(own(arguments.date()).orElse(arguments.ledger()), arguments.date(), true);
    if (published == 1) {
      return last;
    }
    return new RunOutcome(
        worse(worst, last.code()),
        String.format(
            Locale.ROOT, "Caught up with %,d dates before: %s", published - 1, last.sentence()));
  }

  private RunOutcome night(Path ledger, int date, boolean own) throws Exception {
    Allowed allowed =
        own ? arguments.allowed() : arguments.allowed().with(Allowed.What.LATER_EXPORT);
    try {
      RunOutcome outcome = Nightly.run(arguments.of(ledger, date, allowed), progress);
      published++;
      return outcome;
    } catch (JobStopped e) {
      throw new JobStopped(
          e.code(),
          String.format(
              Locale.ROOT,
              "Catching up ended at %s after %,d dates: %s",
              Day.format(date),
              published,
              e.getMessage()));
    }
  }

  /** The date after the last published one. */
  private int first() throws Exception {
    NightlyConf conf = NightlyConf.read(arguments.conf());
    Optional<Run> last =
        HomeJob.run(
            arguments.home(),
            conf,
            Nightly.JOB,
            arguments.lockWait(),
            stores -> {
              HalfPublished.complete(stores, arguments.home());
              return BuiltOn.find(stores);
            });
    return last.map(run -> run.input().businessDate() + 1).orElse(arguments.date());
  }

  private Optional<Path> own(int date) {
    Path ledger = arguments.ledger();
    Path parent = isExport(ledger) ? ledger.getParent() : ledger;
    return Optional.ofNullable(parent)
        .map(each -> each.resolve(Day.format(date)))
        .filter(CatchUp::isExport);
  }

  private static boolean isExport(Path folder) {
    return Files.isRegularFile(folder.resolve("manifest.json"));
  }

  private static ExitCode worse(ExitCode one, ExitCode other) {
    return one.number() >= other.number() ? one : other;
  }
}
