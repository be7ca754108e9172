package org.xinbao.job;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.xinbao.bureau.Fact;
import org.xinbao.ledger.LedgerExport;
import org.xinbao.ledger.LoanRange;
import org.xinbao.store.SafeFiles;

/**
 * The ranges of a step of a run, fixed by its first attempt: a restart with other arguments still
 * finds its parts.
 */
final class Ranges {

  private static final int HEX_DIGITS = 4;

  private Ranges() {}

  /** The ranges of loans. */
  static List<LoanRange> of(Staging staging, LedgerExport export, int partitions)
      throws IOException {
    return fixed(staging.folder().resolve("ranges"), () -> export.ranges(partitions));
  }

  /** The ranges of customers or facilities. */
  static List<LoanRange> of(Staging staging, LedgerExport export, Fact.By by, int partitions)
      throws IOException {
    return fixed(
        staging.folder().resolve("ranges-" + NightlyJob.step(by)),
        () -> by == Fact.By.CUSTOMER ? hexRanges(partitions) : export.facilityRanges(partitions));
  }

  /** Keys of customers are hashes: equal stretches of them hold about the same number. */
  private static List<LoanRange> hexRanges(int count) {
    List<LoanRange> ranges = new ArrayList<>();
    String from = "";
    for (int i = 1; i < count; i++) {
      String to = String.format(Locale.ROOT, "%0" + HEX_DIGITS + "x", (i * 0x10000L) / count);
      ranges.add(new LoanRange(from, to));
      from = to;
    }
    ranges.add(new LoanRange(from, ""));
    return ranges;
  }

  private static List<LoanRange> fixed(Path file, Supplier<List<LoanRange>> ranges)
      throws IOException {
    if (!Files.exists(file)) {
      StringBuilder text = new StringBuilder();
      ranges.get().forEach(each -> text.append(each.toText()).append('\n'));
      SafeFiles.replace(file, text.toString().getBytes(StandardCharsets.UTF_8));
    }
    return Files.readAllLines(file, StandardCharsets.UTF_8).stream().map(LoanRange::parse).toList();
  }
}
