package org.xinbao.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinbao.cli.Commands;
import org.xinbao.cli.Ended;

/** The pre-check with a home: what this home has sent is not to be sent again. */
class PrecheckOfSentFilesTest {

  @TempDir Path folder = Path.of("");

  @Test
  void whatWasSentIsFoundAndAllElseIsGood() throws Exception {
    Nights nights = Nights.in(folder);
    Path published = nights.publish(Nights.sample("2026-10-31"), "2026-10-31");
    Path sent;
    try (Stream<Path> files = Files.list(published.resolve("submissions/pboc"))) {
      sent =
          files
              .filter(each -> String.valueOf(each.getFileName()).startsWith("210", 22))
              .sorted()
              .findFirst()
              .orElseThrow();
    }
    assertThat(Commands.run("precheck", sent.toString()).code()).isZero();

    String[] withHome = {
      "precheck",
      sent.toString(),
      "--home",
      nights.home().toString(),
      "--format",
      "csv",
      "--limit",
      "1000"
    };
    Ended ended = Commands.run(withHome);
    assertThat(ended.code()).isEqualTo(10);
    List<String> rows = Commands.output(withHome).lines().toList();
    long records = Files.readString(sent).split("\r\n", -1).length - 1L;
    assertThat(rows.get(1)).contains(",1,ABF009,");
    assertThat(rows.stream().filter(each -> each.contains(",ABR004,")).count()).isEqualTo(records);

    // The same file of accounts that this home never had, under a name not used yet.
    String name = String.valueOf(sent.getFileName());
    Path other = folder.resolve(name.substring(0, 26) + "999" + name.substring(29));
    Files.writeString(
        other, Files.readString(sent).replaceAll("<AcctCode>(.{14})(\\w+)", "<AcctCode>$1NEW$2"));
    assertThat(Commands.run("precheck", other.toString(), "--home", nights.home().toString()))
        .isEqualTo(new Ended(0, List.of()));
    nights.assertOutputHasOnly("2026-10-31");
  }

  @Test
  void aHomeThatIsNotThereEndsWith2() throws Exception {
    Path file = Files.writeString(folder.resolve("x.txt"), "x");
    Ended ended =
        Commands.run("precheck", file.toString(), "--home", folder.resolve("none").toString());
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.sentence()).contains("--home");
  }
}
