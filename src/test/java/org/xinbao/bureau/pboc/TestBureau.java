package org.xinbao.bureau.pboc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import org.xinbao.bureau.AbsentRequest;
import org.xinbao.bureau.AccountIds;
import org.xinbao.bureau.BureauLoan;
import org.xinbao.bureau.BureauSettings;
import org.xinbao.bureau.ControlFigures;
import org.xinbao.bureau.QueuedReport;
import org.xinbao.bureau.ReportRequest;
import org.xinbao.bureau.ReportResult;
import org.xinbao.conf.ConfNode;
import org.xinbao.ledger.DecisionRow;
import org.xinbao.ledger.NoticeRow;

/** A bureau with the configuration of a test, and what it was given and answered. */
final class TestBureau {

  /** Nothing is held for lack of a notice; R4 and R1 products beside the D1 default. */
  static final String YAML =
      """
      notice: {mode: "OFF"}
      borrowers-known-to-bureau: true
      defaults:
        account-type: D1
        flag: "0"
        business-line: "1"
        business-detail: "91"
        fund-source: "1"
        loan-form: "1"
        other-guarantee: "0"
        guarantee-mode: "4"
        repay-frequency: "03"
      products:
        SUIJIE: {account-type: R4}
        XUNHUAN: {account-type: R1, repay-mode: "32"}
        FENCI: {flag: "1"}
        FANGDAI: {business-detail: "11"}
        ERSHI: {settlement-day: 20}
      """;

  static final Set<String> PRODUCTS =
      Set.of("JIEBEI", "SUIJIE", "XUNHUAN", "FENCI", "FANGDAI", "ERSHI");

  final Pboc pboc;
  final List<String> records = new ArrayList<>();
  final List<String> types = new ArrayList<>();
  final List<ControlFigures> control = new ArrayList<>();
  String reported = "";
  List<QueuedReport> queue = List.of();
  List<NoticeRow> notices = List.of();
  List<DecisionRow> decisions = List.of();
  AccountIds accountIds = AccountIds.NONE;

  TestBureau() {
    this(YAML);
  }

  TestBureau(String yaml) {
    this(yaml, BureauSettings.of(TestLoan.PROVIDER, PRODUCTS));
  }

  TestBureau(String yaml, BureauSettings settings) {
    pboc = Pboc.of(node(yaml), settings);
  }

  static ConfNode node(String yaml) {
    try {
      Path file = Files.createTempDirectory("pboc").resolve("pboc.yaml");
      Files.writeString(file, yaml);
      ConfNode node = ConfNode.read(file);
      Files.delete(file);
      Files.delete(file.getParent());
      return node;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the next night is the first of a home whose loans the bureau knows. */
  boolean takenAsKnown;

  /** One night; state and queue go on to the next. */
  ReportResult night(BureauLoan today, IntFunction<BureauLoan> asOf) {
    clear();
    ReportRequest request =
        new ReportRequest(
            today.assessment().businessDate(),
            1,
            today,
            asOf,
            reported,
            queue,
            notices,
            decisions,
            takenAsKnown,
            accountIds);
    return keep(pboc.report(request, this::take));
  }

  /** A night without the loan's figures. */
  ReportResult absent(String loanId, int date) {
    clear();
    return keep(
        pboc.reportAbsent(
            new AbsentRequest(date, 1, loanId, reported, queue, decisions, accountIds),
            this::take));
  }

  private void clear() {
    records.clear();
    types.clear();
    control.clear();
  }

  private void take(String type, int day, byte[] record, ControlFigures figures) {
    types.add(type);
    records.add(new String(record, UTF_8));
    control.add(figures);
  }

  private ReportResult keep(ReportResult result) {
    reported = result.reported();
    queue = result.queue();
    return result;
  }

  ReportResult night(TestLoan today) {
    return night(
        today.build(),
        day -> {
          throw new AssertionError("no earlier figures are needed");
        });
  }

  /** A night whose earlier report dates show the same figures. */
  ReportResult nightAlways(TestLoan today) {
    return night(
        today.build(),
        day -> {
          TestLoan then = today;
          int date = then.date;
          then.date = day;
          BureauLoan built = then.build();
          then.date = date;
          return built;
        });
  }

  /** The only record of the night. */
  String record() {
    if (records.size() != 1) {
      throw new AssertionError(records.size() + " records");
    }
    return records.get(0);
  }

  /** RptDateCode and RptDate of each record, for example {@code 30@2026-10-31}. */
  List<String> points() {
    return records.stream().map(r -> value(r, "RptDateCode") + "@" + value(r, "RptDate")).toList();
  }

  /** The value of the first such tag. */
  static String value(String record, String tag) {
    int from = record.indexOf("<" + tag + ">");
    if (from < 0) {
      return "absent";
    }
    return record.substring(from + tag.length() + 2, record.indexOf("</" + tag + ">"));
  }
}
