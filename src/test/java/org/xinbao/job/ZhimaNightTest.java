package org.xinbao.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nights of the sample that also report to Zhima Credit. */
class ZhimaNightTest {

  @Test
  void aNightWritesTheFeedbackWithItsParametersAndTheNextOnlyWhatHappened(@TempDir Path folder)
      throws IOException {
    Path conf = Trees.copy(Nights.SAMPLE_CONF, folder.resolve("conf"));
    change(conf.resolve("xinbao.yaml"), "# bureaux: [pboc]", "bureaux: [pboc, zhima]");
    Nights nights = Nights.in(folder).withConf(conf);
    assertThat(nights.runSample("2026-10-30").code())
        .as("without a confirmed contract nothing is read")
        .isEqualTo(2);
    change(conf.resolve("zhima.yaml"), "confirmed-on: none", "confirmed-on: 2026-01-01");
    change(conf.resolve("zhima.yaml"), "consent: REQUIRE", "consent: ASSUME");
    Path first = nights.publish(Nights.sample("2026-10-30"), "2026-10-30");
    Path second = nights.publish(Nights.sample("2026-10-31"), "2026-10-31");
    int all = Trees.lines(file(first, "20261031", ".json")).size() - 2;
    int news = Trees.lines(file(second, "20261101", ".json")).size() - 2;
    assertThat(all).isGreaterThan(200);
    assertThat(news).isBetween(1, all / 4);
    assertThat(Files.readString(file(second, "20261101", ".request.json")))
        .contains("\"records\":\"" + news + "\"");
    assertThat(Trees.lines(second.resolve("held.csv"))).anyMatch(row -> row.contains(",zhima,"));
  }

  private static Path file(Path night, String day, String ending) {
    return night.resolve("submissions/zhima/zhima_feedback_" + day + "_001" + ending);
  }

  private static void change(Path file, String from, String to) throws IOException {
    String text = Files.readString(file);
    assertThat(text).contains(from);
    Files.writeString(file, text.replace(from, to));
  }
}
