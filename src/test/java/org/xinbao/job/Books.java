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

  static void write(long loans, String date, Path folder, RowOrder order) throws IOException {
    Generator.write(new GeneratorSettings(loans, SEED, Day.parse(date), 1, folder, false, order));
  }
}
