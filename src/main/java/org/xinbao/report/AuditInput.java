package org.xinbao.report;

import java.util.Iterator;
import java.util.List;

/**
 * What the auditors' workbook shows: tables whose rows are read while they are written, so that
 * memory does not grow with their number.
 *
 * @param from first business date (epoch day)
 * @param to last business date (epoch day)
 * @param chain what a walk along the evidence chain found
 * @param tables the sheets after the overview, in order
 */
public record AuditInput(
    int from,
    int to,
    String institution,
    Language language,
    String program,
    Chain chain,
    List<Table> tables) {

  public AuditInput {
    tables = List.copyOf(tables);
  }

  /**
   * The evidence chain as a whole.
   *
   * @param entries how many there are
   * @param head the hash that fixes them all
   * @param broken the first link that does not hold, empty when all do
   */
  public record Chain(long entries, String head, String broken) {}

  /**
   * One sheet.
   *
   * @param key of its labels
   * @param rows values in the order of the columns, written as the contract's files write them; the
   *     first is never empty
   */
  public record Table(String key, List<Column> columns, Iterator<List<String>> rows) {

    public Table {
      columns = List.copyOf(columns);
    }
  }

  /**
   * A column.
   *
   * @param key of its label
   */
  public record Column(String key, Kind kind) {}

  /** How the values of a column are shown. */
  public enum Kind {
    /** Text from outside. */
    TEXT,
    /** A quantity. */
    COUNT,
    /** A number that is no quantity: a line, a version, an exit code. */
    PLAIN,
    /** {@code yyyy-MM-dd}. */
    DATE,
    /** One of few words, which have labels. */
    WORD,
    /** A code of a reject or a hold, shown by its meaning. */
    MEANING,
    /** The quantity two columns before less the one before, as a formula; its value is ignored. */
    DIFFERENCE
  }
}
