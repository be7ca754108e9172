package org.xinbao.job;

import java.io.IOException;
import java.nio.file.Path;
import org.xinbao.arrears.Day;
import org.xinbao.generate.Generator;
import org.xinbao.generate.GeneratorSettings;
import org.xinbao.generate.GeneratorSettings.RowOrder;

/** Generated exports. */
final class Books {

  private static final long SEED = 7;

  private Books() {}

  /** An export of so many loans, sorted by loan. */
  static void write(long loans, String date, Path folder) throws IOException {
    write(loans, date, folder, RowOrder.BY_LOAN);
  }

  /** The same book at the last day of the month before and at a date: a folder each. */
  static void writeTwoMonths(long loans, String date, Path folder) throws IOException {
    Generator.write(
        new GeneratorSettings(loans, SEED, Day.parse(date), 2, folder, false, RowOrder.BY_LOAN));
  }

  static void write(long loans, String date, Path folder, RowOrder order) throws IOException {
    Generator.write(new GeneratorSettings(loans, SEED, Day.parse(date), 1, folder, false, order));
  }
}
