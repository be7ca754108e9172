package org.xinbao.bureau.baihang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinbao.bureau.FeedbackHead;
import org.xinbao.bureau.FeedbackLine;
import org.xinbao.bureau.FeedbackRefused;
import org.xinbao.bureau.FeedbackSink;

/** What the institution's client writes of the records that the bureau did not take. */
class FeedbackTest {

  private static final String NAME = "测试消费金融有限公司_D3_20260212_0001.feedback.csv";

  private final Path folder;

  FeedbackTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private List<String> read(String name, String text) throws IOException, FeedbackRefused {
    List<String> told = new ArrayList<>();
    new Nights(folder)
        .bureau()
        .readFeedback(
            Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8)),
            new FeedbackSink() {
              @Override
              public void head(FeedbackHead head) {
                told.add(head.submission() + " " + head.outcome() + " " + head.stored());
              }

              @Override
              public void line(FeedbackLine line) {
                told.add(line.submissionLine() + " " + line.codes().get(0).code());
              }
            });
    return told;
  }

  @Test
  void theSubmissionAndItsLinesAreTold() throws Exception {
    String submission = NAME.replace(".feedback.csv", ".txt");
    assertThat(new Nights(folder).bureau().isFeedback(NAME)).isTrue();
    assertThat(new Nights(folder).bureau().isFeedback(submission)).isFalse();
    assertThat(read(NAME, "2,0,2026-02-12\r\n")).containsExactly(submission + " ACCEPTED 2");
    assertThat(read(NAME, "1,1,2026-02-12\n3,E1;E2\n"))
        .containsExactly(submission + " PARTLY 1", "3 E1");
    assertThat(read(NAME, "0,2,2026-02-12\n0,FILE\n"))
        .containsExactly(submission + " REJECTED 0", "0 FILE");
  }

  @Test
  void whatIsNotThatIsRefused() {
    Map<String, FeedbackRefused.Reason> bad =
        Map.of(
            "", FeedbackRefused.Reason.BAD_HEADER,
            "1,1\n", FeedbackRefused.Reason.BAD_HEADER,
            "1,1,20260212\n2,E1\n", FeedbackRefused.Reason.BAD_HEADER,
            "1,1,2026-02-12\n", FeedbackRefused.Reason.TRUNCATED,
            "1,1,2026-02-12\n1,E1\n", FeedbackRefused.Reason.BAD_LINE,
            "1,1,2026-02-12\n0,E1\n", FeedbackRefused.Reason.BAD_LINE,
            "1,1,2026-02-12\n2\n", FeedbackRefused.Reason.BAD_LINE,
            "1,1,2026-02-12\n2,E 1\n", FeedbackRefused.Reason.BAD_LINE);
    bad.forEach(
        (text, reason) ->
            assertThatThrownBy(() -> read(NAME, text))
                .as(text)
                .isInstanceOfSatisfying(
                    FeedbackRefused.class, e -> assertThat(e.reason()).isEqualTo(reason)));
    assertThatThrownBy(() -> read(NAME.replace("测试", "别的"), "1,0,2026-02-12\n"))
        .isInstanceOfSatisfying(
            FeedbackRefused.class,
            e -> assertThat(e.reason()).isEqualTo(FeedbackRefused.Reason.FOREIGN));
  }
}
