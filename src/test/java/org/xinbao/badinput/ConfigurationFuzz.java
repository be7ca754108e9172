package org.xinbao.badinput;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.xinbao.conf.ConfException;
import org.xinbao.conf.Products;
import org.xinbao.conf.Settings;

/**
 * The readers of settings and product rules under a fuzzer: an input is either file. The bureaux'
 * files are read by the same code.
 */
public final class ConfigurationFuzz {

  private static final Path PLACE = Trees.temporary("configuration-fuzz");

  private ConfigurationFuzz() {}

  /** One input; throws what no input may make the readers do. */
  public static void fuzzerTestOneInput(byte[] data) throws IOException {
    Files.write(PLACE.resolve(Settings.FILE), data);
    Files.write(PLACE.resolve(Products.FILE), data);
    expectReadOrRefused(() -> Settings.read(PLACE));
    expectReadOrRefused(() -> Products.read(PLACE));
  }

  private static void expectReadOrRefused(Runnable read) {
    try {
      read.run();
    } catch (ConfException e) {
      if (!String.valueOf(e.getMessage()).matches("(?s)(xinbao|products)\\.yaml.*\\.")) {
        throw new AssertionError("no sentence that names the file: " + e.getMessage());
      }
    }
  }

  /** Where a fuzzer begins: the sample files without their comments. */
  static byte[] seed(String file) {
    try {
      return Files.readString(Path.of("jobs/conf", file))
          .replaceAll("(?m)^#.*\n", "")
          .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
