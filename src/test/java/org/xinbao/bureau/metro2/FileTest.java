package org.xinbao.bureau.metro2;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinbao.bureau.PrecheckKnown;
import org.xinbao.bureau.SubmissionFile;

/** The file as a whole, read back by {@link Positions}. */
class FileTest {

  private static final Path GOLDEN = Path.of("src/test/resources/metro2/book.txt");

  private final Path folder;

  FileTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void theFileIsTheGoldenOneAndHasNoFinding() throws IOException {
    SubmissionFile file = new Book(folder).write();
    assertThat(file.name()).isEqualTo("metro2_20241201_001.txt");
    Path written = folder.resolve(file.name());
    assertThat(Files.readString(written)).isEqualTo(Files.readString(GOLDEN));
    List<String> findings = new ArrayList<>();
    SubmissionFile read =
        new Metro2Factory()
            .precheck(
                written,
                PrecheckKnown.NOTHING,
                each -> findings.add(each.line() + " " + each.code() + " " + each.tag()));
    assertThat(findings).isEmpty();
    assertThat(read).isEqualTo(file);
  }

  @Test
  void theHeaderSaysWhoReportsAndAsOfWhen() throws IOException {
    assertThat(Positions.record(lines().get(0)).get(0).getValue())
        .containsEntry("Record Descriptor Word", "0426")
        .containsEntry("Record Identifier", "HEADER")
        .containsEntry("Equifax Program Identifier", "TESTEFX001")
        .containsEntry("Activity Date", "11302024")
        .containsEntry("Date Created", "12012024")
        .containsEntry("Reporter Name", "TEST LENDER")
        .containsEntry("Reporter Address", "1 TEST STREET")
        .containsEntry("Software Vendor Name", "XINBAO");
  }

  /** What the golden file says of each account, from the life of each in {@link Book}. */
  @Test
  void everyAccountIsToldAsItsLifeHasIt() throws IOException {
    Map<String, List<String>> told = new TreeMap<>();
    for (String each : lines()) {
      List<Map.Entry<String, Map<String, String>>> segments = Positions.record(each);
      if (segments.get(0).getKey().equals("BASE")) {
        Map<String, String> base = segments.get(0).getValue();
        told.put(
            base.getOrDefault("Consumer Account Number", "?"),
            List.of(
                base.getOrDefault("Account Status", "?") + base.getOrDefault("Payment Rating", "?"),
                base.getOrDefault("ECOA Code", "?"),
                base.getOrDefault("Terms Duration", "?"),
                String.valueOf(Long.parseLong(base.getOrDefault("Credit Limit", "?"))),
                String.join(" ", segments.stream().skip(1).map(Map.Entry::getKey).toList())));
      }
    }
    assertThat(told)
        .containsEntry(Book.BOUGHT, List.of("11", "1", "012", "0", "K1 K2 K4 N1"))
        .containsEntry(Book.CHARGED_OFF, List.of("97", "1", "012", "0", ""))
        .containsEntry(Book.CURRENT, List.of("11", "1", "012", "0", "L1"))
        .containsEntry(Book.LATE, List.of("71", "1", "012", "0", ""))
        .containsEntry(Book.LINE, List.of("11", "1", "LOC", "5000", ""))
        .containsEntry(Book.PAID, List.of("130", "1", "012", "0", ""))
        .containsEntry(Book.PAID_AFTER, List.of("64", "1", "012", "0", ""))
        .containsEntry(Book.SHARED, List.of("11", "2", "012", "0", "J1 J2"))
        .containsEntry(Book.SOLD, List.of("056", "1", "012", "0", "K2"))
        .hasSize(9);
  }

