package org.xinbao.bureausim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.xinbao.bureau.baihang.SubmissionReader;
import org.xinbao.bureau.metro2.Positions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rulings 39 for the other three bureaux: one date is reported to all four in one run with {@code
 * jobs/conf/all-bureaux}, and what each was told is the function of {@code assessments.csv} and the
 * export that {@code src/docs/bureaux.md} says. {@link OneTruthTest} does the same for PBOC.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FourBureauxTest {

  static final Path CONF = Path.of("jobs/conf/all-bureaux");
  static final LocalDate DATE = LocalDate.of(2026, 10, 31);
  static final Path EXPORT = Path.of("sample-data/all-bureaux").resolve(DATE.toString());

  private final Path published;
  private final Map<String, Row> assessed = new TreeMap<>();
  private final Map<String, Row> loans = rows("loans.csv", "loan_id");
  private final Map<String, Row> borrowers = rows("borrowers.csv", "customer_id");
  private final Map<String, Row> facilities = rows("facilities.csv", "facility_id");
  private final Map<String, List<Row>> instalments = new TreeMap<>();

  /** Loans and days on which a payment came back, which makes what it had paid due again. */
  private final Set<String> returned = new TreeSet<>();

  FourBureauxTest(@TempDir Path folder) {
    published = new Home(folder, CONF).night(EXPORT, DATE);
  }

  @BeforeAll
  void readTheRest() throws IOException {
    Home.assessments(published).forEach((loan, row) -> assessed.put(loan, row.get(0)));
    list("transactions.csv").stream()
        .filter(each -> each.get("type").equals("REVERSAL"))
        .forEach(each -> returned.add(each.get("loan_id") + " " + each.get("value_date")));
    list("instalments.csv")
        .forEach(
            each ->
                instalments
                    .computeIfAbsent(each.get("loan_id"), id -> new ArrayList<>())
                    .add(each));
  }

  private static List<Row> list(String file) {
    try {
      List<String> lines = Files.readAllLines(EXPORT.resolve(file));
      String[] names = lines.get(0).split(",", -1);
      List<Row> rows = new ArrayList<>();
      for (String line : lines.subList(1, lines.size())) {
        String[] values = line.split(",", -1);
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < names.length; i++) {
          fields.put(names[i], values[i]);
        }
        rows.add(new Row(fields));
      }
      return rows;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Map<String, Row> rows(String file, String key) {
    Map<String, Row> rows = new TreeMap<>();
    list(file).forEach(each -> rows.put(each.get(key), each));
    return rows;
  }

  private static <V> V at(Map<String, V> map, String key) {
    V value = map.get(key);
    if (value == null) {
      throw new AssertionError("nothing is known of " + key);
    }
    return value;
  }

  private Path only(String bureau, String ending) throws IOException {
    try (Stream<Path> all = Files.list(published.resolve("submissions").resolve(bureau))) {
      return all.filter(each -> each.toString().endsWith(ending)).findFirst().orElseThrow();
    }
  }

  @Test
  void everyBureauHasItsFiles() throws IOException {
    try (Stream<Path> all = Files.list(published.resolve("submissions"))) {
      assertThat(all.map(each -> String.valueOf(each.getFileName())))
          .containsExactlyInAnyOrder("pboc", "zhima", "baihang", "metro2");
    }
    assertThat(list("loans.csv")).hasSameSizeAs(assessed.keySet());
  }

  @Test
  void metro2IsToldWhatTheTableSays() throws IOException {
    int compared = 0;
    int late = 0;
    for (String line : Files.readAllLines(only("metro2", ".txt"))) {
      List<Map.Entry<String, Map<String, String>>> segments = Positions.record(line);
      if (segments.get(0).getKey().equals("BASE")) {
        Map<String, String> base = segments.get(0).getValue();
        String loanId = base.getOrDefault("Consumer Account Number", "");
        Row loan = at(loans, loanId);
        Map<String, String> expected =
            Metro2Truth.base(
                at(assessed, loanId),
                loan,
                at(borrowers, loan.get("customer_id")),
                facilities.get(loan.get("facility_id")));
        Map<String, String> told = new LinkedHashMap<>(base);
        told.keySet().retainAll(expected.keySet());
        assertThat(told).as(loanId).isEqualTo(expected);
        late += delinquency(base, at(assessed, loanId), loan) ? 1 : 0;
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(200);
    assertThat(late).isGreaterThan(10);
  }

  /**
   * Amount past due and date of first delinquency go by instalments: at least all principal that is
   * more than 30 days late, at most all that is overdue; and 30 days after the due date of the
   * oldest, or before, where an earlier one was paid only when this was 30 days late already.
   */
  private static boolean delinquency(Map<String, String> base, Row figures, Row loan) {
    String status = base.getOrDefault("Account Status", "");
    long pastDue = Long.parseLong(base.getOrDefault("Amount Past Due", ""));
    String dofd = base.getOrDefault("Date First Delinquency", "");
    if (!List.of("71", "78", "80", "82", "83", "84").contains(status)) {
      boolean rated = List.of("13", "05", "64", "97").contains(status);
      assertThat(rated || (pastDue == 0 && dofd.equals("00000000"))).isTrue();
      return false;
    }
    BigDecimal least =
        figures
            .amount("principal_31_60")
            .add(figures.amount("principal_61_90"))
            .add(figures.amount("principal_91_180"))
            .add(figures.amount("principal_over_180"));
    assertThat(pastDue)
        .isBetween(Metro2Truth.whole(least), Metro2Truth.whole(figures.amount("overdue_total")));
    LocalDate first =
        LocalDate.of(
            Integer.parseInt(dofd.substring(4)),
            Integer.parseInt(dofd.substring(0, 2)),
            Integer.parseInt(dofd.substring(2, 4)));
    long days = ChronoUnit.DAYS.between(first, DATE) + 30;
    assertThat(days).isGreaterThanOrEqualTo(Metro2Truth.days(figures, loan));
    return true;
  }

  @Test
  void zhimaIsToldWhatTheTableSays() throws IOException {
    JsonNode records =
        JsonMapper.builder().build().readTree(only("zhima", "_001.json").toFile()).path("records");
    int defaults = 0;
    for (JsonNode each : records) {
      String loanId = each.path("order_no").asString();
      Row loan = at(loans, loanId);
      String status = each.path("scene_status").asString();
      String stage = each.path("installment_due_date").asString();
      Map<String, String> expected = new TreeMap<>();
      expected.put("user_credentials_type", "0");
      expected.put("user_credentials_no", loan.get("id_number"));
      expected.put("user_name", loan.get("borrower_name"));
      expected.put("create_amt", loan.get("principal"));
      expected.put("linked_merchant_id", "0000000000000000");
      expected.put("scene_type", "1");
      expected.put("scene_desc", "资金借贷");
      expected.put("rectify_flag", "0");
      expected.put("memo", "");
      expected.put("overdue_amt", "0");
      expected.put("gmt_ovd_date", "");
      boolean today = each.path("biz_date").asString().equals(DATE.toString());
      switch (status) {
        case "6" -> assertThat(stage).isEqualTo(loan.get("opened_on"));
        case "2" -> assertThat(stage).isEqualTo(loan.get("closed_on"));
        default -> assertThat(isDue(loanId, stage)).as(loanId + " " + stage).isTrue();
      }
      if (status.equals("1")) {
        defaults++;
        Row figures = at(assessed, loanId);
        int before = Metro2Truth.DUE_DATE_IS_ONE.contains(loan.get("product")) ? 0 : 1;
        assertThat(today).as("what is overdue at the first load is told as of tonight").isTrue();
        expected.put(
            "overdue_amt",
            figures.amount("overdue_principal").add(figures.amount("overdue_interest")).toString());
        expected.put(
            "gmt_ovd_date",
            figures.date("first_overdue_on").orElseThrow().minusDays(before).toString());
      }
      expected.forEach(
          (name, value) ->
              assertThat(each.path(name).asString()).as(loanId + " " + name).isEqualTo(value));
      assertThat(each.propertyNames()).hasSize(expected.size() + 4);
    }
    assertThat(records.size()).isGreaterThan(250);
    assertThat(defaults).isGreaterThan(10);
  }

  @Test
  void baihangIsToldWhatTheTableSays() throws IOException {
    int accounts = 0;
    for (Map<String, String> each :
        SubmissionReader.read(only("baihang", "_D2_20261101_0001.txt"), "D2")) {
      Row loan = at(loans, each.getOrDefault("loanId", ""));
      BaihangTruth.account(loan, at(borrowers, loan.get("customer_id")), due(loan), each);
      accounts++;
    }
    for (Map<String, String> each :
        SubmissionReader.read(only("baihang", "_CL1_20261101_0001.txt"), "CL1")) {
      Row loan = at(loans, each.getOrDefault("loanId", ""));
      BaihangTruth.receipt(loan, at(borrowers, loan.get("customer_id")), due(loan), each);
      accounts++;
    }
    assertThat(accounts).isGreaterThan(200);
    for (Map<String, String> each :
        SubmissionReader.read(only("baihang", "_X2_20261101_0001.txt"), "X2")) {
      Row facility = at(facilities, each.getOrDefault("creditAccntId", ""));
      BaihangTruth.limit(facility, at(borrowers, facility.get("customer_id")), each);
    }
    int terms = 0;
    for (String type : List.of("D3", "CL2")) {
      Path file = only("baihang", "_" + type + "_20261101_0001.txt");
      for (Map<String, String> each : SubmissionReader.read(file, type)) {
        Row loan = at(loans, each.getOrDefault("loanId", ""));
        assertThat(
                isDue(
                    each.getOrDefault("loanId", ""), each.getOrDefault("targetRepaymentDate", "")))
            .isTrue();
        BaihangTruth.term(
            loan,
            at(borrowers, loan.get("customer_id")),
            at(assessed, each.getOrDefault("loanId", "")),
            at(instalments, each.getOrDefault("loanId", "")),
            each);
        terms++;
      }
    }
    assertThat(terms).isGreaterThan(20);
  }

  private boolean isDue(String loanId, String day) {
    return returned.contains(loanId + " " + day)
        || at(instalments, loanId).stream().anyMatch(row -> row.get("due_on").equals(day));
  }

  private List<String> due(Row loan) {
    return at(instalments, loan.get("loan_id")).stream()
        .map(each -> each.get("due_on"))
        .sorted()
        .toList();
  }

  /** The configurations differ in what their purpose asks for and in nothing else. */
  @Test
  void theSecondConfigurationIsTheFirstWithMoreBureaux() throws IOException {
    for (String each : List.of("products.yaml", "pboc.yaml")) {
      assertThat(Files.readString(CONF.resolve(each)))
          .isEqualTo(Files.readString(CONF.resolveSibling(each)));
    }
    List<String> first = Files.readAllLines(CONF.resolveSibling("xinbao.yaml"));
    List<String> second = Files.readAllLines(CONF.resolve("xinbao.yaml"));
    List<String> changed = new ArrayList<>(second);
    changed.removeAll(first);
    assertThat(changed).containsExactly("bureaux: [pboc, zhima, baihang, metro2]");
  }
}
