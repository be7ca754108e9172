package org.xinbao.badinput;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;

/**
 * The CSV readers under a fuzzer. An input is the three mandatory files one after the other, each
 * begun by a line that says {@code --}.
 */
public final class CsvFuzz {

  private static final List<String> FILES =
      List.of("loans.csv", "instalments.csv", "transactions.csv");
  private static final String BETWEEN = "--\n";
  private static final Path PLACE = Trees.temporary("csv-fuzz");
  private static final ReaderPass READER = new ReaderPass(PLACE);

  private CsvFuzz() {}

  /** One input; throws what no input may make the readers do. */
  public static void fuzzerTestOneInput(byte[] data) throws IOException {
    String[] parts = new String(data, ISO_8859_1).split(BETWEEN, 3);
    TreeMap<String, String> files = new TreeMap<>();
    for (int i = 0; i < FILES.size(); i++) {
      files.put(FILES.get(i), i < parts.length ? parts[i] : "");
    }
    Outcome outcome = READER.run(new Export(files), 1 + data.length % 3);
    if (!outcome.complaints().isEmpty()) {
      throw new AssertionError(outcome.complaints().toString());
    }
  }

  /** Where a fuzzer begins. */
  static byte[] seed() throws IOException {
    Export book = SmallBooks.sample(Export.DATE, 0);
    return String.join(BETWEEN, FILES.stream().map(book::text).toList()).getBytes(ISO_8859_1);
  }
}
