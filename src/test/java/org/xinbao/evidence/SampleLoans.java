package org.xinbao.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.xinbao.arrears.Day;
import org.xinbao.conf.Products;
import org.xinbao.job.HoldDecisions;
import org.xinbao.ledger.ExportRefused;
import org.xinbao.ledger.ExportedLoan;
import org.xinbao.ledger.LedgerExport;
import org.xinbao.ledger.LedgerSettings;
import org.xinbao.ledger.LoanGroup;
import org.xinbao.ledger.LoanRange;
import org.xinbao.ledger.LoanReader;

/** The loans of the sample data, as the program reads them. */
final class SampleLoans {
  static final List<String> DATES = List.of("2026-10-30", "2026-10-31", "2026-11-30");
  static final Products PRODUCTS = Products.read(Path.of("jobs/conf"));

  private SampleLoans() {}

  /** All loans of one date's export. */
  static List<ExportedLoan> at(String date) throws IOException, ExportRefused {
    LedgerSettings settings =
        new LedgerSettings("TEST0000000001", PRODUCTS.byKey().keySet(), Set.of("CNY"));
    List<ExportedLoan> loans = new ArrayList<>();
    Path work = Files.createTempDirectory("explain-test-");
    try (LedgerExport export =
            LedgerExport.open(Path.of("sample-data", date), Day.parse(date), settings, work);
        LoanReader reader = export.read(LoanRange.ALL)) {
      for (Optional<LoanGroup> group = reader.next(); group.isPresent(); group = reader.next()) {
        if (group.get() instanceof ExportedLoan loan) {
          loans.add(loan);
        }
      }
    } finally {
      Files.delete(work);
    }
    return loans;
  }

  static Explanation explain(ExportedLoan loan, String date) {
    return (Explanation)
        Explanation.of(
            loan.loan(),
            PRODUCTS.find(loan.row().product()).orElseThrow(),
            HoldDecisions.holds(loan.decisions()),
            Day.parse(date));
  }
}
