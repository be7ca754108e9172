package org.xinbao.bureau.ferry;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.xinbao.arrears.Day;
import org.xinbao.bureau.Finding;
import org.xinbao.bureau.SubmissionFile;

/** A header line and a line per loan. */
final class FerryFile {

  private static final Pattern LINE =
      Pattern.compile("[A-Za-z0-9]+,\\d{4}-\\d\\d-\\d\\d,\\d+,\\d+");
  private static final String HEADER = "FERRY 1";

  private FerryFile() {}

  static SubmissionFile write(int createdOn, int serial, List<Path> parts, Path folder)
      throws IOException {
    Path file = folder.resolve("FERRY-" + Day.format(createdOn) + "-" + serial + ".txt");
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write((HEADER + "\n").getBytes(StandardCharsets.US_ASCII));
      for (Path part : parts) {
        Files.copy(part, out);
      }
    }
    return check(file, finding -> {});
  }

  static SubmissionFile check(Path file, Consumer<Finding> findings) throws IOException {
    long records = 0;
    long balance = 0;
    long overdue = 0;
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      if (!HEADER.equals(lines.readLine())) {
        findings.accept(new Finding(1, "F1", "", "The header is not FERRY 1.", "文件头不正确。"));
      }
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        records++;
        if (!LINE.matcher(line).matches()) {
          findings.accept(new Finding(records + 1, "F2", "", "Not four fields.", "应为四个字段。"));
          continue;
        }
        String[] fields = line.split(",", -1);
        balance += Long.parseLong(fields[2]);
        overdue += Long.parseLong(fields[3]);
      }
    }
    String name = String.valueOf(file.getFileName());
    return new SubmissionFile(Ferry.NAME, "M", name, records, balance, overdue);
  }
}
