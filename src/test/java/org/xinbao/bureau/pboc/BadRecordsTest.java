package org.xinbao.bureau.pboc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xinbao.arrears.Day;

/**
 * Every rule that a record can be judged by alone, for every record type: the cases of {@code
 * src/test/resources/pboc/bad-records.txt}, which explains itself. The records are written by hand.
 */
class BadRecordsTest {

  private static final Path CASES = Path.of("src/test/resources/pboc/bad-records.txt");
  private static final int FILE_DATE = Day.of(2026, 11, 30);

  private static final RecordChecks CHECKS = new RecordChecks(Samples.P, Set.of(Samples.P));

  /** A case: a good record, what is changed in it, what must be found, and whether more may be. */
  record Case(String good, List<String> changes, List<String> expected, boolean more) {

    @Override
    public String toString() {
      return good + ": " + expected;
    }
  }

  static Stream<Case> cases() throws IOException {
    List<Case> cases = new ArrayList<>();
    String good = "";
    List<String> expected = new ArrayList<>();
    List<String> changes = new ArrayList<>();
    List<String> lines = new ArrayList<>(Files.readAllLines(CASES));
    lines.add("");
    for (String line : lines) {
      if (line.startsWith("good ")) {
        good = line.substring("good ".length());
      } else if (line.startsWith("  ")) {
        changes.add(line.substring(2));
      } else if (line.isEmpty() && !expected.isEmpty()) {
        boolean more = expected.remove("...");
        cases.add(new Case(good, List.copyOf(changes), List.copyOf(expected), more));
        expected.clear();
        changes.clear();
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        expected.add(line);
      }
    }
    return cases.stream();
  }

  private static Map<String, String> titled() throws IOException {
    Map<String, String> records = new LinkedHashMap<>();
    String title = "";
    for (String line : Files.readAllLines(LayoutWriterTest.CASES)) {
      if (line.startsWith("# ")) {
        title = line.substring(2);
      } else if (line.startsWith("<Document>")) {
        records.put(title, line);
      }
    }
    return records;
  }

  private static String good(String name) throws IOException {
    return name.startsWith("210 ")
        ? account(name)
        : titled().entrySet().stream()
            .filter(each -> each.getKey().startsWith(name))
            .findFirst()
            .orElseThrow()
            .getValue();
  }

  /** {@code 210 TYPE CODE SEGMENT...}. */
  private static String account(String name) {
    String[] words = name.split(" ", -1);
    Segment[] more = Arrays.stream(words).skip(3).map(Segment::valueOf).toArray(Segment[]::new);
    return Samples.with(AccountType.valueOf(words[1]), Integer.parseInt(words[2]), more);
  }

  private static String bad(Case each) throws IOException {
    String record = good(each.good());
    for (String change : each.changes()) {
      if (change.startsWith("+ ")) {
        record = account(each.good() + change.substring(1));
      } else if (change.startsWith("- ")) {
        String tag = change.substring(2);
        int from = record.indexOf("<" + tag + ">");
        String close = "</" + tag + ">";
        int to = record.indexOf(close, from) + close.length();
        assertThat(from).as(change).isPositive();
        record = record.substring(0, from) + record.substring(to);
      } else {
        String[] sides = change.replace("\\t", "\t").split(" ->( |$)", 2);
        assertThat(record).contains(sides[0]);
        record = record.replace(sides[0], sides[1]);
      }
    }
    return record;
  }

  /** The findings of a record, each a code and its tag. */
  static List<String> findings(String recordType, String record) {
    List<String> found = new ArrayList<>();
    byte[] bytes = record.getBytes(UTF_8);
    CHECKS
        .find(recordType)
        .orElseThrow()
        .check(
            bytes,
            0,
            bytes.length,
            FILE_DATE,
            (rule, tag) -> found.add((rule.code() + " " + tag).strip()));
    return found;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aBadRecordHasItsFindings(Case each) throws IOException {
    String type = each.good().substring(0, 3);
    assertThat(findings(type, good(each.good()))).as("the good record").isEmpty();
    List<String> found = findings(type, bad(each));
    if (each.more()) {
      assertThat(found).startsWith(each.expected().toArray(new String[0]));
    } else {
      assertThat(found).isEqualTo(each.expected());
    }
  }

  /** Every code that the file alone can be judged by has a case, here or in PrecheckTest. */
  @Test
  void everyLocalRuleHasACase() throws IOException {
    Set<PbocRule> rules = EnumSet.copyOf(PrecheckTest.RULES);
    Set<String> types = new TreeSet<>();
    cases()
        .forEach(
            each -> {
              types.add(each.good().substring(0, 3));
              each.expected().forEach(line -> rules.add(PbocRule.valueOf(line.substring(0, 6))));
            });
    Set<PbocRule> local = EnumSet.noneOf(PbocRule.class);
    for (PbocRule each : PbocRule.values()) {
      if (each.checked() != PbocRule.Checked.CENTRE) {
        local.add(each);
      }
    }
    assertThat(rules).isEqualTo(local);
    assertThat(types).contains("210");
    RecordLayouts.all().forEach(layout -> assertThat(types).contains(layout.recordType()));
  }

  /** No good record of any type has a finding; the door lets all of them through. */
  @Test
  void goodRecordsHaveNoFinding() throws IOException {
    for (AccountType type : AccountType.values()) {
      for (ReportPoint point : ReportPoint.values()) {
        if (SegmentMatrix.allows(type, point)) {
          assertThat(findings("210", Samples.good(type, point.code()))).as("%s", type).isEmpty();
        }
      }
    }
    titled()
        .forEach(
            (title, record) -> {
              String type = title.substring(0, 3);
              assertThat(findings(type, record)).as(title).isEmpty();
              assertThat(CHECKS.first(type, new RecordBytes().raw(bytes(record))))
                  .as(title)
                  .isEmpty();
            });
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  /** The door before the sink: the first finding, and records that are too long. */
  @Test
  void aRecordWithAFindingIsStoppedAtTheDoor() throws IOException {
    String record = good("214").replace("LOAN0001", "");
    assertThat(CHECKS.first("214", new RecordBytes().raw(bytes(record)))).isEmpty();
    String bad = record.replace("TEST0000000001", "");
    assertThat(CHECKS.first("214", new RecordBytes().raw(bytes(bad))))
        .contains(new RecordCheck.Problem(PbocRule.ABE000, "DelRecCode"));
    String tooLong = record.replace("TEST0000000001", "T".repeat(100_000));
    assertThat(CHECKS.first("214", new RecordBytes().raw(bytes(tooLong))))
        .contains(new RecordCheck.Problem(PbocRule.ABF008, ""));
    assertThat(CHECKS.find("510")).isEmpty();
  }
}
