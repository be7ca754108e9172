package org.xinbao.job;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.xinbao.ledger.LedgerExport;
import org.xinbao.ledger.LoanRange;
import org.xinbao.store.SafeFiles;

/**
 * The ranges of a run, fixed by its first attempt: a restart with other arguments still finds its
 * parts.
 */
final class Ranges {

  private Ranges() {}

  static List<LoanRange> of(Staging staging, LedgerExport export, int partitions)
      throws IOException {
    Path file = staging.folder().resolve("ranges");
    if (!Files.exists(file)) {
      StringBuilder text = new StringBuilder();
      export.ranges(partitions).forEach(each -> text.append(each.toText()).append('\n'));
      SafeFiles.replace(file, text.toString().getBytes(StandardCharsets.UTF_8));
    }
    return Files.readAllLines(file, StandardCharsets.UTF_8).stream().map(LoanRange::parse).toList();
  }
}
