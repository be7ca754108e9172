package org.xinbao.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinbao.cli.Commands;
import org.xinbao.cli.Ended;
import org.xinbao.evidence.EvidenceEntry;
import org.xinbao.evidence.EvidenceKind;
import org.xinbao.job.PbocFiles.Sent;

/**
 * A lender that reported the sample book with another system until 2026-10-31 goes on with this one
 * (rulings 6). The other system is a home of its own; what is handed over comes from its files.
 */
class HistoryImportTest {

  private static final String FIRST = "2026-10-30";
  private static final String LAST = "2026-10-31";
  private static final String NEXT = "2026-11-30";
  private static final String BASIC_DATA = "<AcctBsInfSgmt>.*</AcctBsInfSgmt>";

  private static Nights other = Nights.in(Path.of(""));

  private final Nights nights;
  private final ImportedHistory history;

  HistoryImportTest(@TempDir Path folder) throws IOException {
    nights = Nights.in(folder);
    history =
        ImportedHistory.of(
            folder.resolve("history"), List.of(other.published(FIRST), other.published(LAST)));
  }

  @BeforeAll
  static void reportWithAnotherSystem(@TempDir Path before) {
    other = Nights.in(before);
    for (String date : List.of(FIRST, LAST, NEXT)) {
      other.publish(Nights.sample(date), date);
    }
  }

  private List<String> arguments(String date) {
    return List.of(
        "import-history",
        "--dir",
        history.folder().toString(),
        "--date",
        date,
        "--home",
        nights.home().toString());
  }

  private Ended take(String date) {
    return Commands.run(arguments(date).toArray(String[]::new));
  }

  private Ended verify() {
    return Commands.run(
        "audit",
        "verify",
        "--home",
        nights.home().toString(),
        "--output",
        nights.output().toString());
  }

  private SortedMap<String, String> reports(Path published) throws IOException {
    SortedMap<String, String> reports = new TreeMap<>();
    for (Sent each : PbocFiles.records(published)) {
      if (history.last.containsKey(each.loanId())) {
        reports.put(each.loanId() + " " + each.reportDate() + " " + each.point(), each.text());
      }
    }
    return reports;
  }

  @Test
  void theFirstNightReportsWhatTheOtherSystemWouldHaveReported() throws Exception {
    Ended imported = take(LAST);
    assertThat(imported.code()).as(imported.toString()).isZero();
    assertThat(imported.sentence()).startsWith("History imported as of 2026-10-31: ");

    Path published = nights.publish(Nights.sample(NEXT), NEXT);

    SortedMap<String, String> reports = reports(published);
    SortedMap<String, String> theirs = reports(other.published(NEXT));
    assertThat(reports.keySet()).hasSizeGreaterThan(100).isEqualTo(theirs.keySet());
    // A history does not say what segments told, so that a changed segment C is taken as told.
    theirs.forEach(
        (key, text) ->
            assertThat(reports.get(key)).as(key).isIn(text, text.replaceAll(BASIC_DATA, "")));
    // XB00040013 is transferred and XB00040015 extended in the meantime.
    assertThat(theirs.keySet())
        .filteredOn(each -> String.valueOf(theirs.get(each)).contains("<AcctBsInfSgmt>"))
        .containsExactly("XB00040013 2026-11-30 32", "XB00040015 2026-11-30 30");
    assertThat(reports.keySet()).noneMatch(each -> each.endsWith(" 10") || each.endsWith(" 31"));
    assertThat(PbocFiles.texts(published, "220"))
        .containsExactlyElementsOf(PbocFiles.texts(other.published(NEXT), "220"));
    assertThat(Files.readString(published.resolve("episodes.csv")))
        .isEqualTo(Files.readString(other.published(NEXT).resolve("episodes.csv")));
    assertThat(Csv.column(published.resolve("rejects.csv"), "code"))
        .doesNotContain("LOAN_ID_REUSED");
  }

  @Test
  void itIsInTheEvidence() throws Exception {
    assertThat(take(LAST).code()).isZero();
    nights.publish(Nights.sample(NEXT), NEXT);

    List<EvidenceEntry> entries = Evidence.of(nights, EvidenceKind.IMPORT);
    assertThat(entries).hasSize(1);
    assertThat(entries.get(0).statements().values("input"))
        .extracting(each -> each.get(0))
        .containsExactly(
            "adverse.csv", "facility_reported.csv", "reported.csv", "reported_special.csv");
    assertThat(entries.get(0).body()).doesNotContain("XB0001");
    Ended verified = verify();
    assertThat(verified.code()).as(verified.toString()).isZero();

    Path state = nights.home().resolve("state").resolve(LAST + ".state");
    byte[] bytes = Files.readAllBytes(state);
    bytes[bytes.length / 2] ^= 1;
    Files.write(state, bytes);
    assertThat(verify().code()).isEqualTo(10);
    bytes[bytes.length / 2] ^= 1;
    Files.write(state, bytes);

    // What the archive keeps of the night, so that it can be reproduced.
    assertThat(Evidence.of(nights, EvidenceKind.RUN).get(0).statements().values("state_before"))
        .extracting(each -> each.get(0))
        .contains(LAST, "facilities/" + LAST);
  }

