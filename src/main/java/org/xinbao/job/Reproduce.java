package org.xinbao.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.xinbao.arrears.Day;
import org.xinbao.evidence.EvidenceBody;
import org.xinbao.store.SafeFiles;
import org.xinbao.store.Snapshots;

/**
 * {@code audit reproduce}: runs a published date again from the archive, with the program that it
 * was published with, and compares every byte; of what has been deleted since, the hash (rulings
 * 13, 15).
 */
final class Reproduce {

  private final AuditArguments arguments;
  private final Stores stores;
  private final ArchivePlaces places;
  private final int date;
  private final OptionalInt version;
  private final boolean present;
  private final Findings findings = new Findings();
  private int identical;
  private int notKept;

  /**
   * @param version of the date, the last one when empty
   * @param present whether to run the program at work instead of the archived one
   */
  Reproduce(
      AuditArguments arguments, Stores stores, int date, OptionalInt version, boolean present) {
    this.arguments = arguments;
    this.stores = stores;
    this.places = new ArchivePlaces(arguments.archive());
    this.date = date;
    this.version = version;
    this.present = present;
  }

  Audit.Result run(Path scratch) throws IOException, InterruptedException {
    ArchivedNight night = ArchivedNight.find(places, stores, date, version);
    night.check(findings);
    if (findings.count() > 0) {
      return damaged();
    }
    compare(scratch, night.again(scratch, present), night.told());
    return result();
  }

  private Audit.Result damaged() {
    return new Audit.Result(
        ExitCode.LOOK,
        "The archive of "
            + Day.format(date)
            + " is damaged and was not used: "
            + findings.first().get(0)
            + ".",
        findings.first());
  }

  private void compare(Path scratch, Path again, EvidenceBody told) throws IOException {
    Path kept = arguments.output().resolve(told.value("folder"));
    List<Path> listed = new ArrayList<>();
    for (List<String> each : told.values("output")) {
      Path file = again.resolve(each.get(0));
      listed.add(file);
      if (isSame(file, each)) {
        identical++;
        if (!Files.exists(kept.resolve(each.get(0)))) {
          notKept++;
        }
      } else {
        findings.add(each.get(0) + " differs");
      }
    }
    for (Path each : ProgramFiles.files(again)) {
      if (!listed.contains(each)) {
        findings.add(ProgramFiles.name(again, each) + " was not published then");
      }
    }
    for (List<String> each : told.values("state")) {
      StateName name = StateName.parse(each.get(0));
      Snapshots snapshots = name.kind().of(scratch.resolve(Rerun.HOME));
      boolean same =
          snapshots.exists(name.key())
              && snapshots.verified(name.key()).sha256().equals(each.get(1));
      if (!same) {
        findings.add("the state " + name + " that the night leaves differs");
      }
    }
  }

  /** The same bytes; of a workbook, which the system's library compresses, the same parts. */
  private static boolean isSame(Path file, List<String> told) throws IOException {
    if (!Files.exists(file)) {
      return false;
    }
    boolean hasParts = told.size() > 3;
    return SafeFiles.sha256(file).equals(told.get(2))
        || (hasParts && WorkbookParts.sha256(file).equals(told.get(3)));
  }

  private Audit.Result result() {
    String by = present ? "the present program" : "the program of that time";
    if (findings.count() > 0) {
      return new Audit.Result(
          ExitCode.LOOK,
          String.format(
              Locale.ROOT,
              "%s run again with %s: %,d files are identical, %,d findings, the first: %s.",
              Day.format(date),
              by,
              identical,
              findings.count(),
              findings.first().get(0)),
          findings.first());
    }
    return new Audit.Result(
        ExitCode.DONE,
        String.format(
            Locale.ROOT,
            "%s run again with %s: all %,d files are identical, %,d of them no longer kept and"
                + " compared by their hashes.",
            Day.format(date),
            by,
            identical,
            notKept),
        List.of());
  }
}
