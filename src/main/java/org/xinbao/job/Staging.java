package org.xinbao.job;

import java.nio.file.Path;
import org.xinbao.arrears.Day;

/**
 * Where a run works before anything is visible: a folder with a dot name inside the output folder,
 * so that publishing is one rename on one file system.
 *
 * @param output the output folder
 * @param name the name of the folder that will appear, for example {@code 2026-10-31}
 */
record Staging(Path output, String name, long runId) {

  private static final String PREFIX = ".staging-";

  /** The first version of a date has no suffix (rulings 16). */
  static Staging of(Path output, int businessDate, int version, long runId) {
    return new Staging(output, name(businessDate, version), runId);
  }

  /** The name of a version's folder. */
  static String name(int businessDate, int version) {
    String date = Day.format(businessDate);
    return version == 1 ? date : date + ".v" + version;
  }

  /** The folder that appears when the run is published. */
  Path target() {
    return output.resolve(name);
  }

  Path folder() {
    return output.resolve(PREFIX + name + "-" + runId);
  }

  /** Part files; they outlive the rename until the database has taken them up. */
  Path parts() {
    return folder().resolve("parts");
  }

  /** What becomes the target. */
  Path out() {
    return folder().resolve("out");
  }

  /** Private temporary files: sorted copies of the export, sheets of the workbook. */
  Path temp() {
    return folder().resolve("temp");
  }

  /** What the last database transaction needs, written before anything becomes visible. */
  Path commit() {
    return folder().resolve("commit");
  }

  /** What the evidence chain will say of the run, written before anything becomes visible. */
  Path evidence() {
    return folder().resolve("evidence");
  }

  Path submissions(String bureau) {
    return out().resolve("submissions").resolve(bureau);
  }

  /** Which line of a submission file is about which loan. */
  Path index(String bureau) {
    return out().resolve(RecordIndex.FOLDER).resolve(bureau);
  }

  Path reports() {
    return out().resolve("reports");
  }
}
