package org.xinbao.badinput;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.xinbao.bureau.pboc.FeedbackFuzz;

/** The inputs that a fuzzer begins with: {@code FuzzSeeds DIR} writes them, a folder a target. */
final class FuzzSeeds {

  /** What a fuzzer calls. */
  enum Target {
    CSV(CsvFuzz.class),
    MANIFEST(ManifestFuzz.class),
    CONFIGURATION(ConfigurationFuzz.class),
    FEEDBACK(FeedbackFuzz.class);

    private final Class<?> target;

    Target(Class<?> target) {
      this.target = target;
    }

    List<byte[]> seeds() throws IOException {
      return switch (this) {
        case CSV -> List.of(CsvFuzz.seed());
        case MANIFEST -> List.of(ManifestFuzz.seed());
        case CONFIGURATION ->
            List.of(ConfigurationFuzz.seed("xinbao.yaml"), ConfigurationFuzz.seed("products.yaml"));
        case FEEDBACK -> List.of(FeedbackFuzz.seed());
      };
    }

    void run(byte[] data) throws IOException {
      switch (this) {
        case CSV -> CsvFuzz.fuzzerTestOneInput(data);
        case MANIFEST -> ManifestFuzz.fuzzerTestOneInput(data);
        case CONFIGURATION -> ConfigurationFuzz.fuzzerTestOneInput(data);
        case FEEDBACK -> FeedbackFuzz.fuzzerTestOneInput(data);
      }
    }
  }

  private FuzzSeeds() {}

  public static void main(String[] arguments) throws IOException {
    for (Target each : Target.values()) {
      Path folder = Files.createDirectories(Path.of(arguments[0]).resolve(each.target.getName()));
      int number = 0;
      for (byte[] seed : each.seeds()) {
        Files.write(folder.resolve("seed" + number++), seed);
      }
      System.out.println(each.target.getName());
    }
  }
}
