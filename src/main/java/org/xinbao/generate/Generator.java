package org.xinbao.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.xinbao.arrears.Day;

/**
 * Plausible ledger exports of any size (contract section 1): loans of twelve equal instalments of
 * the four products of the sample configuration, most of them paid on time, the others late,
 * overdue, cured, part paid, over-paid, paid off early, returned, waived, written off, transferred
 * or paid by a guarantor. All persons are made up.
 *
 * <p>Several months show one book: a loan's history only grows from date to date, new loans appear,
 * others settle, and settled ones leave after 62 days (rulings 5). With one date the export is
 * written into {@code out} itself; with several, each into {@code out/yyyy-MM-dd}. Files of the
 * same names are overwritten; {@code manifest.json} is written last, and removed first.
 *
 * <p>Memory does not grow with the number of loans.
 */
public final class Generator {
  /** Loans whose rows are mixed with each other: memory for them is a few megabytes. */
  private static final long BLOCK = 4000;

  private static final long SHUFFLE_STREAM = 1L << 50;

  private Generator() {}

  /**
   * Writes the exports, oldest first.
   *
   * @throws IOException when a file cannot be written
   */
  public static List<GeneratedExport> write(GeneratorSettings settings) throws IOException {
    List<Integer> dates = dates(settings.date(), settings.months());
    List<GeneratedExport> exports = new ArrayList<>();
    for (int date : dates) {
      Path folder = dates.size() == 1 ? settings.out() : settings.out().resolve(Day.format(date));
      exports.add(writeDate(settings, dates.get(0), date, folder));
    }
    return List.copyOf(exports);
  }

  /** The last days of the months before the last date, and that date. */
  private static List<Integer> dates(int last, int months) {
    List<Integer> dates = new ArrayList<>();
    for (int before = months - 1; before > 0; before--) {
      dates.add(Day.lastOfMonth(Day.plusMonths(last, -before)));
    }
    dates.add(last);
    return dates;
  }

  private static GeneratedExport writeDate(
      GeneratorSettings settings, int firstDate, int date, Path folder) throws IOException {
    Files.deleteIfExists(folder.resolve("manifest.json"));
    int lastDate = settings.date();
    // From the oldest opening to the end of the longest facility.
    Dates dates = new Dates(Math.min(firstDate - 450, lastDate - 750), lastDate + 800);
    LifeMaker maker = new LifeMaker(settings.seed(), firstDate, lastDate, dates);
    long earlier = settings.loans() * (lastDate - firstDate) / LifeMaker.OPENING_DAYS;
    LoanLife life = new LoanLife();
    Rng rng = new Rng();
    try (ExportWriter writer = new ExportWriter(settings, date, folder, dates)) {
      long blocks = blocks(earlier) + blocks(settings.loans());
      boolean backwards = settings.rowOrder() == GeneratorSettings.RowOrder.SHUFFLED;
      for (long i = 0; i < blocks; i++) {
        long block = backwards ? blocks - 1 - i : i;
        writeBlock(settings.loans(), earlier, block, maker, life, writer);
        rng.start(settings.seed(), SHUFFLE_STREAM + block);
        writer.endBlock(rng);
      }
      return writer.finish();
    }
  }

  private static long blocks(long loans) {
    return (loans + BLOCK - 1) / BLOCK;
  }

  /** Writes a block of loans; the earlier ones come first, as their ids do. */
  private static void writeBlock(
      long loans, long earlier, long block, LifeMaker maker, LoanLife life, ExportWriter writer)
      throws IOException {
    long numbered = block - blocks(earlier);
    if (numbered < 0) {
      for (long number = block * BLOCK; number < Math.min(earlier, (block + 1) * BLOCK); number++) {
        maker.fillEarlier(life, number);
        writer.write(life);
      }
    } else {
      long end = Math.min(loans, (numbered + 1) * BLOCK);
      for (long number = numbered * BLOCK; number < end; number++) {
        maker.fill(life, number);
        writer.write(life);
      }
    }
  }
}
