package org.xinbao.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.xinbao.store.RunPart;
import org.xinbao.store.SafeFiles;

/** Which attempt at a partition counts: the first that has recorded its row. */
final class WonParts {

  private WonParts() {}

  /** Whether an attempt at the partition has recorded its row. */
  static boolean isDone(NightRun night, String step, int partition) {
    return night.stores().parts().list(night.run().id(), step).stream()
        .anyMatch(each -> each.partition() == partition);
  }

  /**
   * Records an attempt whose files are written; when another has won, nothing happens.
   *
   * @param rows which count of the summary is the part's number of rows
   */
  static void record(NightRun night, String step, PartFiles files, PartSummary summary, Count rows)
      throws IOException {
    Path file = files.of(PartKind.SUMMARY);
    summary.write(file);
    force(files);
    FailurePoint.PART_WRITTEN.pass();
    FailurePoint.dieAt(FailurePoint.PART_WRITTEN + "_" + step);
    night
        .stores()
        .parts()
        .record(
            new RunPart(
                night.run().id(),
                step,
                files.partition(),
                files.attempt(),
                String.valueOf(file.getFileName()),
                summary.counters().get(rows),
                Files.size(file),
                SafeFiles.sha256(file)));
  }

  /**
   * A recorded part must be on the disk, or a crash of the machine would leave a row without its
   * files.
   */
  private static void force(PartFiles files) throws IOException {
    try (Stream<Path> all = Files.list(files.folder())) {
      List<Path> own = all.filter(files::isOwn).toList();
      for (Path each : own) {
        SafeFiles.force(each);
      }
    }
    SafeFiles.forceFolder(files.folder());
  }
}
