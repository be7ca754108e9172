package org.xinbao.ledger;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.xinbao.arrears.Day;
import org.xinbao.ledger.ExportRefused.Reason;

/** Checks of an export as a whole; each failure refuses it. */
final class ExportChecks {

  private ExportChecks() {}

  /** The manifest against the request, and against the names of the files in the folder. */
  static void check(Manifest manifest, Path folder, int businessDate, LedgerSettings settings)
      throws ExportRefused {
    if (!manifest.institution().equals(settings.institution())) {
      throw new ExportRefused(
          Reason.WRONG_INSTITUTION,
          "manifest.json is of another institution than the configuration; check --ledger and the"
              + " provider code.");
    }
    if (manifest.businessDate() != businessDate) {
      throw new ExportRefused(
          Reason.WRONG_BUSINESS_DATE,
          "The export is of "
              + Day.format(manifest.businessDate())
              + " but "
              + Day.format(businessDate)
              + " was asked for; check --ledger and --date.");
    }
    for (Manifest.ListedFile file : manifest.files()) {
      if (!Files.isRegularFile(folder.resolve(file.name()), LinkOption.NOFOLLOW_LINKS)) {
        throw missing(
            file.name()
                + " is listed in manifest.json but is not a file of the folder (symbolic links are"
                + " not followed)");
      }
    }
    for (ContractFile file : ContractFile.values()) {
      boolean listed = manifest.find(file.fileName()).isPresent();
      if (!listed && file.isMandatory()) {
        throw missing("manifest.json does not list " + file.fileName());
      }
      if (!listed && Files.exists(folder.resolve(file.fileName()), LinkOption.NOFOLLOW_LINKS)) {
        throw new ExportRefused(
            Reason.FILE_NOT_LISTED,
            file.fileName()
                + " is in the folder but not listed in manifest.json; list it or take it away.");
      }
    }
  }

  private static ExportRefused missing(String what) {
    return new ExportRefused(
        Reason.FILE_MISSING, what + "; wait until the ledger has finished or export again.");
  }

  /** What one pass over a file found against its entry in the manifest. */
  static void check(Manifest.ListedFile listed, FileScan scan, Optional<ContractFile> contract)
      throws ExportRefused {
    if (!scan.sha256().equals(listed.sha256())) {
      throw new ExportRefused(
          Reason.WRONG_HASH,
          listed.name()
              + " does not have the sha256 of manifest.json; copy the export again, completely.");
    }
    if (scan.rows() != listed.rows()) {
      throw wrongRows(listed, scan.rows());
    }
    for (String column : listed.totals().keySet()) {
      boolean numeric =
          contract.isPresent()
              && contract.get().decimals().containsKey(column)
              && scan.header().position(column) >= 0;
      if (!numeric) {
        throw new ExportRefused(
            Reason.WRONG_TOTAL,
            "manifest.json has a control total of "
                + listed.name()
                + " for a column that is not one of its numeric columns; leave it out.");
      }
    }
  }

  private static ExportRefused wrongRows(Manifest.ListedFile listed, long rows) {
    return new ExportRefused(
        Reason.WRONG_ROWS,
        listed.name()
            + " has "
            + rows
            + " rows but manifest.json says "
            + listed.rows()
            + "; export again.");
  }

  /** All that was read against rows and control totals of the manifest. */
  static void checkTotals(Manifest manifest, Set<ContractFile> files, List<Tally> tallies)
      throws ExportRefused {
    Map<String, Tally> byFile = new HashMap<>();
    tallies.forEach(tally -> byFile.merge(tally.file(), tally, Tally::plus));
    for (ContractFile file : files) {
      Optional<Manifest.ListedFile> listed = manifest.find(file.fileName());
      if (listed.isEmpty() || !file.isRead()) {
        continue;
      }
      Tally tally = byFile.get(file.fileName());
      long read = tally == null ? 0 : tally.read();
      if (read != listed.get().rows()) {
        throw wrongRows(listed.get(), read);
      }
      if (tally != null) {
        checkTotals(listed.get(), tally);
      }
    }
  }

  private static void checkTotals(Manifest.ListedFile listed, Tally tally) throws ExportRefused {
    for (Map.Entry<String, BigDecimal> total : new TreeMap<>(listed.totals()).entrySet()) {
      BigDecimal sum = tally.sums().getOrDefault(total.getKey(), BigDecimal.ZERO);
      if (sum.compareTo(total.getValue()) != 0) {
        throw new ExportRefused(
            Reason.WRONG_TOTAL,
            listed.name()
                + " has a total "
                + total.getKey()
                + " of "
                + sum.toPlainString()
                + " but manifest.json says "
                + total.getValue().toPlainString()
                + "; export again.");
      }
    }
  }
}