  @Test
  void itCanBeRepeatedButNotReplaced() throws Exception {
    Ended imported = take(LAST);
    assertThat(take(LAST)).isEqualTo(imported);
    assertThat(take(FIRST).code()).isEqualTo(20);

    List<String> rows = history.lines("reported.csv");
    rows.remove(1);
    history.write("reported.csv", rows);
    assertThat(take(LAST).sentence()).contains("a history was imported already, as of 2026-10-31");
    assertThat(Evidence.of(nights, EvidenceKind.IMPORT)).hasSize(1);
  }

  @Test
  void aHomeWithNightsTakesNone() {
    nights.publish(Nights.sample(FIRST), FIRST);
    Ended refused = take(LAST);
    assertThat(refused.code()).isEqualTo(20);
    assertThat(refused.sentence()).startsWith("Nothing was imported: nights were run");
  }

  @Test
  void aNightUpToItsDateIsRefused() {
    assertThat(take(LAST).code()).isZero();
    for (String date : List.of(FIRST, LAST)) {
      Ended night = nights.withOptions("--correct", "--reason", "a test").runSample(date);
      assertThat(night.code()).as(night.toString()).isEqualTo(20);
      assertThat(night.sentence()).contains("DATE_ORDER", "run a later date");
    }
  }

  @Test
  void aKilledImportIsRepeatedBeforeAnyNight() throws Exception {
    Ended killed =
        ChildProgram.run(
            List.of("-D" + FailurePoint.PROPERTY + "=" + FailurePoint.IMPORT_WRITTEN),
            arguments(LAST));
    assertThat(killed.code()).isEqualTo(FailurePoint.HALTED);
    Ended night = nights.runSample(NEXT);
    assertThat(night.code()).isEqualTo(20);
    assertThat(night.sentence()).contains("run jobs/xinbao.sh import-history again first");

    List<String> rows = history.lines("reported.csv");
    rows.remove(1);
    history.write("reported.csv", rows);
    Ended again = take(LAST);
    assertThat(again.code()).as(again.toString()).isZero();
    assertThat(Evidence.of(nights, EvidenceKind.IMPORT)).hasSize(1);
    nights.publish(Nights.sample(NEXT), NEXT);
    assertThat(verify().code()).isZero();
  }

  private record Bad(String file, String column, String value, String code) {}

  private static final List<Bad> BAD =
      List.of(
          new Bad("reported.csv", "loan_id", "X-1", "BAD_VALUE"),
          new Bad("reported.csv", "bureau", "zhima", "BAD_VALUE"),
          new Bad("reported.csv", "account_code", "1234", "BAD_VALUE"),
          new Bad("reported.csv", "account_type", "C1", "BAD_VALUE"),
          new Bad("reported.csv", "last_report_date", "2026-11-01", "BAD_VALUE"),
          new Bad("reported.csv", "last_report_date", "2026-02-30", "BAD_VALUE"),
          new Bad("reported.csv", "last_report_code", "90", "BAD_VALUE"),
          new Bad("reported.csv", "last_month", "2026-08", "BAD_VALUE"),
          new Bad("reported.csv", "last_month", "", "BAD_VALUE"),
          new Bad("reported.csv", "last_overdue_total", "10.50", "BAD_VALUE"),
          new Bad("reported.csv", "last_overdue_total", "", "MISSING_VALUE"),
          new Bad("reported.csv", "last_five_class_on", "2027-01-01", "BAD_VALUE"),
          new Bad("reported.csv", "closed", "2", "BAD_VALUE"),
          new Bad("reported.csv", "closed", "1", "BAD_VALUE"),
          new Bad("reported_special.csv", "loan_id", "UNKNOWN1", "UNKNOWN_LOAN"),
          new Bad("reported_special.csv", "kind", "99", "BAD_VALUE"),
          new Bad("reported_special.csv", "on", "2026-13-01", "BAD_VALUE"),
          new Bad("adverse.csv", "settled_on", "2020-01-01", "BAD_VALUE"),
          new Bad("adverse.csv", "product", "NONE", "UNKNOWN_PRODUCT"),
          new Bad("adverse.csv", "worst_days_past_due", "-1", "BAD_VALUE"),
          new Bad("facility_reported.csv", "id_type", "CARD", "BAD_VALUE"),
          new Bad("facility_reported.csv", "id_number", "1", "BAD_VALUE"),
          new Bad("facility_reported.csv", "facility_id", "", "MISSING_VALUE"));

