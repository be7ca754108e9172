package org.xinbao.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinbao.arrears.Day;

/** Days off move the day on which bureau files are made, and nothing else. */
class WorkingDaysTest {

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path temp;

  private final List<String> rejects = new ArrayList<>();

  private int firstFrom(int day, ExportFolder folder) throws Exception {
    Files.createDirectories(temp.resolve("work"));
    try (LedgerExport export =
            LedgerExport.open(
                folder.write(temp.resolve("export")),
                ExportFolder.DATE,
                ExportFolder.SETTINGS,
                temp.resolve("work"));
        LoanReader reader = export.read(LoanRange.ALL)) {
      for (var group = reader.next(); group.isPresent(); group = reader.next()) {
        group.get().rejects().forEach(each -> rejects.add(each.line() + ":" + each.code()));
      }
      export.checkTotals(reader.tallies());
      return export.workingDayFrom(day);
    }
  }

  private static ExportFolder calendar(String... rows) {
    List<String> lines = new ArrayList<>(List.of("day,working"));
    lines.addAll(List.of(rows));
    return ExportFolder.oneLoan().file("calendar.csv", lines.toArray(String[]::new));
  }

  @Test
  void daysOffInARowArePassedOver() throws Exception {
    int first =
        firstFrom(
            Day.of(2026, 10, 1),
            // in no order; the 4th is worked on, so the 5th off does not count
            calendar(
                "2026-10-03,0",
                "2026-10-01,0",
                "2026-10-05,0",
                "2026-10-02,false",
                "2026-10-04,1"));

    assertThat(first).isEqualTo(Day.of(2026, 10, 4));
    assertThat(rejects).isEmpty();
  }

  @Test
  void withoutTheFileEveryDayIsWorkedOn() throws Exception {
    assertThat(firstFrom(Day.of(2026, 10, 1), ExportFolder.oneLoan()))
        .isEqualTo(Day.of(2026, 10, 1));
  }

  @Test
  void aWrongOrRepeatedDayIsListedAndLeftOut() throws Exception {
    int first =
        firstFrom(
            Day.of(2026, 10, 1),
            calendar("2026-10-01,off", "2026-10-01,0", "2026-10-32,0", "2026-10-02,0"));

    assertThat(first).isEqualTo(Day.of(2026, 10, 1));
    assertThat(rejects).containsExactlyInAnyOrder("2:BAD_VALUE", "3:DUPLICATE_ROW", "4:BAD_VALUE");
  }
}
