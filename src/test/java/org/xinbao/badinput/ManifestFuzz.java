package org.xinbao.badinput;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Path;

/** The reader of the manifest under a fuzzer: an input is the manifest of a good export. */
public final class ManifestFuzz {

  private static final Path PLACE = Trees.temporary("manifest-fuzz");
  private static final ReaderPass READER = new ReaderPass(PLACE);
  private static final Export GOOD = good();

  private ManifestFuzz() {}

  /** One input; throws what no input may make the reader do. */
  public static void fuzzerTestOneInput(byte[] data) throws IOException {
    GOOD.manifest(before -> new String(data, ISO_8859_1));
    Outcome outcome = READER.run(GOOD, 1);
    if (!outcome.complaints().isEmpty()) {
      throw new AssertionError(outcome.complaints().toString());
    }
  }

  /** Where a fuzzer begins. */
  static byte[] seed() {
    return good().manifest().getBytes(ISO_8859_1);
  }

  /** Three files of a loan, so that hashing them costs nothing. */
  private static Export good() {
    try {
      return SmallBooks.oneLoan();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
