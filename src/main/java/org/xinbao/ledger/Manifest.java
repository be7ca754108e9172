package org.xinbao.ledger;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the ledger says of its export ({@code manifest.json}, contract section 1, rulings 5).
 *
 * @param institution the 14-character provider code
 * @param businessDate epoch day
 * @param openLoans the number of open loans, when given
 * @param sha256 of the manifest's own bytes, lower-case hexadecimal: it stands for the whole export
 */
public record Manifest(
    String contractVersion,
    String institution,
    int businessDate,
    Scope scope,
    OptionalLong openLoans,
    List<ListedFile> files,
    String sha256) {

  /** The contract version that this program reads. */
  public static final String CONTRACT_VERSION = "1";

  /** Which loans an export holds. */
  public enum Scope {
    /** Every loan open on any day of the last 62 days. */
    WINDOW,
    /** Also every loan whose adverse record may still be kept. */
    INITIAL
  }

  /**
   * One file of the export.
   *
   * @param rows records after the header
   * @param sha256 lower-case hexadecimal
   * @param totals control totals by numeric column
   */
  public record ListedFile(String name, long rows, String sha256, Map<String, BigDecimal> totals) {
    public ListedFile {
      totals = Map.copyOf(totals);
    }
  }

  public Manifest {
    files = List.copyOf(files);
  }

  /** The entry of a file. */
  public Optional<ListedFile> find(String name) {
    return files.stream().filter(f -> f.name().equals(name)).findFirst();
  }
}
