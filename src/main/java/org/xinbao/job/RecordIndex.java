package org.xinbao.job;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.xinbao.bureau.SubmissionFile;
import org.xinbao.store.SafeFiles;

/**
 * Which line of a submission file is about which loan: {@code
 * <output>/<date>/index/<bureau>/<file>.idx} (rulings 28). It stays with the lender.
 *
 * <p>One row per record, in their order: line of the submission file with 7 digits (the header is
 * line 1), loan (or customer, or facility), RptDate; divided by tabs, ended by LF. The rows are
 * sorted by line and by loan.
 */
final class RecordIndex {

  /** The folder's name in the folder of a date. */
  static final String FOLDER = "index";

  static final String SUFFIX = ".idx";

  private static final int BUFFER = 1 << 17;

  /** The line of the first record. */
  static final int FIRST_LINE = 2;

  /** Of the first of the 7 digits. */
  private static final long LINE_POWER = 1_000_000;

  private RecordIndex() {}

  /** A submission file with the first and last thing that it is about. */
  record Written(SubmissionFile file, String firstKey, String lastKey) {}

  /**
   * Writes the indexes of the files of one record type.
   *
   * @param subjects part files: what each record is about, in the order of records
   */
  static List<Written> write(List<SubmissionFile> files, List<Path> subjects, Path folder)
      throws IOException {
    SafeFiles.createFolders(folder);
    List<Written> written = new ArrayList<>();
    try (PartLines<String> lines = new PartLines<>(subjects, line -> line)) {
      for (SubmissionFile file : files) {
        written.add(one(file, lines, folder.resolve(file.name() + SUFFIX)));
      }
      if (lines.hasNext()) {
        throw new IOException("a part file has more records than its submission; run it again");
      }
    }
    return written;
  }

  private static Written one(SubmissionFile file, PartLines<String> lines, Path target)
      throws IOException {
    String first = "";
    String last = "";
    try (OutputStream out = new BufferedOutputStream(SafeFiles.newOutput(target), BUFFER)) {
      for (long i = 0; i < file.records(); i++) {
        String line = lines.next();
        String key = line.substring(0, line.indexOf('\t'));
        if (LoanCursor.ORDER.compare(last, key) > 0) {
          throw new IOException("records of " + file.name() + " are not sorted; run it again");
        }
        first = i == 0 ? key : first;
        last = key;
        append(out, i + FIRST_LINE, line);
      }
    }
    return new Written(file, first, last);
  }

  private static void append(OutputStream out, long line, String rest) throws IOException {
    long power = LINE_POWER;
    while (power > 0) {
      out.write((int) ('0' + line / power % 10));
      power /= 10;
    }
    out.write('\t');
    out.write(rest.getBytes(StandardCharsets.UTF_8));
    out.write('\n');
  }
}
