package org.xinbao.bureau.ferry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinbao.cli.Commands;
import org.xinbao.cli.Ended;

/** A bureau that no file of the program knows is reported to by configuration alone. */
class FerryTest {

  private static final String DATE = "2026-10-31";

  private static Path conf(Path folder, String ferry) throws IOException {
    Path conf = Files.createDirectories(folder.resolve("conf"));
    for (String each : List.of("products.yaml", "pboc.yaml")) {
      Files.copy(Path.of("jobs/conf", each), conf.resolve(each));
    }
    String settings = Files.readString(Path.of("jobs/conf/xinbao.yaml"));
    Files.writeString(conf.resolve("xinbao.yaml"), settings + "\nbureaux: [pboc, ferry]\n");
    Files.writeString(conf.resolve("ferry.yaml"), ferry);
    return conf;
  }

  private static Ended night(Path folder, Path conf, String date) {
    return Commands.run(
        "nightly",
        "--ledger",
        "sample-data/" + DATE,
        "--date",
        date,
        "--home",
        folder.resolve("home").toString(),
        "--output",
        folder.resolve("out").toString(),
        "--conf",
        conf.toString());
  }

  @Test
  void anUnknownKeyOfItsFileIsRefused(@TempDir Path folder) throws IOException {
    Path conf = conf(folder, "day-of-month: 31\nnotice: {mode: OFF}\nferry: boat\n");

    Ended ended = night(folder, conf, DATE);

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.toString())
        .contains("ferry.yaml: ferry is not a known key; known here: consent, day-of-month");
  }

  @Test
  void aBureauIsAddedByConfigurationAlone(@TempDir Path folder) throws IOException {
    Path conf = conf(folder, "day-of-month: 31\nnotice: {mode: REQUIRE}\n");

    Ended ended = night(folder, conf, DATE);

    assertThat(ended.code()).as(ended.toString()).isEqualTo(10);
    Path out = folder.resolve("out").resolve(DATE);
    Set<String> expected = new TreeSet<>();
    Set<String> adverse = new TreeSet<>();
    for (Map<String, String> row : rows(out.resolve("assessments.csv"))) {
      if (!"CLOSED".equals(row.get("account_status"))) {
        ("".equals(row.get("first_overdue_on")) ? expected : adverse)
            .add(
                String.join(
                    ",",
                    row.get("loan_id"),
                    DATE,
                    new BigDecimal(row.get("principal_balance")).movePointRight(2).toPlainString(),
                    new BigDecimal(row.get("overdue_total")).movePointRight(2).toPlainString()));
      }
    }
    List<String> lines =
        Files.readAllLines(out.resolve("submissions/ferry/FERRY-2026-11-01-1.txt"));
    Set<String> held =
        rows(out.resolve("held.csv")).stream()
            .filter(row -> "ferry".equals(row.get("bureau")))
            .map(row -> row.get("loan_id"))
            .collect(Collectors.toSet());
    assertThat(lines.get(0)).isEqualTo("FERRY 1");
    assertThat(lines.subList(1, lines.size())).containsAll(expected);
    // An adverse line goes out only after a notice; each of the others is held back by name.
    for (String each : adverse) {
      assertThat(lines.contains(each)).isNotEqualTo(held.contains(each.split(",", 2)[0]));
    }
    assertThat(adverse).isNotEmpty();
    assertThat(out.resolve("submissions/pboc")).isNotEmptyDirectory();
    assertThat(Files.readString(out.resolve("run.json"))).contains("ferry.day-of-month");
  }

  @Test
  void thePrecheckKnowsItsFiles(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("FERRY-2026-11-01-1.txt");
    Files.writeString(file, "FERRY 1\nL1,2026-10-31,100,0\nL2,yesterday,1,1\n");

    Path result = folder.resolve("result.txt");

    Ended ended = Commands.run("precheck", file.toString(), "--out", result.toString());

    assertThat(ended.code()).isEqualTo(10);
    assertThat(Files.readString(result)).contains("line 3: F2: Not four fields.", "balance 100");
  }

  private static List<Map<String, String>> rows(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    List<String> columns = List.of(lines.get(0).split(",", -1));
    return lines.stream()
        .skip(1)
        .map(line -> line.split(",", columns.size()))
        .map(
            fields ->
                IntStream.range(0, columns.size())
                    .boxed()
                    .collect(Collectors.toMap(columns::get, each -> fields[each])))
        .toList();
  }
}
