package org.xinbao.job;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.xinbao.bureau.Held;
import org.xinbao.report.ReportInput.HeldLine;
import org.xinbao.report.ReportInput.Listing;

/** {@code held.csv}, in the order of loans; streamed, since a bureau may hold back very many. */
final class HeldCsv {

  static final List<String> COLUMNS = List.of("loan_id", "bureau", "code", "message", "since");

  private HeldCsv() {}

  /** A line of a part file. */
  static String toLine(Held held) {
    return Tsv.line(
        held.loanId(), held.bureau(), held.code(), held.message(), held.reportDate(), held.since());
  }

  /** Reads a line of a part file. */
  static Held parse(String line) {
    List<String> f = Tsv.fields(line);
    return new Held(
        f.get(0),
        f.get(1),
        f.get(2),
        f.get(3),
        Integer.parseInt(f.get(4)),
        Integer.parseInt(f.get(5)));
  }

  /** Writes the file and returns its first lines and how many there are by bureau and code. */
  static Listing<HeldLine> write(Parts parts, Path file) throws IOException {
    ListingBuilder<HeldLine> listing = new ListingBuilder<>();
    try (CsvWriter csv = CsvWriter.create(file)) {
      for (String column : COLUMNS) {
        csv.text(column);
      }
      csv.end();
      parts.lines(
          PartKind.HELD,
          line -> {
            Held held = parse(line);
            csv.text(held.loanId()).text(held.bureau()).text(held.code()).text(held.message());
            csv.day(held.since()).end();
            listing.add(
                held.bureau(),
                held.code(),
                new HeldLine(
                    held.loanId(), held.bureau(), held.code(), held.message(), held.since()));
          });
    }
    return listing.build();
  }
}
