package org.xinbao.generate;

import java.nio.file.Path;

/**
 * What book to make up.
 *
 * @param loans number of loans in the export of the last date, 1 to 1,000,000,000; the exports of
 *     earlier dates have loans that left meanwhile and lack those not opened yet
 * @param seed chooses the book: the same seed gives the same bytes on every machine, and a loan is
 *     the same in a small and in a large book
 * @param date the last business date (epoch day)
 * @param months number of consecutive month-ends, 1 to 120; the last is {@code date} itself, the
 *     ones before it are the last days of the months before
 * @param out with one date the export folder itself, with several the folder that receives one
 *     {@code yyyy-MM-dd} folder for each; created when missing
 * @param borrowers whether {@code borrowers.csv} is written too
 * @param rowOrder the order of the rows
 */
public record GeneratorSettings(
    long loans, long seed, int date, int months, Path out, boolean borrowers, RowOrder rowOrder) {

  /** The most loans: their numbers have ten digits and their persons need distinct id numbers. */
  public static final long LOANS_MAX = 1_000_000_000L;

  /** The most months: ten years of one book. */
  public static final int MONTHS_MAX = 120;

  /** In which order rows are written; the content is the same. */
  public enum RowOrder {
    /** By loan id. */
    BY_LOAN,
    /** Mixed within blocks of some thousand loans, and the blocks from the last to the first. */
    SHUFFLED
  }

  public GeneratorSettings {
    if (loans < 1 || loans > LOANS_MAX) {
      throw new IllegalArgumentException("loans must be 1 to " + LOANS_MAX);
    }
    if (months < 1 || months > MONTHS_MAX) {
      throw new IllegalArgumentException("months must be 1 to " + MONTHS_MAX);
    }
  }

  /** One export without borrowers, sorted by loan id. */
  public static GeneratorSettings of(long loans, long seed, int date, Path out) {
    return new GeneratorSettings(loans, seed, date, 1, out, false, RowOrder.BY_LOAN);
  }
}
