package org.xinbao.job;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.xinbao.report.ReportInput.CodeCount;
import org.xinbao.report.ReportInput.RejectLine;

/**
 * {@code rejects.csv}, sorted by file, line and column (rulings 11). The rows are sorted in memory:
 * an export with more rejects than the configured share is refused before they are.
 */
final class RejectsCsv {

  static final List<String> COLUMNS =
      List.of("file", "line", "loan_id", "column", "code", "message");

  private static final Comparator<RejectLine> ORDER =
      Comparator.comparing(RejectLine::file, LoanCursor.ORDER)
          .thenComparingLong(RejectLine::line)
          .thenComparing(RejectLine::column, LoanCursor.ORDER)
          .thenComparing(RejectLine::loanId, LoanCursor.ORDER)
          .thenComparing(RejectLine::code);

  private RejectsCsv() {}

  /** The rejects of all parts in order. */
  static List<RejectLine> read(Parts parts) throws IOException {
    List<RejectLine> rejects = new ArrayList<>();
    parts.lines(PartKind.REJECTS, line -> rejects.add(parse(line)));
    rejects.sort(ORDER);
    return rejects;
  }

  /** Reads a line of a part file. */
  static RejectLine parse(String line) {
    List<String> f = Tsv.fields(line);
    return new RejectLine(
        f.get(0), Long.parseLong(f.get(1)), f.get(2), f.get(3), f.get(4), f.get(5));
  }

  /** Writes the file. */
  static void write(List<RejectLine> rejects, Path file) throws IOException {
    try (CsvWriter csv = CsvWriter.create(file)) {
      for (String column : COLUMNS) {
        csv.text(column);
      }
      csv.end();
      for (RejectLine each : rejects) {
        csv.text(each.file()).number(each.line()).text(each.loanId()).text(each.column());
        csv.text(each.code()).text(each.message()).end();
      }
    }
  }

  /** How many there are by file and code. */
  static List<CodeCount> counts(List<RejectLine> rejects) {
    SortedMap<String, SortedMap<String, Long>> counts = new TreeMap<>(LoanCursor.ORDER);
    for (RejectLine each : rejects) {
      counts
          .computeIfAbsent(each.file(), file -> new TreeMap<>())
          .merge(each.code(), 1L, Long::sum);
    }
    List<CodeCount> list = new ArrayList<>();
    counts.forEach(
        (file, codes) ->
            codes.forEach((code, count) -> list.add(new CodeCount(file, code, count))));
    return list;
  }
}
