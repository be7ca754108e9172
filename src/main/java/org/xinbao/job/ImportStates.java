package org.xinbao.job;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.xinbao.arrears.Day;
import org.xinbao.bureau.Bureau;
import org.xinbao.bureau.Imported;
import org.xinbao.bureau.ImportedAccount;
import org.xinbao.ledger.RejectCode;
import org.xinbao.store.SnapshotKey;
import org.xinbao.store.SnapshotPlan;
import org.xinbao.store.SnapshotWriter;

/** Turns a history into the state files that the first night builds on. */
final class ImportStates {

  private final Path work;
  private final NightlyConf conf;
  private final ImportProblems problems;
  private final SnapshotPlan plan;

  /** Accounts, and loans of which at least one bureau has an account. */
  long accounts;

  long loans;

  /** Customers and facilities. */
  long keys;

  ImportStates(Path work, NightlyConf conf, ImportProblems problems, SnapshotKey key) {
    this.work = work;
    this.conf = conf;
    this.problems = problems;
    this.plan = new SnapshotPlan(key, Optional.empty());
  }

  /** No account may have two loans. */
  void checkCodes(ImportSpool codes) throws IOException {
    try (ImportSpool.Groups groups = codes.groups()) {
      for (Optional<String> key = groups.next(); key.isPresent(); key = groups.next()) {
        List<List<String>> rows = groups.take(key.get());
        if (rows.size() > 1) {
          duplicate(ImportFile.REPORTED, rows.get(1).get(0), "account_code");
        }
      }
    }
  }

  private void duplicate(ImportFile file, String line, String column) {
    problems.add(
        file,
        Long.parseLong(line),
        column,
        RejectCode.DUPLICATE_ROW,
        RejectCode.DUPLICATE_ROW.sentence());
  }

  /** Writes the state of the loans. */
  Path loans(ImportReader reader) throws IOException {
    Path part = work.resolve("loans.part");
    try (ImportSpool.Groups groups = reader.accounts.groups();
        SnapshotWriter writer = SnapshotWriter.create(part, plan)) {
      for (Optional<String> key = groups.next(); key.isPresent(); key = groups.next()) {
        Optional<LoanState> state = loan(key.get(), groups.take(key.get()), reader.specialsKnown());
        if (state.isPresent()) {
          writer.put(key.get(), state.get().toBytes(), Optional.empty());
          loans++;
        }
      }
      writer.finish();
    }
    return part;
  }

  private Optional<LoanState> loan(String loanId, List<List<String>> rows, boolean specialsKnown) {
    List<ImportedAccount.SpecialTransaction> specials = new ArrayList<>();
    List<String> specialLines = new ArrayList<>();
    List<List<String>> reported = new ArrayList<>();
    for (List<String> row : rows) {
      if (row.get(0).equals(ImportFile.REPORTED.name())) {
        reported.add(row);
      } else {
        special(row, specials);
        specialLines.add(row.get(1));
      }
    }
    if (reported.isEmpty()) {
      problems.add(
          ImportFile.SPECIALS,
          Long.parseLong(rows.get(0).get(1)),
          "loan_id",
          RejectCode.UNKNOWN_LOAN,
          "The row's loan is not in reported.csv.");
      return Optional.empty();
    }
    SortedMap<String, String> told = new TreeMap<>();
    boolean open = false;
    int closedOn = Day.NONE;
    for (List<String> row : reported) {
      ImportedAccount account =
          account(loanId, row, specialsKnown ? Optional.of(specials) : Optional.empty());
      if (told.put(row.get(2), text(row, account, specialLines)) != null) {
        duplicate(ImportFile.REPORTED, row.get(1), "loan_id");
      }
      open |= !account.closed();
      closedOn = Math.max(closedOn, account.lastReportDate());
      accounts++;
    }
    String product = reported.get(0).get(11);
    return Optional.of(LoanState.imported(open, open ? Day.NONE : closedOn, product, told));
  }

  private void special(List<String> row, List<ImportedAccount.SpecialTransaction> specials) {
    ImportedAccount.SpecialTransaction special =
        new ImportedAccount.SpecialTransaction(row.get(2), Integer.parseInt(row.get(3)));
    if (specials.contains(special)) {
      duplicate(ImportFile.SPECIALS, row.get(1), "kind");
    }
    specials.add(special);
  }

  private static ImportedAccount account(
      String loanId,
      List<String> row,
      Optional<List<ImportedAccount.SpecialTransaction>> specials) {
    return new ImportedAccount(
        loanId,
        row.get(3),
        row.get(4),
        Integer.parseInt(row.get(5)),
        row.get(6),
        Integer.parseInt(row.get(7)),
        Long.parseLong(row.get(8)),
        Integer.parseInt(row.get(9)),
        Boolean.parseBoolean(row.get(10)),
        specials);
  }

  private String text(List<String> row, ImportedAccount account, List<String> specialLines) {
    Bureau bureau =
        conf.bureaux().stream().filter(e -> e.name().equals(row.get(2))).findFirst().orElseThrow();
    Imported imported = bureau.imported(account);
    for (Imported.Problem each : imported.problems()) {
      boolean own = each.special() == Imported.Problem.OF_THE_ACCOUNT;
      problems.add(
          own ? ImportFile.REPORTED : ImportFile.SPECIALS,
          Long.parseLong(own ? row.get(1) : specialLines.get(each.special())),
          each.column(),
          RejectCode.BAD_VALUE,
          "It must be " + each.sentence() + ".");
    }
    return imported.reported();
  }

  /** Writes the state of the customers or facilities, if there are any. */
  Optional<Path> keys(ImportFile file, String column, ImportSpool spool) throws IOException {
    Path part = work.resolve(file.name() + ".part");
    long before = keys;
    try (ImportSpool.Groups groups = spool.groups();
        SnapshotWriter writer = SnapshotWriter.create(part, plan)) {
      for (Optional<String> key = groups.next(); key.isPresent(); key = groups.next()) {
        SortedMap<String, String> told = new TreeMap<>();
        for (List<String> row : groups.take(key.get())) {
          if (told.put(row.get(1), row.get(2)) != null) {
            duplicate(file, row.get(0), column);
          }
        }
        writer.put(key.get(), new KeyState(told).toBytes(), Optional.empty());
        keys++;
      }
      writer.finish();
    }
    return keys > before ? Optional.of(part) : Optional.empty();
  }
}
