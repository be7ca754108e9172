package org.xinbao.bureau.metro2;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinbao.arrears.Day;
import org.xinbao.bureau.PrecheckKnown;
import org.xinbao.bureau.ReportedAccounts;

/**
 * Every edit of the pre-check: broken by one bad record, and by none of the golden file, whose
 * records are those of {@link Book}.
 */
class EditsTest {

  private static final List<String> GOOD = GoodFile.LINES;

  private final Path folder;
  private final Set<Metro2Rule> seen = EnumSet.noneOf(Metro2Rule.class);

  EditsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Set<String> findings(List<String> lines, ReportedAccounts known) {
    Set<String> codes = new TreeSet<>();
    try {
      Path file = folder.resolve("metro2_20241201_001.txt");
      Files.writeString(file, String.join("\n", lines) + "\n", StandardCharsets.ISO_8859_1);
      PrecheckKnown all = new PrecheckKnown("", name -> false, known);
      new Metro2Factory()
          .precheck(
              file,
              all,
              each -> {
                codes.add(each.code());
                assertThat(each.tag()).doesNotContain("TESTDOE");
              });
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return codes;
  }

  private void broken(Metro2Rule rule, int line, UnaryOperator<String> change) {
    List<String> lines = new ArrayList<>(GOOD);
    lines.set(line, change.apply(lines.get(line)));
    assertThat(lines.get(line)).isNotEqualTo(GOOD.get(line));
    assertThat(findings(lines, ReportedAccounts.NONE)).as(rule.name()).contains(rule.name());
    seen.add(rule);
  }

  private void broken(Metro2Rule rule, String account, String... nameAndValue) {
    broken(rule, GoodFile.line(account), line -> GoodFile.with(line, "BASE", nameAndValue));
  }

  private void segment(Metro2Rule rule, String account, String segment, String... nameAndValue) {
    broken(rule, GoodFile.line(account), line -> GoodFile.with(line, segment, nameAndValue));
  }

  @Test
  void everyEditIsBrokenByABadRecordAndByNoGoodOne() {
    assertThat(findings(GOOD, ReportedAccounts.NONE)).isEmpty();
    structure();
    fields();
    consumers();
    statuses();
    days();
    segments();
    movements();
    assertThat(seen).containsExactlyInAnyOrder(Metro2Rule.values());
  }

  private void lines(Metro2Rule rule, List<String> lines) {
    assertThat(findings(lines, ReportedAccounts.NONE)).as(rule.name()).contains(rule.name());
    seen.add(rule);
  }

  private void structure() {
    int last = GOOD.size() - 1;
    lines(Metro2Rule.M001, GOOD.subList(1, GOOD.size()));
    lines(Metro2Rule.M002, GOOD.subList(0, last));
    List<String> after = new ArrayList<>(GOOD);
    after.add(GOOD.get(1));
    lines(Metro2Rule.M002, after);
    broken(Metro2Rule.M003, 1, line -> "0427" + line.substring(4));
    broken(Metro2Rule.M003, 1, line -> "04X6" + line.substring(4));
    int renamed = GoodFile.line(Book.CURRENT);
    String l1 = GOOD.get(renamed).substring(426);
    broken(Metro2Rule.M004, renamed, line -> line.substring(0, 426) + "Z9" + l1.substring(2));
    int shared = GoodFile.line(Book.SHARED);
    String j1 = GOOD.get(shared).substring(426, 526);
    String j2 = GOOD.get(shared).substring(526);
    broken(Metro2Rule.M004, shared, line -> line.substring(0, 426) + j2 + j1);
    lines(Metro2Rule.M005, List.of(GOOD.get(0), GOOD.get(last)));
    broken(Metro2Rule.M006, renamed, line -> "0534" + line.substring(4) + l1);
    for (Positions.Line each : Positions.TABLE) {
      boolean total = each.segment().equals("TRAILER") && each.field().matches("Total.*|Block.*");
      if (total) {
        broken(
            Metro2Rule.M007,
            last,
            line -> GoodFile.with(line, "TRAILER", each.field(), "000000077"));
      }
    }
    broken(
        Metro2Rule.M008,
        0,
        line -> GoodFile.with(line, "HEADER", "Equifax Program Identifier", ""));
    broken(Metro2Rule.M009, 0, line -> GoodFile.with(line, "HEADER", "Date Created", "11292024"));
  }

  private void fields() {
    for (Positions.Line each : Positions.TABLE) {
      boolean word = each.field().endsWith("Identifier") || each.field().startsWith("Record Desc");
      if (each.segment().equals("BASE") && each.required() && !word) {
        String empty = each.type().equals("AN") ? "" : "00000000";
        broken(Metro2Rule.M010, Book.CURRENT, each.field(), empty);
      }
    }
    broken(Metro2Rule.M011, Book.CURRENT, "Current Balance", "12 ");
    broken(Metro2Rule.M012, Book.CURRENT, "Date Opened", "02302024");
    broken(Metro2Rule.M012, Book.CURRENT, "Time Stamp", "11302024246000");
    broken(Metro2Rule.M013, Book.CURRENT, "City", "T\u00e9st");
    String[] coded = {
      "Portfolio Type",
      "X",
      "Account Type",
      "99",
      "Account Status",
      "99",
      "Correction Indicator",
      "2",
      "Processing Indicator",
      "2",
      "Terms Frequency",
      "X",
      "Special Comment",
      "QQ",
      "Compliance Condition Code",
      "ZZ",
      "Interest Type Indicator",
      "X",
      "Generation Code",
      "A",
      "ECOA Code",
      "9",
      "Consumer Information Indicator",
      "ZZ",
      "State",
      "ZZ",
      "Address Indicator",
      "Q",
      "Residence Code",
      "Q"
    };
    for (int i = 0; i < coded.length; i += 2) {
      broken(Metro2Rule.M014, Book.CURRENT, coded[i], coded[i + 1]);
    }
    broken(Metro2Rule.M014, Book.PAID, "Payment Rating", "9");
    segment(Metro2Rule.M014, Book.BOUGHT, "K1", "Creditor Classification", "16");
    segment(Metro2Rule.M014, Book.SOLD, "K2", "Purchased Indicator", "3");
    segment(Metro2Rule.M014, Book.BOUGHT, "K4", "Specialized Payment Indicator", "03");
    segment(Metro2Rule.M014, Book.CURRENT, "L1", "Change Indicator", "4");
  }

  private void consumers() {
    broken(Metro2Rule.M015, Book.CURRENT, "Identification Number", "0000000");
    broken(Metro2Rule.M015, Book.CURRENT, "Consumer Account Number", "A 1");
    broken(Metro2Rule.M016, Book.CURRENT, "Consumer Account Number", "078051120");
    broken(
        Metro2Rule.M017,
        Book.CURRENT,
        "Social Security Number",
        "999999999",
        "Date Birth",
        "00000000");
    for (String each : List.of("666051120", "000051120", "900051120", "078001120", "078050000")) {
      broken(Metro2Rule.M018, Book.CURRENT, "Social Security Number", each);
    }
    broken(Metro2Rule.M019, Book.CURRENT, "Surname", "TEST'DOE");
    broken(Metro2Rule.M020, Book.CURRENT, "Zip Code", "9000");
    segment(Metro2Rule.M020, Book.SHARED, "J2", "Zip Code", "9000A");
    segment(
        Metro2Rule.M017,
        Book.SHARED,
        "J1",
        "Social Security Number",
        "000000000",
        "Date Birth",
        "00000000");
  }

  private void statuses() {
    broken(Metro2Rule.M021, Book.CURRENT, "Payment Rating", "0");
    broken(Metro2Rule.M021, Book.PAID, "Payment Rating", "");
    broken(Metro2Rule.M022, Book.CURRENT, "Payment History Profile", "0B" + "0".repeat(22));
    broken(Metro2Rule.M022, Book.CURRENT, "Payment History Profile", "0A" + "B".repeat(22));
    broken(Metro2Rule.M022, Book.CURRENT, "Payment History Profile", "0".repeat(20));
    broken(Metro2Rule.M023, Book.LATE, "Date First Delinquency", "00000000");
    broken(Metro2Rule.M024, Book.CURRENT, "Date First Delinquency", "11152024");
    broken(Metro2Rule.M025, Book.CURRENT, "Terms Duration", "LOC");
    broken(Metro2Rule.M025, Book.LINE, "Terms Duration", "036");
    broken(Metro2Rule.M026, Book.CURRENT, "Credit Limit", "000001000");
    broken(Metro2Rule.M026, Book.LINE, "Credit Limit", "000000000");
    broken(Metro2Rule.M027, Book.LINE, "Account Type", "18");
    broken(Metro2Rule.M028, Book.CURRENT, "Amount Past Due", "000000001");
    broken(Metro2Rule.M028, Book.LATE, "Amount Past Due", "000000000");
    broken(Metro2Rule.M028, Book.LATE, "Amount Past Due", "000009999");
    broken(Metro2Rule.M029, Book.PAID, "Current Balance", "000000001");
    broken(Metro2Rule.M029, Book.SOLD, "Current Balance", "000000001");
    broken(Metro2Rule.M030, Book.CHARGED_OFF, "Original Charge Off Amount", "000000000");
    broken(Metro2Rule.M030, Book.LATE, "Original Charge Off Amount", "000000001");
    broken(Metro2Rule.M031, Book.CHARGED_OFF, "Scheduled Monthly Payment Amount", "000000105");
    broken(Metro2Rule.M032, Book.PAID, "Date Closed", "00000000");
    broken(Metro2Rule.M032, Book.CHARGED_OFF, "Date Closed", "11012024");
    broken(Metro2Rule.M040, Book.LATE, "Special Comment", "AU");
  }

  private void days() {
    broken(Metro2Rule.M033, Book.CURRENT, "Date Account Information", "12012024");
    broken(Metro2Rule.M033, Book.CURRENT, "Date Opened", "12022024");
    broken(Metro2Rule.M034, Book.CURRENT, "Date Last Payment", "01142024");
    broken(Metro2Rule.M034, Book.LATE, "Date First Delinquency", "01142024");
    broken(Metro2Rule.M035, Book.CURRENT, "Date Birth", "02012024");
    broken(Metro2Rule.M036, Book.CURRENT, "Date Birth", "01162006");
    broken(
        Metro2Rule.M037,
        Book.CHARGED_OFF,
        "Account Status",
        "84",
        "Date First Delinquency",
        "08152024");
    broken(Metro2Rule.M038, Book.CHARGED_OFF, "Date First Delinquency", "10012024");
    broken(
        Metro2Rule.M039,
        Book.LATE,
        "Date Opened",
        "01152014",
        "Date First Delinquency",
        "03162014");
    broken(Metro2Rule.M047, Book.PAID, "Date Account Information", "11302024");
    List<String> twice = new ArrayList<>(GOOD);
    twice.add(2, GOOD.get(1));
    lines(Metro2Rule.M045, twice);
    broken(Metro2Rule.M046, Book.SOLD, "ECOA Code", "X");
    List<String> all = new ArrayList<>();
    GOOD.forEach(
        each ->
            all.add(
                each.startsWith("HEADER", 4) || each.startsWith("TRAILER", 4)
                    ? each
                    : GoodFile.with(each, "BASE", "ECOA Code", "X")));
    assertThat(findings(all, ReportedAccounts.NONE)).isEmpty();
  }

  private void segments() {
    segment(Metro2Rule.M041, Book.SOLD, "K2", "Purchased Name", "");
    segment(Metro2Rule.M041, Book.SOLD, "K2", "Purchased Indicator", "9");
    String k3 = "K3" + "00" + "123" + " ".repeat(33);
    broken(Metro2Rule.M042, GoodFile.line(Book.LATE), line -> "0466" + line.substring(4) + k3);
    segment(Metro2Rule.M043, Book.BOUGHT, "K4", "Balloon Payment Due Date", "00000000");
    segment(Metro2Rule.M043, Book.BOUGHT, "K4", "Specialized Payment Indicator", "02");
    segment(Metro2Rule.M048, Book.BOUGHT, "K4", "Balloon Payment Amount", "000002000");
    segment(Metro2Rule.M044, Book.CURRENT, "L1", "New Consumer Account Number", "");
    segment(Metro2Rule.M044, Book.CURRENT, "L1", "Change Indicator", "2");
  }

  /** What was told of the late account at the end of October, when it was 16 days late. */
  private static Told told() {
    return new Told(
        "",
        "",
        Day.of(2024, 10, 31),
        "11",
        ' ',
        "0".repeat(9) + "B".repeat(15),
        Day.NONE,
        Day.of(2024, 10, 31),
        400,
        0,
        1200,
        0,
        "",
        Day.NONE,
        Day.NONE,
        "",
        List.of());
  }

  private void movement(Metro2Rule rule, String account, Told told, String... nameAndValue) {
    List<String> lines = new ArrayList<>(GOOD);
    int line = GoodFile.line(account);
    lines.set(line, GoodFile.with(lines.get(line), "BASE", nameAndValue));
    ReportedAccounts known = each -> each.equals(account) ? told.text() : "";
    assertThat(findings(lines, known)).as(rule.name()).contains(rule.name());
    seen.add(rule);
  }

  private void movements() {
    Told before = told();
    assertThat(findings(GOOD, account -> account.equals(Book.LATE) ? before.text() : "")).isEmpty();
    movement(Metro2Rule.M051, Book.LATE, before, "Highest Credit", "000001201");
    movement(
        Metro2Rule.M052,
        Book.LATE,
        before,
        "Payment History Profile",
        "1" + "0".repeat(9) + "B".repeat(14));
    Told late =
        new Told(
            "",
            "",
            Day.of(2024, 10, 31),
            "71",
            ' ',
            "0".repeat(9) + "B".repeat(15),
            Day.of(2024, 10, 20),
            Day.of(2024, 10, 31),
            400,
            105,
            1200,
            0,
            "",
            Day.NONE,
            Day.NONE,
            "",
            List.of());
    movement(Metro2Rule.M053, Book.LATE, late, "Date First Delinquency", "10252024");
    movement(Metro2Rule.M054, Book.LATE, before, "Account Status", "80");
    Told ended =
        new Told(
            "",
            "",
            Day.of(2024, 10, 31),
            "13",
            '0',
            "0".repeat(9) + "B".repeat(15),
            Day.NONE,
            Day.of(2024, 10, 31),
            0,
            0,
            1200,
            0,
            "",
            Day.NONE,
            Day.NONE,
            "",
            List.of());
    movement(Metro2Rule.M055, Book.LATE, ended, "Surname", "TESTDOE");
    Told off =
        new Told(
            "",
            "",
            Day.of(2024, 10, 31),
            "97",
            ' ',
            "L65432100" + "B".repeat(15),
            Day.of(2024, 3, 16),
            Day.of(2024, 10, 31),
            1379,
            1379,
            1200,
            999,
            "",
            Day.NONE,
            Day.NONE,
            "",
            List.of());
    movement(Metro2Rule.M056, Book.CHARGED_OFF, off, "Surname", "TESTDOE");
  }

  @Test
  void recordsWithoutLineEndsAreRead() throws IOException {
    Path file = folder.resolve("other.txt");
    Files.writeString(file, String.join("", GOOD), StandardCharsets.US_ASCII);
    List<String> found = new ArrayList<>();
    assertThat(
            new Metro2Factory()
                .precheck(file, PrecheckKnown.NOTHING, each -> found.add(each.code()))
                .records())
        .isEqualTo(9);
    Files.writeString(file, String.join("\r\n", GOOD) + "\r\n", StandardCharsets.US_ASCII);
    new Metro2Factory().precheck(file, PrecheckKnown.NOTHING, each -> found.add(each.code()));
    assertThat(found).isEmpty();
  }
}