  @Test
  void appendedSegmentsReadBack() throws IOException {
    Map<String, Map<String, String>> byName = new TreeMap<>();
    for (String each : lines()) {
      Positions.record(each).stream()
          .skip(1)
          .forEach(segment -> byName.putIfAbsent(segment.getKey(), segment.getValue()));
    }
    assertThat(byName.keySet()).containsExactly("J1", "J2", "K1", "K2", "K4", "L1", "N1");
    assertThat(byName.get("J1"))
        .containsEntry("Surname", "TESTROE")
        .containsEntry("Generation Code", "J")
        .containsEntry("Social Security Number", "123456789")
        .containsEntry("Date Birth", "01011901")
        .containsEntry("ECOA Code", "2");
    assertThat(byName.get("J2"))
        .containsEntry("Surname", "TESTPOE")
        .containsEntry("Social Security Number", "000000000")
        .containsEntry("ECOA Code", "5")
        .containsEntry("First Line Address", "9 TEST ROAD")
        .containsEntry("Zip Code", "90001")
        .containsEntry("Residence Code", "O");
    assertThat(byName.get("K1"))
        .containsEntry("Original Creditor Name", "TEST BANK")
        .containsEntry("Creditor Classification", "08");
    assertThat(byName.get("K2"))
        .containsEntry("Purchased Indicator", "1")
        .containsEntry("Purchased Name", "TEST SELLER");
    assertThat(byName.get("K4"))
        .containsEntry("Specialized Payment Indicator", "01")
        .containsEntry("Balloon Payment Due Date", "01152025")
        .containsEntry("Balloon Payment Amount", "000000105");
    assertThat(byName.get("L1")).containsEntry("New Consumer Account Number", "CURRENT2");
    assertThat(byName.get("N1"))
        .containsEntry("Employer Name", "TEST WORKS")
        .containsEntry("First Line Employer Address", "2 TEST STREET")
        .containsEntry("Occupation", "TESTER");
  }

  /** Counted by hand from {@link #everyAccountIsToldAsItsLifeHasIt}. */
  @Test
  void theTrailerCountsWhatTheFileHas() throws IOException {
    List<String> lines = lines();
    Map<String, String> trailer =
        new TreeMap<>(Positions.record(lines.get(lines.size() - 1)).get(0).getValue());
    Map<String, Long> counts = new TreeMap<>();
    trailer.forEach(
        (name, value) -> {
          if (name.startsWith("Total") || name.equals("Block Count")) {
            counts.put(name, Long.parseLong(value));
          }
        });
    counts.values().removeIf(each -> each == 0);
    Map<String, Long> expected = new TreeMap<>();
    expected.put("Total Base Records", 9L);
    expected.put("Block Count", 11L);
    expected.put("Total Status Code 05", 1L);
    expected.put("Total Status Code 11", 4L);
    expected.put("Total Status Code 13", 1L);
    expected.put("Total Status Code 64", 1L);
    expected.put("Total Status Code 71", 1L);
    expected.put("Total Status Code 97", 1L);
    expected.put("Total Consumer Segments J1", 1L);
    expected.put("Total Consumer Segments J2", 1L);
    expected.put("Total Employment Segments", 1L);
    expected.put("Total Original Creditor Segments", 1L);
    expected.put("Total Purchased To Segments", 2L);
    expected.put("Total Payment Information Segments", 1L);
    expected.put("Total Change Segments", 1L);
    expected.put("Total Social Numbers All Segments", 10L);
    expected.put("Total Social Numbers Base Segments", 9L);
    expected.put("Total Social Numbers J1 Segments", 1L);
    expected.put("Total Dates Birth All Segments", 11L);
    expected.put("Total Dates Birth Base Segments", 9L);
    expected.put("Total Dates Birth J1 Segments", 1L);
    expected.put("Total Dates Birth J2 Segments", 1L);
    expected.put("Total Telephone Numbers All Segments", 9L);
    assertThat(counts).isEqualTo(expected);
  }

  @Test
  void everyEditHasASentenceInBothLanguages() {
    for (Metro2Rule each : Metro2Rule.values()) {
      assertThat(each.english()).endsWith(".");
      assertThat(each.chinese()).endsWith("。");
    }
  }

  private static List<String> lines() throws IOException {
    return Files.readAllLines(GOLDEN);
  }
}
