package org.xinbao.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.xinbao.cli.Main;

/**
 * What the program leaves behind is for owner and group only, also when it is started by hand,
 * without the mask that its scripts set.
 */
@DisabledOnOs(OS.WINDOWS)
class RightsTest {

  private static final Set<PosixFilePermission> OTHERS =
      Set.of(
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE,
          PosixFilePermission.OTHERS_EXECUTE);

  private final Path folder;

  RightsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void nothingIsForOthersWithoutAMaskEither() throws Exception {
    Nights nights = Nights.in(folder);
    assertThat(withoutMask(nights.arguments(Nights.sample("2026-10-31"), "2026-10-31")))
        .isEqualTo(10);
    assertThat(
            withoutMask(
                List.of(
                    "archive",
                    "--home",
                    nights.home().toString(),
                    "--output",
                    nights.output().toString(),
                    "--conf",
                    nights.conf().toString())))
        .isZero();
    List<String> wide = new ArrayList<>();
    int seen = 0;
    for (Path top : List.of(nights.home(), nights.output())) {
      try (Stream<Path> all = Files.walk(top)) {
        for (Path each : all.toList()) {
          seen++;
          if (Files.getPosixFilePermissions(each).stream().anyMatch(OTHERS::contains)) {
            wide.add(folder.relativize(each).toString());
          }
        }
      }
    }
    assertThat(wide).isEmpty();
    assertThat(seen).isGreaterThan(40);
  }

  /** A shell is needed to start a process with another mask. */
  private static int withoutMask(List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("sh", "-c", "umask 0; exec \"$@\"", "sh"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(Main.class.getName());
    command.addAll(arguments);
    return new ProcessBuilder(command)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start()
        .waitFor();
  }
}
