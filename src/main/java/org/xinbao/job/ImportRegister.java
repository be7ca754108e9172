package org.xinbao.job;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.xinbao.arrears.AdverseRecord;
import org.xinbao.arrears.Day;
import org.xinbao.conf.ProductConf;
import org.xinbao.ledger.RejectCode;
import org.xinbao.retention.RecordState;
import org.xinbao.retention.RetainedRecord;
import org.xinbao.retention.Retention;
import org.xinbao.store.RegisterEntry;

/**
 * Turns the imported adverse records into lines of the register. One past its last kept day is
 * imported too, because holds are only known from the first export: no night lists it, and the
 * retention job deletes it unless a hold keeps it.
 */
final class ImportRegister {

  private final NightlyConf conf;
  private final ImportProblems problems;
  private final int date;
  private final OptionalInt onlyYears;

  long records;
  long expired;

  ImportRegister(NightlyConf conf, ImportProblems problems, int date) {
    this.conf = conf;
    this.problems = problems;
    this.date = date;
    List<Integer> years =
        conf.products().byKey().values().stream()
            .map(each -> each.retention().years())
            .distinct()
            .toList();
    this.onlyYears = years.size() == 1 ? OptionalInt.of(years.get(0)) : OptionalInt.empty();
  }

  /** Writes them in the order of loans. */
  Path write(ImportSpool spool, Path file) throws IOException {
    try (ImportSpool.Groups groups = spool.groups();
        LineFile lines = new LineFile(file)) {
      for (Optional<String> key = groups.next(); key.isPresent(); key = groups.next()) {
        loan(key.get(), groups.take(key.get()), lines);
      }
    }
    return file;
  }

  private void loan(String loanId, List<List<String>> rows, LineFile lines) throws IOException {
    List<List<String>> ordered =
        rows.stream().sorted((a, b) -> Integer.compare(from(a), from(b))).toList();
    for (int i = 0; i < ordered.size(); i++) {
      List<String> row = ordered.get(i);
      if (i > 0 && from(row) <= end(ordered.get(i - 1))) {
        problems.add(
            ImportFile.ADVERSE,
            Long.parseLong(row.get(0)),
            "overdue_from",
            RejectCode.DUPLICATE_ROW,
            "It must be after the end of the loan's record before.");
      }
      record(loanId, row, lines);
    }
  }

  private static int from(List<String> row) {
    return Integer.parseInt(row.get(1));
  }

  /** An unpaid record has no end, so that none can come after it. */
  private static int end(List<String> row) {
    int settled = Integer.parseInt(row.get(2));
    return settled == Day.NONE ? Integer.MAX_VALUE : settled;
  }

  private void record(String loanId, List<String> row, LineFile lines) throws IOException {
    int settled = Integer.parseInt(row.get(2));
    AdverseRecord record =
        new AdverseRecord(
            from(row), settled, Integer.parseInt(row.get(3)), Long.parseLong(row.get(4)));
    OptionalInt years = years(row);
    if (years.isEmpty()) {
      return;
    }
    RetainedRecord retained =
        settled == Day.NONE
            ? new RetainedRecord(record, Day.NONE, Day.NONE, RecordState.UNPAID)
            : new RetainedRecord(
                record, settled, Day.plusYears(settled, years.getAsInt()), RecordState.KEPT);
    expired += Retention.at(retained, List.of(), date).isEmpty() ? 1 : 0;
    lines.line(StoredLines.write(new RegisterEntry(loanId, retained, "", date, date)));
    records++;
  }

  private OptionalInt years(List<String> row) {
    Optional<ProductConf> product = conf.products().find(row.get(5));
    if (product.isPresent()) {
      return OptionalInt.of(product.get().retention().years());
    }
    if (onlyYears.isEmpty()) {
      problems.add(
          ImportFile.ADVERSE,
          Long.parseLong(row.get(0)),
          "product",
          RejectCode.MISSING_VALUE,
          "It must name the product, because products keep records for different times.");
    }
    return onlyYears;
  }
}
