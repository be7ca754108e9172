package org.xinbao.ledger;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was read of one file in one range of loans.
 *
 * @param read rows read
 * @param used rows that became part of a loan, a notice or a decision
 * @param rejected all others: rows that are wrong and rows of a rejected or unknown loan; {@code
 *     used + rejected = read}
 * @param sums sum of each numeric column that the file has, over all rows whose field is a number
 */
public record Tally(
    String file, long read, long used, long rejected, SortedMap<String, BigDecimal> sums) {

  public Tally {
    if (used + rejected != read) {
      throw new IllegalArgumentException("rows used and rejected are the rows read");
    }
    sums = Collections.unmodifiableSortedMap(new TreeMap<>(sums));
  }

  /** This and another tally of the same file together. */
  public Tally plus(Tally other) {
    if (!file.equals(other.file)) {
      throw new IllegalArgumentException("tallies of two files do not add up");
    }
    SortedMap<String, BigDecimal> both = new TreeMap<>(sums);
    other.sums.forEach((column, sum) -> both.merge(column, sum, BigDecimal::add));
    return new Tally(file, read + other.read, used + other.used, rejected + other.rejected, both);
  }

  /** One line: {@code file read used rejected column=sum …}. */
  public String toText() {
    StringBuilder out = new StringBuilder();
    out.append(file).append(' ').append(read).append(' ').append(used).append(' ').append(rejected);
    for (Map.Entry<String, BigDecimal> sum : sums.entrySet()) {
      out.append(' ').append(sum.getKey()).append('=').append(sum.getValue().toPlainString());
    }
    return out.toString();
  }

  /** Reads what {@link #toText} wrote; throws {@link IllegalArgumentException} on anything else. */
  public static Tally parse(String line) {
    String[] parts = line.split(" ", -1);
    if (parts.length < 4) {
      throw new IllegalArgumentException("a tally has a file and three numbers");
    }
    SortedMap<String, BigDecimal> sums = new TreeMap<>();
    for (int i = 4; i < parts.length; i++) {
      int at = parts[i].indexOf('=');
      if (at < 0) {
        throw new IllegalArgumentException("a sum is written column=number");
      }
      sums.put(parts[i].substring(0, at), new BigDecimal(parts[i].substring(at + 1)));
    }
    return new Tally(
        parts[0],
        Long.parseLong(parts[1]),
        Long.parseLong(parts[2]),
        Long.parseLong(parts[3]),
        sums);
  }
}
