package org.xinbao.report;

import java.util.List;
import org.xinbao.arrears.Cents;

/**
 * One aggregate of a business date in long form: a row of a table, or a line of a part file.
 *
 * @param measure what is counted, the name of a {@link Measure}
 * @param product the product's key; empty where a figure belongs to no product
 * @param currency ISO code; amounts of different currencies are never added together
 * @param member which part of the measure, for example {@code M3} of {@code BUCKET}
 * @param count a number of loans, records or cases
 * @param cents the amount that belongs to the count
 */
public record Figure(
    String measure, String product, String currency, String member, long count, long cents) {

  /** One line of a part file, without its line end; {@link #parse} reads it back. */
  public String toLine() {
    return TabLine.join(
        List.of(measure, product, currency, member, Long.toString(count), Cents.format(cents)));
  }

  /**
   * Reads a line written by {@link #toLine}; throws {@link IllegalArgumentException} on anything
   * else.
   */
  public static Figure parse(String line) {
    List<String> fields = TabLine.split(line, 6);
    return new Figure(
        fields.get(0),
        fields.get(1),
        fields.get(2),
        fields.get(3),
        Long.parseLong(fields.get(4)),
        TabLine.cents(fields.get(5)));
  }
}
