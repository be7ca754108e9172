package org.xinbao.job;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.xinbao.bureau.Fact;
import org.xinbao.ledger.CustomerRows;
import org.xinbao.ledger.ExportRefused;
import org.xinbao.ledger.LedgerExport;
import org.xinbao.ledger.LedgerSettings;
import org.xinbao.ledger.SortedFacts;
import org.xinbao.store.SafeFiles;

/**
 * What a manager leaves in the staging folder for its workers: where it found the export, and what
 * its one pass over the files found. Each start of a manager has a folder of its own, so that a
 * worker never mixes two.
 */
record SharedNight(Path folder) {

  private static final String NIGHT = "night";
  private static final String EXPORT = "export";
  private static final String CUSTOMERS = "customers";
  private static final String FACTS = "facts-";
  private static final String ACCOUNT_LOANS = "account-loans";

  static SharedNight of(Staging staging, String opening) {
    return new SharedNight(staging.folder().resolve("shared-" + opening));
  }

  /** Leaves what the first pass needs. */
  void writeExport(NightRun night) throws IOException {
    SafeFiles.createFolders(folder);
    boolean later = night.arguments().allowed().has(Allowed.What.LATER_EXPORT);
    String text = night.arguments().ledger() + "\n" + later + "\n";
    SafeFiles.replace(folder.resolve(NIGHT), text.getBytes(StandardCharsets.UTF_8));
    SafeFiles.replace(folder.resolve(EXPORT), night.export().toShare());
  }

  void writeFacts(Fact.By by, SortedFacts facts) throws IOException {
    SafeFiles.replace(file(by), facts.toShare());
  }

  /** Leaves the loans of merged accounts. */
  void writeAccountLoans(SortedFacts loans) throws IOException {
    SafeFiles.replace(folder.resolve(ACCOUNT_LOANS), loans.toShare());
  }

  void writeCustomers(CustomerRows customers) throws IOException {
    SafeFiles.replace(folder.resolve(CUSTOMERS), customers.toShare());
  }

  /** The folder of the export. */
  Path ledger() throws IOException {
    return Path.of(night().get(0));
  }

  /** Whether the export may be of a later date than the run's. */
  boolean isLaterExport() throws IOException {
    return Boolean.parseBoolean(night().get(1));
  }

  private List<String> night() throws IOException {
    return Files.readAllLines(folder.resolve(NIGHT), StandardCharsets.UTF_8);
  }

  LedgerExport export(LedgerSettings settings) throws IOException, ExportRefused {
    return LedgerExport.openShared(ledger(), settings, folder.resolve(EXPORT));
  }

  SortedFacts facts(Fact.By by) throws IOException {
    return SortedFacts.openShared(file(by));
  }

  SortedFacts accountLoans() throws IOException {
    return SortedFacts.openShared(folder.resolve(ACCOUNT_LOANS));
  }

  CustomerRows customers() throws IOException {
    return CustomerRows.openShared(folder.resolve(CUSTOMERS));
  }

  private Path file(Fact.By by) {
    return folder.resolve(FACTS + NightlyJob.step(by));
  }
}
