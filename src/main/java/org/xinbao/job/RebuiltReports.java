package org.xinbao.job;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.xinbao.arrears.Day;
import org.xinbao.store.SafeFiles;

/**
 * Workbooks and run pages of published dates made again, by the present program from what the
 * archive holds of each date, and those of the month-ends once more as one pack.
 *
 * <p>They are copies for reading: what was published stays as it is. A date whose outputs have been
 * deleted under retention is not made again.
 */
public final class RebuiltReports {

  /** The job's name in the lock. */
  static final String JOB = "report";

  /** The folder below the outputs that holds what was made again; retention empties it. */
  static final String FOLDER = "rebuilt";

  /** See the workbook's own entries: the first moment that needs no further field. */
  private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  private final AuditArguments arguments;
  private final Stores stores;
  private final Path target;
  private final Path staged;
  private final Findings findings = new Findings();
  private final List<Path> monthEnds = new ArrayList<>();
  private int rebuilt;
  private int rebuiltMonthEnds;

  private RebuiltReports(AuditArguments arguments, Stores stores, int from, int to) {
    this.arguments = arguments;
    this.stores = stores;
    String name = Day.format(from) + "_" + Day.format(to);
    this.target = folder(arguments.output()).resolve(name);
    this.staged = folder(arguments.output()).resolve(".staging-" + name);
  }

  /** Where they are, below the outputs. */
  static Path folder(Path output) {
    return output.resolve(FOLDER);
  }

  /**
   * Makes them again for every published date of a range.
   *
   * @param from the first business date (epoch day)
   * @param to the last one, not before the first
   * @throws JobStopped when no date of the range is published, or the home is in use
   */
  public static Audit.Result run(AuditArguments arguments, int from, int to) throws Exception {
    if (to < from) {
      throw new JobStopped(
          ExitCode.USAGE, "--to is before --from: name the first and the last business date.");
    }
    NightlyConf conf = NightlyConf.read(arguments.conf());
    return HomeJob.run(
        arguments.home(),
        conf,
        JOB,
        arguments.lockWait(),
        stores -> {
          HalfPublished.complete(stores, arguments.home());
          return new RebuiltReports(arguments, stores, from, to).run(dates(stores, from, to));
        });
  }

  private static List<Integer> dates(Stores stores, int from, int to) {
    List<Integer> dates =
        stores.runs().listPublished().stream()
            .filter(run -> run.input().job().equals(Nightly.JOB))
            .map(run -> run.input().businessDate())
            .filter(date -> from <= date && date <= to)
            .distinct()
            .sorted()
            .toList();
    if (dates.isEmpty()) {
      throw new JobStopped(
          ExitCode.USAGE,
          "No date from "
              + Day.format(from)
              + " to "
              + Day.format(to)
              + " is published: name a range with published dates.");
    }
    return dates;
  }

  private Audit.Result run(List<Integer> dates) throws Exception {
    SafeFiles.deleteTree(staged);
    SafeFiles.createFolders(staged);
    try {
      for (int date : dates) {
        rebuild(date);
      }
      if (rebuilt > 0) {
        pack();
        SafeFiles.deleteTree(target);
        SafeFiles.publishFolder(staged, target);
      }
    } finally {
      SafeFiles.deleteTree(staged);
    }
    return result();
  }

  private void rebuild(int date) throws IOException, InterruptedException {
    ArchivedNight night;
    try {
      night = ArchivedNight.find(new ArchivePlaces(arguments.archive()), stores, date);
    } catch (JobStopped e) {
      findings.add(String.valueOf(e.getMessage()));
      return;
    }
    if (!Files.exists(arguments.output().resolve(night.told().value("folder")))) {
      findings.add(Day.format(date) + " has been deleted under retention and is not made again.");
      return;
    }
    Findings damage = new Findings();
    night.check(damage);
    if (damage.count() > 0) {
      findings.add(
          "The archive of " + Day.format(date) + " is damaged: " + damage.first().get(0) + ".");
      return;
    }
    Path scratch = arguments.home().resolve("scratch");
    SafeFiles.deleteTree(scratch);
    SafeFiles.createPrivateFolder(scratch);
    try {
      keep(date, night.again(scratch, true).resolve("reports"));
    } finally {
      SafeFiles.deleteTree(scratch);
    }
  }

  private void keep(int date, Path reports) throws IOException {
    boolean monthEnd = Day.firstOfMonth(date + 1) == date + 1;
    for (Path each : ProgramFiles.files(reports)) {
      Path copy = staged.resolve(ProgramFiles.name(reports, each));
      Files.copy(each, copy);
      if (monthEnd) {
        monthEnds.add(copy);
      }
    }
    rebuilt++;
    rebuiltMonthEnds += monthEnd ? 1 : 0;
  }

  private void pack() throws IOException {
    if (monthEnds.isEmpty()) {
      return;
    }
    try (ZipOutputStream out =
        new ZipOutputStream(
            new BufferedOutputStream(SafeFiles.newOutput(staged.resolve("month-ends.zip"))))) {
      for (Path each : monthEnds) {
        ZipEntry entry = new ZipEntry(ProgramFiles.name(staged, each));
        entry.setTimeLocal(ENTRY_TIME);
        out.putNextEntry(entry);
        Files.copy(each, out);
        out.closeEntry();
      }
    }
  }

  private Audit.Result result() {
    String made =
        rebuilt == 0
            ? "Nothing was made again"
            : String.format(
                Locale.ROOT,
                "Workbook and page of %,d dates made again in %s, %,d month-ends in month-ends.zip",
                rebuilt,
                target,
                rebuiltMonthEnds);
    return findings.count() == 0
        ? new Audit.Result(ExitCode.DONE, made + ".", List.of())
        : new Audit.Result(
            ExitCode.LOOK,
            String.format(
                Locale.ROOT,
                "%s; %,d dates not, the first: %s",
                made,
                findings.count(),
                findings.first().get(0)),
            findings.first());
  }
}
