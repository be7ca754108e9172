package org.xinbao.badinput;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.xinbao.arrears.Day;
import org.xinbao.conf.Products;
import org.xinbao.ledger.ExportRefused;
import org.xinbao.ledger.ExportedLoan;
import org.xinbao.ledger.LedgerExport;
import org.xinbao.ledger.LedgerSettings;
import org.xinbao.ledger.LoanGroup;
import org.xinbao.ledger.LoanRange;
import org.xinbao.ledger.LoanReader;
import org.xinbao.ledger.Reject;
import org.xinbao.ledger.RejectCode;
import org.xinbao.ledger.Tally;

/** Reads damaged exports whole, as a night does before it computes anything. */
final class ReaderPass {

  static final Set<String> CODES =
      Arrays.stream(RejectCode.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

  private final LedgerSettings settings =
      new LedgerSettings(
          "TEST0000000001",
          Products.read(Path.of("jobs/conf")).byKey().keySet(),
          Set.of("CNY"),
          true);
  private final Path folder;

  ReaderPass(Path folder) {
    this.folder = folder;
  }

  Outcome run(Export export, int ranges) throws IOException {
    Path written = export.write(folder.resolve("export"));
    Path work = Files.createDirectories(folder.resolve("work"));
    Set<String> used = new HashSet<>();
    List<Accounting.Told> rejects = new ArrayList<>();
    List<Tally> tallies = new ArrayList<>();
    try (LedgerExport opened = LedgerExport.open(written, Day.parse(Export.DATE), settings, work)) {
      for (LoanRange range : opened.ranges(ranges)) {
        try (LoanReader reader = opened.read(range)) {
          for (var group = reader.next(); group.isPresent(); group = reader.next()) {
            take(group.get(), used, rejects);
          }
          tallies.addAll(reader.tallies());
        }
      }
      opened.checkTotals(tallies);
      opened.workingDayFrom(Day.parse(Export.DATE));
    } catch (ExportRefused e) {
      boolean sentence = String.valueOf(e.getMessage()).endsWith(".");
      return new Outcome(
          e.reason() == ExportRefused.Reason.WRONG_INSTITUTION ? 2 : 20,
          sentence ? List.of() : List.of("no sentence: " + e.getMessage()),
          true);
    }
    return judge(new Accounting(export, used, rejects), tallies);
  }

  private static void take(LoanGroup group, Set<String> used, List<Accounting.Told> rejects) {
    if (group instanceof ExportedLoan) {
      used.add(group.loanId());
    }
    for (Reject each : group.rejects()) {
      rejects.add(
          new Accounting.Told(
              each.file(), each.line(), each.loanId(), each.code().name(), each.message()));
    }
  }

  private static Outcome judge(Accounting accounting, List<Tally> tallies) {
    List<String> complaints = new ArrayList<>();
    accounting.refuseUnexplained(CODES, complaints);
    Map<String, Accounting.Rows> told = new HashMap<>();
    for (Tally each : tallies) {
      told.merge(
          each.file(),
          new Accounting.Rows(each.read(), each.used()),
          (a, b) -> new Accounting.Rows(a.read() + b.read(), a.used() + b.used()));
    }
    var expected = accounting.expected(complaints);
    complaints.addAll(Accounting.differences(expected, told));
    return new Outcome(
        accounting.rejects().isEmpty() ? 0 : 10, complaints, expected.containsKey("loans.csv"));
  }
}
