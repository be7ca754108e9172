package org.xinbao.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which borrowers must be told, and by when. */
class NoticesToSendTest {

  private static final String FIRST = "2026-10-30";
  private static final String MONTH_END = "2026-10-31";
  private static final String NEXT_DAY = "2026-11-01";

  private final Path folder;
  private final Nights nights;

  NoticesToSendTest(@TempDir Path folder) {
    this.folder = folder;
    this.nights = Nights.in(folder.resolve("own"));
  }

  /**
   * Three loans of the sample have no notice that counts when their report is due on the month-end;
   * that of XB00020029 belongs to an earlier record.
   */
  @Test
  void noticesThatAreLackingAreListedWithTheirLastDay() throws IOException {
    nights.runSample(FIRST);
    // On 2026-10-30 the report of the next day cannot be reached any more: that of 11-30 can.
    assertThat(noticesToSend(FIRST))
        .contains("XB00020025 2026-11-29 LATE", "XB00020026 2026-11-29 LATE");
    nights.runSample(MONTH_END);
    assertThat(noticesToSend(MONTH_END))
        .containsExactly(
            "XB00020025 2026-11-29 LATE",
            "XB00020026 2026-11-29 LATE",
            "XB00020029 2026-11-29 LATE");
    nights.publish(
        TestLedger.sample(MONTH_END, folder.resolve("in-next")).date(NEXT_DAY).seal(), NEXT_DAY);
    assertThat(noticesToSend(NEXT_DAY)).contains("XB00020025 2026-11-29 LATE");
  }

  private List<String> noticesToSend(String date) throws IOException {
    List<String> rows = new ArrayList<>();
    for (Map<String, String> each :
        Csv.rows(nights.published(date).resolve("notices-to-send.csv"))) {
      rows.add(each.get("loan_id") + " " + each.get("send_by") + " " + each.get("state"));
    }
    return rows;
  }
}
