package org.xinbao.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinbao.cli.Commands;

/**
 * Basic information of borrowers, their documents and credit agreements over several nights of a
 * small book: one loan under a revolving limit (R4) and one without.
 */
class BorrowersNightTest {

  private static final String DATE = "2026-10-31";
  private static final String SECOND = "2026-11-01";
  private static final String THIRD = "2026-11-02";

  private static final String PLAIN = "XB00010001";
  private static final String DRAWN = "XB00070001";
  private static final String FACILITY = "FA00070001";

  static final String COLUMNS =
      "customer_id,name,id_type,id_number,sex,born_on,nationality,mobile,email,marital_status,"
          + "education,degree,employment,employer,industry,occupation,residence_status,"
          + "residence_address,mail_address,mail_postcode,annual_income,updated_on,employer_type,"
          + "employer_address,job_title,technical_title,mail_district,household_district,"
          + "spouse_name,spouse_id_type,spouse_id_number,taxable_income";

  static final String BORROWER =
      "C00010001,测试卯辰,ID_CARD,990101198904080128,2,1989-04-08,CHN,10000000001,a@example.invalid,"
          + "20,20,4,11,测试公司,I,4,1,测试路1号,测试路2号,990101,152000.49,2026-05-15,40,测试路3号,3,9,"
          + "990101,990101,测试配偶,ID_CARD,990101198803150713,140000.50";

  /** Only what the bureau demands is given; the rest is unknown. */
  private static final String SPARE =
      "C00070001,测试酉卯,ID_CARD,990101198310170724,,,,,,,,,,,,,,,测试路2号,990101,,,,,,,,,,,,";

  private static final String DOCUMENTS =
      "customer_id,id_type,id_number,valid_from,valid_to,issuer";

  private static final String ID_CARD =
      "C00010001,ID_CARD,990101198904080128,2016-01-05,2036-01-05,测试市公安局";

  private static final String PASSPORT = "C00010001,PASSPORT,CHNT0000001,,,";

  private final Path folder;
  private final Nights nights;

  BorrowersNightTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    Path conf = Trees.copy(Nights.SAMPLE_CONF, folder.resolve("conf"));
    replace(conf.resolve("xinbao.yaml"), "# vanish-share: 0.001", "vanish-share: 1");
    replace(
        conf.resolve("pboc.yaml"),
        "borrowers-known-to-bureau: true",
        "borrowers-known-to-bureau: false");
    this.nights = Nights.in(folder).withConf(conf);
  }

  private static void replace(Path file, String from, String to) throws IOException {
    String text = Files.readString(file);
    assertThat(text).contains(from);
    Files.writeString(file, text.replace(from, to));
  }

  private TestLedger book(String date) throws IOException {
    TestLedger ledger = TestLedger.sample(DATE, folder.resolve("in-" + date)).date(date);
    Predicate<String> ours = row -> row.startsWith(PLAIN) || row.startsWith(DRAWN);
    for (String file : List.of("loans.csv", "instalments.csv", "transactions.csv", "notices.csv")) {
      ledger.rows(file, all -> all.stream().filter(ours).toList());
    }
    for (String file : List.of("guarantees.csv", "decisions.csv")) {
      ledger.rows(file, all -> List.of());
    }
    ledger.rows("facilities.csv", all -> all.stream().filter(r -> r.startsWith(FACILITY)).toList());
    ledger.write("borrowers.csv", List.of(COLUMNS, BORROWER, SPARE));
    return ledger;
  }

  private Path night(TestLedger ledger, String date) throws IOException {
    return nights.publish(ledger.seal(), date);
  }

  /** The records of 110 to 220 of a night, one a line, segments apart, as approved. */
  @Test
  void theFirstReportBringsBorrowerDocumentsAndAgreement() throws IOException {
    TestLedger ledger = book(DATE).write("identities.csv", List.of(DOCUMENTS, ID_CARD, PASSPORT));
    Path published = night(ledger, DATE);
    assertThat(Csv.rows(published.resolve("held.csv"))).isEmpty();
    List<String> lines = new ArrayList<>();
    for (String type : List.of("110", "130", "140", "220")) {
      for (String record : PbocFiles.texts(published, type)) {
        lines.add("");
        lines.addAll(List.of(record.replaceAll("(<[A-Za-z]+Sgmt>)", "\n$1").split("\n", -1)));
      }
    }
    Path approved = Path.of("src/test/resources/pboc/borrowers-night.txt");
    String text = String.join("\n", lines.subList(1, lines.size())) + "\n";
    assertThat(text).isEqualTo(Files.readString(approved, StandardCharsets.UTF_8));
    try (Stream<Path> files = Files.list(published.resolve("submissions/pboc"))) {
      for (Path file : files.toList()) {
        assertThat(precheck(file)).as(file.toString()).isZero();
      }
    }
    // Nothing has changed: nothing is sent.
    Path next =
        night(book(SECOND).write("identities.csv", List.of(DOCUMENTS, ID_CARD, PASSPORT)), SECOND);
    assertThat(types(next)).isEmpty();
  }

  private static int precheck(Path file) {
    return Commands.run("precheck", "--conf", "jobs/conf", file.toString()).code();
  }

  private static List<String> types(Path published) throws IOException {
    try (Stream<Path> files = Files.list(published.resolve("submissions/pboc"))) {
      return files.map(PbocFiles::recordType).sorted().toList();
    }
  }

  @Test
  void onlyTheSegmentThatDiffersIsSentAgain() throws IOException {
    night(book(DATE), DATE);
    String moved = BORROWER.replace("测试路1号", "测试路9号");
    Path next = night(book(SECOND).write("borrowers.csv", List.of(COLUMNS, moved, SPARE)), SECOND);
    assertThat(types(next)).containsExactly("110");
    String record = PbocFiles.texts(next, "110").get(0);
    assertThat(PbocFiles.item(record, "RptDateCode")).isEqualTo("20");
    assertThat(segments(record)).containsExactly("BsSgmt", "RedncInfSgmt");
    assertThat(PbocFiles.item(record, "ResiAddr")).isEqualTo("测试路9号");
    assertThat(PbocFiles.item(record, "ResiInfoUpDate")).isEqualTo(SECOND);
  }

  private static List<String> segments(String record) {
    List<String> found = new ArrayList<>();
    for (String part : record.split("<", -1)) {
      if (part.matches("[A-Za-z]+Sgmt>.*")) {
        found.add(part.substring(0, part.indexOf('>')));
      }
    }
    return found;
  }

  @Test
  void aRejectedRecordIsSentAgainAndAnAcceptedOneIsNot() throws IOException {
    Path first = night(book(DATE), DATE);
    Path inbox = Files.createDirectories(folder.resolve("inbox"));
    List<String> persons = PbocFiles.texts(first, "110");
    int rejected = PbocFiles.item(persons.get(0), "Name").equals("测试卯辰") ? 2 : 3;
    FeedbackFiles.reject(FeedbackFiles.submission(first, "110"), inbox, Map.of(rejected, "ABE004"));
    FeedbackFiles.fail(FeedbackFiles.submission(first, "220"), inbox, "ABF010");
    FeedbackFiles.acceptAll(FeedbackFiles.submission(first), inbox);
    feedback(inbox);
    Path next = night(book(SECOND), SECOND);
    assertThat(types(next)).containsExactly("110", "220");
    assertThat(PbocFiles.texts(next, "110"))
        .singleElement()
        .satisfies(
            record -> {
              assertThat(PbocFiles.item(record, "Name")).isEqualTo("测试卯辰");
              assertThat(PbocFiles.item(record, "RptDateCode")).isEqualTo("10");
              assertThat(PbocFiles.item(record, "RptDate")).isEqualTo(SECOND);
            });
    FeedbackFiles.acceptAll(FeedbackFiles.submission(next, "110"), inbox);
    FeedbackFiles.acceptAll(FeedbackFiles.submission(next, "220"), inbox);
    feedback(inbox);
    assertThat(types(night(book(THIRD), THIRD))).isEmpty();
  }

  private void feedback(Path inbox) {
    assertThat(
            Commands.run(
                    "feedback",
                    "--dir",
                    inbox.toString(),
                    "--home",
                    nights.home().toString(),
                    "--output",
                    nights.output().toString(),
                    "--conf",
                    nights.conf().toString())
                .code())
        .isIn(0, 10);
  }

  @Test
  void anAgreementChangesAndEndsOnce() throws IOException {
    night(book(DATE), DATE);
    Path raised = night(limit(SECOND, "30000.00", "ACTIVE"), SECOND);
    assertThat(types(raised)).containsExactly("220");
    assertThat(point(raised)).isEqualTo("30 30000 1");
    Path ended = night(limit(THIRD, "30000.00", "CANCELLED"), THIRD);
    assertThat(point(ended)).isEqualTo("20 30000 2");
    assertThat(types(night(limit("2026-11-03", "10000.00", "CANCELLED"), "2026-11-03"))).isEmpty();
    Path reopened = night(limit("2026-11-04", "10000.00", "ACTIVE"), "2026-11-04");
    assertThat(types(reopened)).isEmpty();
    assertThat(Csv.rows(reopened.resolve("held.csv")))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row).containsEntry("loan_id", DRAWN).containsEntry("code", "REOPENED"));
  }

  private TestLedger limit(String date, String limit, String status) throws IOException {
    return book(date)
        .replace("facilities.csv", FACILITY, ",20000.00,", "," + limit + ",")
        .replace("facilities.csv", FACILITY, ",ACTIVE", "," + status);
  }

  private static String point(Path published) throws IOException {
    String record = PbocFiles.texts(published, "220").get(0);
    return String.join(
        " ",
        PbocFiles.item(record, "RptDateCode"),
        PbocFiles.item(record, "CreditLim"),
        PbocFiles.item(record, "ConStatus"));
  }

  /** Rulings 40: another document is reported once a decision has corrected segment B. */
  @Test
  void anotherNameOrDocumentNeedsADecision() throws IOException {
    night(book(DATE), DATE);
    String other = "990101198904080144";
    Path held = night(renamed(SECOND, other), SECOND);
    assertThat(types(held)).isEmpty();
    assertThat(Csv.rows(held.resolve("held.csv"), PLAIN))
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("code", "IDENTITY_CHANGED"));
    TestLedger decided =
        renamed(THIRD, other)
            .write(
                "decisions.csv",
                List.of(
                    "decision_id,loan_id,kind,decided_on,effective_from,effective_to,reason,"
                        + "details,bureau",
                    "K1," + PLAIN + ",CORRECT,2026-11-02,,,,segment=B,"));
    Path corrected = night(decided, THIRD);
    assertThat(types(corrected)).containsExactly("110", "212");
    String record = PbocFiles.texts(corrected, "110").get(0);
    assertThat(PbocFiles.item(record, "RptDateCode")).isEqualTo("10");
    assertThat(PbocFiles.item(record, "IDNum")).isEqualTo(other);
    assertThat(Csv.rows(corrected.resolve("held.csv"))).isEmpty();
  }

  private TestLedger renamed(String date, String idNumber) throws IOException {
    return book(date)
        .replace("loans.csv", PLAIN, "990101198904080128", idNumber)
        .write(
            "borrowers.csv",
            List.of(COLUMNS, BORROWER.replace("990101198904080128", idNumber), SPARE));
  }

  /** What the bureau demands and the export lacks holds the record, from the first night on. */
  @Test
  void whatThePreCheckFindsIsHeldAndSentOnceItIsRight() throws IOException {
    String lacking = BORROWER.replace(",测试路2号,", ",,");
    Path first = night(book(DATE).write("borrowers.csv", List.of(COLUMNS, lacking, SPARE)), DATE);
    assertThat(PbocFiles.texts(first, "110")).hasSize(1);
    assertThat(Csv.rows(first.resolve("held.csv"), PLAIN))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row)
                    .containsEntry("code", "PRECHECK_ABE000")
                    .containsEntry("since", DATE));
    Path second =
        night(book(SECOND).write("borrowers.csv", List.of(COLUMNS, lacking, SPARE)), SECOND);
    assertThat(Csv.rows(second.resolve("held.csv"), PLAIN))
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("since", DATE));
    Path third = night(book(THIRD), THIRD);
    assertThat(types(third)).containsExactly("110");
    assertThat(Csv.rows(third.resolve("held.csv"))).isEmpty();
  }
}
