package org.xinbao.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Decisions and changed data over several nights of a small book: seven loans of the sample that
 * pay on time, first reported on 2026-10-31.
 */
class CorrectedNightsTest {

  private static final String CORRECTED = "XB00010001";
  private static final String DELETED = "XB00010002";
  private static final String RENAMED = "XB00010003";
  private static final String FOREIGN = "XB00010004";
  private static final String ABSENT = "XB00010005";
  private static final String BACKDATED = "XB00010006";
  private static final String CALM = "XB00010007";
  private static final Set<String> LOANS =
      Set.of(CORRECTED, DELETED, RENAMED, FOREIGN, ABSENT, BACKDATED, CALM);
  private static final String MONTH_END = "2026-10-31";
  private static final String NEXT_MONTH = "2026-11-30";

  private static final String[] DECISIONS = {
    "K1," + CORRECTED + ",CORRECT,2026-11-01,,,,segment=H;report_date=2026-10-31;ActRpyAmt=777,",
    "K2," + DELETED + ",DELETE_ACCOUNT,2026-11-01,,,,fraud=1,pboc",
    "K3," + RENAMED + ",RENAME_ACCOUNT,2026-11-01,,,,new_id=XBNEW0003,",
    "K4," + FOREIGN + ",DELETE_ACCOUNT,2026-11-01,,,,,baihang",
    "K5," + CORRECTED + ",CORRECT,2026-11-01,2026-11-02,,,segment=B,",
  };

  private final Path folder;
  private final Nights nights;

  CorrectedNightsTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.nights =
        Nights.in(folder).withConf(conf("conf", "# vanish-share: 0.001", "vanish-share: 1"));
  }

  private Path conf(String name, String from, String to) throws IOException {
    Path conf = Trees.copy(Nights.SAMPLE_CONF, folder.resolve(name));
    Path settings = conf.resolve("xinbao.yaml");
    String text = Files.readString(settings);
    assertThat(text).contains(from);
    Files.writeString(
        settings, text.replace("# vanish-share: 0.001", "vanish-share: 1").replace(from, to));
    return conf;
  }

  /** The book of a date of the sample, exported on another date. */
  private TestLedger book(String sample, String date) throws IOException {
    TestLedger ledger = TestLedger.sample(sample, folder.resolve("in-" + date));
    for (String file : List.of("loans.csv", "instalments.csv", "transactions.csv", "notices.csv")) {
      ledger.rows(
          file, all -> all.stream().filter(row -> LOANS.contains(row.substring(0, 10))).toList());
    }
    ledger.rows("guarantees.csv", all -> List.of());
    ledger.write(
        "decisions.csv",
        List.of(
            "decision_id,loan_id,kind,decided_on,effective_from,effective_to,reason,details,bureau"));
    return ledger.date(date);
  }

  private Path night(TestLedger ledger, String date) throws IOException {
    return nights.publish(ledger.seal(), date);
  }

  /** The records of a date by type, those of 210 by account and point only. */
  private static List<String> sent(Path published) throws IOException {
    List<String> sent = new ArrayList<>();
    try (Stream<Path> files = Files.list(published.resolve("submissions/pboc"))) {
      for (Path file : files.sorted().toList()) {
        String type = String.valueOf(file.getFileName()).substring(22, 25);
        List<String> lines = Trees.lines(file);
        for (String line : lines.subList(1, lines.size())) {
          sent.add(
              type
                  + " "
                  + Stream.of("AcctCode", "OdBnesCode", "ModRecCode", "DelRecCode")
                      .map(tag -> PbocFiles.item(line, tag))
                      .collect(Collectors.joining())
                      .substring(14));
        }
      }
    }
    return sent;
  }

  /**
   * Five decisions: a correction, a deletion and another id go out on the night they are known, a
   * second correction on the day it holds from, one for another bureau never; each once, though the
   * export repeats them every night.
   */
  @Test
  void everyDecisionIsCarriedOutOnce() throws IOException {
    assertThat(sent(night(book(MONTH_END, MONTH_END), MONTH_END))).hasSize(LOANS.size());
    Path first = night(book(MONTH_END, "2026-11-01").add("decisions.csv", DECISIONS), "2026-11-01");
    assertThat(sent(first)).containsExactly("211 " + RENAMED, "212 " + CORRECTED, "214 " + DELETED);
    assertThat(Csv.rows(first.resolve("held.csv"))).isEmpty();
    Path second =
        night(book(MONTH_END, "2026-11-02").add("decisions.csv", DECISIONS), "2026-11-02");
    assertThat(sent(second)).containsExactly("212 " + CORRECTED);
    assertThat(sent(night(book(MONTH_END, "2026-11-03"), "2026-11-03"))).isEmpty();
    // What a decision stated is not listed as a difference to the ledger.
    assertThat(Csv.rows(second.resolve("restatements.csv"))).isEmpty();

    Path november = night(book(NEXT_MONTH, NEXT_MONTH), NEXT_MONTH);
    assertThat(sent(november))
        .containsExactly(
            "210 " + CORRECTED,
            "210 XBNEW0003",
            "210 " + FOREIGN,
            "210 " + ABSENT,
            "210 " + BACKDATED,
            "210 " + CALM);
    assertThat(Csv.rows(november.resolve("assessments.csv"), DELETED)).hasSize(1);
  }

  /** 213, 214 and 211 need no figures; a correction of figures waits for the loan. */
  @Test
  void decisionsOnALoanThatIsNotInTheExport() throws IOException {
    night(book(MONTH_END, MONTH_END), MONTH_END);
    String deleteMonth =
        "K1," + ABSENT + ",DELETE_PERIOD,2026-11-01,,,,segment=H;from=2026-10-31;to=2026-10-31,";
    String correct = "K2," + ABSENT + ",CORRECT,2026-11-01,,,,segment=H;report_date=2026-10-31,";
    Path first =
        night(
            book(MONTH_END, "2026-11-01").without(ABSENT).add("decisions.csv", deleteMonth),
            "2026-11-01");
    assertThat(sent(first)).containsExactly("213 " + ABSENT);
    String renamed = "K3," + ABSENT + ",RENAME_ACCOUNT,2026-11-01,,,,new_id=XBNEW0005,";
    // The second decision came late, and stays known although later exports do not repeat it.
    Path second =
        night(
            book(MONTH_END, "2026-11-02").without(ABSENT).add("decisions.csv", correct, renamed),
            "2026-11-02");
    assertThat(sent(second)).containsExactly("211 " + ABSENT);
    assertThat(held(second, ABSENT)).containsExactly("DECISION_NEEDS_LOAN 2026-11-02");
    Path third = night(book(MONTH_END, "2026-11-03").without(ABSENT), "2026-11-03");
    assertThat(sent(third)).isEmpty();
    assertThat(held(third, ABSENT)).containsExactly("DECISION_NEEDS_LOAN 2026-11-02");
    // Back again: the month was deleted meanwhile, so there is nothing to correct.
    Path fourth = night(book(MONTH_END, "2026-11-04"), "2026-11-04");
    assertThat(held(fourth, ABSENT)).containsExactly("DECISION_BMR008 2026-11-02");
  }

  private static List<String> held(Path published, String loan) throws IOException {
    return Csv.rows(published.resolve("held.csv"), loan).stream()
        .filter(row -> String.valueOf(row.get("code")).startsWith("DECISION"))
        .map(row -> row.get("code") + " " + row.get("since"))
        .toList();
  }

  /** 100.00 paid on 25 October become known on 1 November. */
  private TestLedger backdated(String date) throws IOException {
    return book(MONTH_END, date)
        .add(
            "transactions.csv",
            BACKDATED + ",LATE1,2026-10-25,2026-11-01T09:00:00,REPAYMENT,100.00,,,,,,");
  }

  @Test
  void monthsThatTodaysDataShowOtherwiseAreListedUntilCorrected() throws IOException {
    Path october = night(book(MONTH_END, MONTH_END), MONTH_END);
    assertThat(Csv.rows(october.resolve("restatements.csv"))).isEmpty();
    String sentBefore = PbocFiles.records(october, BACKDATED).get(0).item("ActRpyAmt");
    Path first = night(backdated("2026-11-01"), "2026-11-01");
    List<Map<String, String>> rows = Csv.rows(first.resolve("restatements.csv"));
    assertThat(rows).isNotEmpty();
    assertThat(rows)
        .allSatisfy(
            row ->
                assertThat(row)
                    .containsEntry("loan_id", BACKDATED)
                    .containsEntry("report_date", MONTH_END));
    assertThat(rows)
        .filteredOn(row -> "ActRpyAmt".equals(row.get("field")))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row)
                    .containsEntry("reported", sentBefore)
                    .containsEntry("recomputed", String.valueOf(Long.parseLong(sentBefore) + 100)));
    assertThat(sent(first)).isEmpty();
    Path second = night(backdated("2026-11-02"), "2026-11-02");
    assertThat(Csv.rows(second.resolve("restatements.csv"))).isEqualTo(rows);

    Nights correcting =
        nights.withConf(conf("auto", "# auto-correct: false", "auto-correct: true"));
    Path third = correcting.publish(backdated("2026-11-03").seal(), "2026-11-03");
    assertThat(sent(third)).containsExactly("212 " + BACKDATED);
    assertThat(Csv.rows(third.resolve("restatements.csv"))).isEqualTo(rows);
    Path fourth = correcting.publish(backdated("2026-11-04").seal(), "2026-11-04");
    assertThat(sent(fourth)).isEmpty();
    assertThat(Csv.rows(fourth.resolve("restatements.csv"))).isEmpty();
  }
}
