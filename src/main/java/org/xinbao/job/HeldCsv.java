package org.xinbao.job;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.xinbao.bureau.Held;
import org.xinbao.ledger.FactSorter;
import org.xinbao.ledger.KeyedReader;
import org.xinbao.ledger.LoanRange;
import org.xinbao.ledger.SortedFacts;
import org.xinbao.report.ReportInput.CodeCount;
import org.xinbao.report.ReportInput.HeldLine;
import org.xinbao.report.ReportInput.Listing;

/** {@code held.csv}, in the order of loans; streamed, since a bureau may hold back very many. */
final class HeldCsv {

  static final List<String> COLUMNS = List.of("loan_id", "bureau", "code", "message", "since");

  private static final Comparator<Held> ORDER =
      Comparator.comparing(Held::bureau, LoanCursor.ORDER)
          .thenComparing(Held::code, LoanCursor.ORDER)
          .thenComparingInt(Held::reportDate);

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

  /**
   * Writes the file and returns its first lines and how many there are by bureau and code. What
   * pass 1 holds is in the order of loans; what the second pass holds is sorted and merged into it.
   */
  static Listing<HeldLine> write(NightRun night, Path file) throws IOException {
    Writer writer = new Writer();
    try (CsvWriter csv = CsvWriter.create(file);
        PartLines<Held> first =
            new PartLines<>(held(night, List.of(NightlyJob.ASSESS)), HeldCsv::parse);
        KeyedReader<String> second = sorted(night).read(LoanRange.ALL)) {
      for (String column : COLUMNS) {
        csv.text(column);
      }
      csv.end();
      Optional<Held> own = next(first);
      for (Optional<String> loan = second.nextKey(); loan.isPresent(); loan = second.nextKey()) {
        List<Held> rows = new ArrayList<>();
        while (own.isPresent() && LoanCursor.ORDER.compare(own.get().loanId(), loan.get()) <= 0) {
          if (own.get().loanId().equals(loan.get())) {
            rows.add(own.get());
          } else {
            writer.row(csv, own.get());
          }
          own = next(first);
        }
        second.take(loan.get(), Integer.MAX_VALUE).forEach(line -> rows.add(parse(line)));
        rows.sort(ORDER);
        for (Held each : rows) {
          writer.row(csv, each);
        }
      }
      for (; own.isPresent(); own = next(first)) {
        writer.row(csv, own.get());
      }
    }
    return writer.listing();
  }

  private static Optional<Held> next(PartLines<Held> lines) {
    return lines.hasNext() ? Optional.of(lines.next()) : Optional.empty();
  }

  private static List<Path> held(NightRun night, List<String> steps) {
    return steps.stream()
        .map(step -> new Parts(PartFilesOf.step(night, step)))
        .flatMap(parts -> parts.existing(PartKind.HELD).stream())
        .toList();
  }

  /** What the second pass holds, by loan. */
  private static SortedFacts sorted(NightRun night) throws IOException {
    List<String> steps =
        NightlyJob.PARTITIONED.stream().filter(each -> !each.equals(NightlyJob.ASSESS)).toList();
    FactSorter sorter = night.export().factSorter("held-by-key");
    try (PartLines<String> lines = new PartLines<>(held(night, steps), line -> line)) {
      while (lines.hasNext()) {
        String line = lines.next();
        sorter.add(parse(line).loanId() + "\t" + line);
      }
    }
    return sorter.finish();
  }

  /** Writes rows, keeps the first and counts all. */
  private static final class Writer {

    private final List<HeldLine> first = new ArrayList<>();
    private final SortedMap<String, SortedMap<String, Long>> counts = new TreeMap<>();

    void row(CsvWriter csv, Held held) throws IOException {
      csv.text(held.loanId()).text(held.bureau()).text(held.code()).text(held.message());
      csv.day(held.since()).end();
      counts
          .computeIfAbsent(held.bureau(), bureau -> new TreeMap<>())
          .merge(held.code(), 1L, Long::sum);
      if (first.size() < org.xinbao.report.ReportInput.LISTING_LIMIT) {
        first.add(
            new HeldLine(held.loanId(), held.bureau(), held.code(), held.message(), held.since()));
      }
    }

    Listing<HeldLine> listing() {
      List<CodeCount> list = new ArrayList<>();
      counts.forEach(
          (bureau, codes) ->
              codes.forEach((code, count) -> list.add(new CodeCount(bureau, code, count))));
      return new Listing<>(first, list);
    }
  }
}
