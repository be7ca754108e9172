package org.xinbao.job;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.xinbao.report.ReportInput.DifferenceLine;
import org.xinbao.report.ReportInput.Listing;

/** {@code differences.csv}, in the order of loans; streamed, as there may be one for every loan. */
final class DifferencesCsv {

  private static final List<String> COLUMNS =
      List.of("loan_id", "kind", "reference", "ledger", "computed");

  private DifferencesCsv() {}

  /** A line of a part file. */
  static String toLine(DifferenceLine line) {
    return Tsv.line(line.loanId(), line.kind(), line.reference(), line.ledger(), line.computed());
  }

  /** Reads the fields of a line of a part file or of a row. */
  static DifferenceLine of(List<String> f) {
    return new DifferenceLine(f.get(0), f.get(1), f.get(2), f.get(3), f.get(4));
  }

  /** Writes the file and returns its first lines and how many there are by kind. */
  static Listing<DifferenceLine> write(Parts parts, Path file) throws IOException {
    ListingBuilder<DifferenceLine> listing = new ListingBuilder<>();
    try (CsvWriter csv = CsvWriter.create(file)) {
      for (String column : COLUMNS) {
        csv.text(column);
      }
      csv.end();
      parts.lines(
          PartKind.DIFFERENCES,
          line -> {
            DifferenceLine each = of(Tsv.fields(line));
            csv.text(each.loanId()).text(each.kind()).text(each.reference());
            csv.text(each.ledger()).text(each.computed()).end();
            listing.add("", each.kind(), each);
          });
    }
    return listing.build();
  }
}
