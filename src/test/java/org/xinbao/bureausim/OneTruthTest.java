package org.xinbao.bureausim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rulings 39, one truth: every item of every 210 record of the sample nights is the function of
 * {@code assessments.csv}, the export and the configuration that the one table of {@code
 * src/docs/bureaux.md} says.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OneTruthTest {

  private static final Path CONF = Path.of("jobs/conf");
  private static final List<LocalDate> DATES =
      List.of(LocalDate.of(2026, 10, 30), LocalDate.of(2026, 10, 31), LocalDate.of(2026, 11, 30));

  /** Where the record type stands in a file's name. */
  private static final int TYPE_AT = 22;

  private final Path folder;
  private final Home home;
  private final RecordXml xml = new RecordXml();
  private final Centre centre = new Centre(Truth.PROVIDER, Centre.Demands.NONE, Chance.none());
  private final Map<String, String> classTold = new HashMap<>();
  private final List<String> apart = new ArrayList<>();
  private final Map<String, Integer> compared = new TreeMap<>();

  OneTruthTest(@TempDir Path folder) {
    this.folder = folder;
    this.home = new Home(folder, CONF);
  }

  @BeforeAll
  void runTheSampleNights() throws IOException, XMLStreamException {
    for (LocalDate date : DATES) {
      Path export = Path.of("sample-data").resolve(date.toString());
      Path published = home.night(export, date);
      compare(published, export, date);
      for (Path file : Home.submissions(published)) {
        centre.take(String.valueOf(file.getFileName()), Files.readAllBytes(file));
      }
    }
  }

  /** The same figures go to PBOC when three other bureaux are told on the same night. */
  @Test
  void oneBureauOfFourIsToldTheSame() throws IOException, XMLStreamException {
    classTold.clear();
    apart.clear();
    Map<String, Integer> before = Map.copyOf(compared);
    compared.clear();
    Home all = new Home(folder.resolve("all-bureaux"), FourBureauxTest.CONF);
    Path published = all.night(FourBureauxTest.EXPORT, FourBureauxTest.DATE);
    compare(published, FourBureauxTest.EXPORT, FourBureauxTest.DATE);
    int monthly = compared.getOrDefault("H", 0);
    compared.clear();
    compared.putAll(before);
    assertThat(apart).isEmpty();
    assertThat(monthly).isGreaterThan(200);
  }

  @Test
  void everyItemIsWhatTheTableSays() {
    assertThat(apart).isEmpty();
  }

  @Test
  void everySegmentOccurred() {
    assertThat(compared.keySet()).containsExactlyInAnyOrder("B", "C", "D", "F", "H", "J", "K");
    assertThat(compared.get("H")).isGreaterThan(400);
    assertThat(compared.get("J")).isPositive();
  }

  /** Rules at load that the program cannot check alone. */
  @Test
  void theCentreTakesEveryRecord() {
    assertThat(centre.foundWrong()).isEmpty();
    assertThat(centre.stored()).isGreaterThan(compared.get("B"));
    assertThat(
            centre.store().accounts().values().stream()
                .mapToInt(each -> each.versions("B").size())
                .sum())
        .isEqualTo(compared.get("B"));
  }

  private void compare(Path published, Path export, LocalDate night)
      throws IOException, XMLStreamException {
    Ledger ledger = Ledger.read(export);
    Map<LocalDate, Map<String, List<Row>>> figures = new HashMap<>();
    for (Path file : Home.submissions(published)) {
      if (!String.valueOf(file.getFileName()).startsWith("210", TYPE_AT)) {
        continue;
      }
      List<String> lines = List.of(Files.readString(file).split("\r\n", -1));
      for (String line : lines.subList(1, lines.size())) {
        Node record = xml.parse(line).children().get(0);
        LocalDate rptDate = LocalDate.parse(record.children().get(0).item("RptDate"));
        if (!figures.containsKey(rptDate)) {
          figures.put(rptDate, Home.assessments(asOf(export, night, rptDate, published)));
        }
        compare(record, ledger, rptDate, figures.get(rptDate));
      }
    }
  }

  /** What the program assesses on another date: in a home of its own, from the same export. */
  private Path asOf(Path export, LocalDate night, LocalDate rptDate, Path published)
      throws IOException {
    if (rptDate.equals(night)) {
      return published;
    }
    Path apartFrom = folder.resolve("as-of-" + rptDate);
    Path then = Exports.asOf(List.of(export), rptDate, apartFrom.resolve("export"));
    return new Home(apartFrom, CONF).night(then, rptDate);
  }

  private void compare(
      Node record, Ledger ledger, LocalDate rptDate, Map<String, List<Row>> figures) {
    Node base = record.children().get(0);
    String loanId = base.item("AcctCode").substring(Truth.PROVIDER.length());
    Row loan = ledger.loan(loanId);
    Row row = figures.getOrDefault(loanId, List.of()).get(0);
    String told = classTold.getOrDefault(loanId, "");
    String closeDate = Truth.closeDate(row, loan);
    for (Node segment : record.children()) {
      String mark = Layout.MARKS.getOrDefault(segment.tag(), "");
      compared.merge(mark, 1, Integer::sum);
      switch (mark) {
        case "B" -> same(Truth.base(loan, rptDate, base.item("RptDateCode")), segment, loanId);
        case "C" -> same(Truth.data(row, loan, ledger), segment, loanId);
        case "D" -> sameParties(loan, ledger, segment, loanId);
        case "F" -> same(Truth.agreement(loan), segment, loanId);
        case "H" -> same(Truth.monthly(row, loan, rptDate, told), segment, loanId);
        case "J" -> same(Truth.recovered(row, loan, told), segment, loanId);
        default -> specials(segment, ledger, loanId, rptDate);
      }
    }
    assertThat(closeDate.isEmpty()).isEqualTo(!base.item("RptDateCode").matches("20|32"));
    classTold.put(loanId, Truth.fiveCateAdjDate(row, loan, told));
  }

  private void same(String expected, Node segment, String loanId) {
    String found = Truth.text(segment);
    if (!found.equals(expected)) {
      apart.add(loanId + " " + segment.tag() + " expected\n" + expected + "but was\n" + found);
    }
  }

  private void sameParties(Row loan, Ledger ledger, Node segment, String loanId) {
    Set<String> expected = new TreeSet<>(Truth.parties(loan, ledger));
    Set<String> found = new TreeSet<>();
    segment.all("RltRepymtInf").forEach(each -> found.add(Truth.text(each)));
    if (!found.equals(expected)) {
      apart.add(loanId + " parties expected " + expected + " but was " + found);
    }
  }

  private void specials(Node segment, Ledger ledger, String loanId, LocalDate rptDate) {
    Map<String, Long> named = SpecialsTruth.named(loanId, ledger, rptDate);
    for (Node each : segment.all("CagOfTrdInf")) {
      String type = each.item("ChanTranType");
      String on = each.item("TranDate");
      long amount = Long.parseLong(each.item("TranAmt"));
      boolean right =
          type.matches("[45]")
              ? amount > 0 && amount <= SpecialsTruth.paidOn(loanId, ledger, on)
              : Long.valueOf(amount).equals(named.get(type + " " + on));
      if (!right) {
        apart.add(loanId + " special transaction " + Truth.text(each) + " of " + named);
      }
    }
  }
}