  /** Each bad value stands in a row of its own; all are named, and nothing is imported. */
  @Test
  void aBadValueIsNamedByFileLineAndColumn() throws Exception {
    history.write(
        "reported_special.csv",
        List.of("loan_id,kind,on", "A,4,2026-10-01", last(20) + ",4,2026-10-01", "B,4,2026-10-01"));
    List<String> expected = new ArrayList<>();
    Map<String, Integer> lines = new HashMap<>();
    for (Bad each : BAD) {
      int line = lines.merge(each.file(), 1, Integer::sum) + 1;
      change(each, line);
      expected.add(
          "Refused: " + each.file() + " line " + line + ", " + each.column() + ": " + each.code());
    }
    Ended refused = take(LAST);
    assertThat(refused.code()).as(refused.toString()).isEqualTo(20);
    assertThat(
            refused.errors().stream()
                .filter(each -> each.startsWith("Refused: "))
                .map(HistoryImportTest::place))
        .containsExactlyInAnyOrderElementsOf(expected);
    assertThat(refused.toString()).doesNotContain("X-1", "UNKNOWN1", "测试");
    assertThat(Evidence.of(nights, EvidenceKind.IMPORT)).isEmpty();
    // Nothing is left: the home is as empty as before, and nights may begin without a history.
    nights.publish(Nights.sample(FIRST), FIRST);
  }

  /** An account whose row is not made bad. */
  private String last(int place) {
    return List.copyOf(history.last.keySet()).get(place);
  }

  /** A problem without its sentence. */
  private static String place(String problem) {
    return problem.substring(
        0,
        problem.indexOf(
            ": ",
            problem.lastIndexOf(": It ") < 0
                ? problem.lastIndexOf(": ")
                : problem.lastIndexOf(": It ")));
  }

  private void change(Bad bad, int line) throws IOException {
    List<String> rows = history.lines(bad.file());
    List<String> columns = List.of(rows.get(0).split(",", -1));
    List<String> fields = new ArrayList<>(List.of(rows.get(line - 1).split(",", -1)));
    fields.set(columns.indexOf(bad.column()), bad.value());
    rows.set(line - 1, String.join(",", fields));
    history.write(bad.file(), rows);
  }

  @Test
  void whatOccursTwiceAndWhatIsNoFileOfAHistoryIsRefused() throws Exception {
    for (String file : List.of("reported.csv", "adverse.csv", "facility_reported.csv")) {
      List<String> lines = history.lines(file);
      lines.add(lines.get(1));
      history.write(file, lines);
    }
    history.write("zhima_status.csv", List.of("order_no,installment_due_date,scene_status"));
    history.write("identity_reported.csv", List.of("customer_id,bureau,name,id_type"));
    Ended refused = take(LAST);
    assertThat(refused.code()).isEqualTo(20);
    assertThat(refused.errors())
        .filteredOn(each -> each.contains("DUPLICATE_ROW"))
        .extracting(each -> each.substring(9, each.indexOf(" line")))
        .contains("reported.csv", "adverse.csv", "facility_reported.csv");
    assertThat(refused.errors())
        .anyMatch(each -> each.contains("zhima_status.csv: is no file of a reporting history"))
        .anyMatch(each -> each.contains("identity_reported.csv line 1: COLUMN_MISSING"));
  }

  /** Two products keep records for different times, so a record must say which it is of. */
  @Test
  void aRecordWithoutProductNeedsOneTimeForAllProducts(@TempDir Path folder) throws Exception {
    List<String> lines = new ArrayList<>();
    for (String each : history.lines("adverse.csv")) {
      lines.add(each.substring(0, each.lastIndexOf(',')));
    }
    history.write("adverse.csv", lines);
    Path conf = Trees.copy(Nights.SAMPLE_CONF, folder.resolve("conf"));
    Path products = conf.resolve("products.yaml");
    Files.writeString(products, Files.readString(products).replaceFirst("years: 5", "years: 6"));
    List<String> arguments = new ArrayList<>(arguments(LAST));
    arguments.addAll(List.of("--conf", conf.toString()));
    Ended refused = Commands.run(arguments.toArray(String[]::new));
    assertThat(refused.code()).isEqualTo(20);
    assertThat(refused.errors()).anyMatch(each -> each.contains("adverse.csv line 2, product"));
    assertThat(take(LAST).code()).isZero();
  }

  /** A borrower the bureau knows is not told again; a changed one is. */
  @Test
  void borrowersAreToldOnlyWhatHasChanged(@TempDir Path folder) throws Exception {
    history.write(
        "identity_reported.csv",
        List.of(
            "customer_id,bureau,name,id_type,id_number",
            "C00010001,pboc,测试卯辰,ID_CARD,990101198904080128"));
    assertThat(take(LAST).code()).isZero();
    Path first =
        TestLedger.sample(NEXT, folder.resolve("first"))
            .write("borrowers.csv", borrower("10000000001"))
            .seal();
    assertThat(PbocFiles.texts(nights.publish(first, NEXT), "110")).isEmpty();
    Path second =
        TestLedger.sample(NEXT, folder.resolve("second"))
            .date("2026-12-01")
            .write("borrowers.csv", borrower("10000000002"))
            .seal();
    assertThat(PbocFiles.texts(nights.publish(second, "2026-12-01"), "110"))
        .singleElement()
        .asString()
        .contains("<RptDateCode>20<", "10000000002");
  }

  private static List<String> borrower(String mobile) {
    return List.of(
        BorrowersNightTest.COLUMNS, BorrowersNightTest.BORROWER.replace("10000000001", mobile));
  }
}
