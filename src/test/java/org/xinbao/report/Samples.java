package org.xinbao.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.xinbao.arrears.AccountStatus;
import org.xinbao.arrears.AdverseRecord;
import org.xinbao.arrears.Assessment;
import org.xinbao.arrears.Day;
import org.xinbao.arrears.Split;
import org.xinbao.arrears.SplitDifference;
import org.xinbao.report.ReportInput.Answers;
import org.xinbao.report.ReportInput.CodeCount;
import org.xinbao.report.ReportInput.Convention;
import org.xinbao.report.ReportInput.DatedFigures;
import org.xinbao.report.ReportInput.DifferenceLine;
import org.xinbao.report.ReportInput.Dispute;
import org.xinbao.report.ReportInput.Feedback;
import org.xinbao.report.ReportInput.Funnel;
import org.xinbao.report.ReportInput.HeldLine;
import org.xinbao.report.ReportInput.InputFile;
import org.xinbao.report.ReportInput.Listing;
import org.xinbao.report.ReportInput.Note;
import org.xinbao.report.ReportInput.OutputFile;
import org.xinbao.report.ReportInput.RejectLine;
import org.xinbao.report.ReportInput.Submission;
import org.xinbao.report.ReportInput.Thresholds;
import org.xinbao.report.ReportInput.UnansweredFile;
import org.xinbao.retention.RecordState;
import org.xinbao.retention.RetainedRecord;
import org.xinbao.treatment.CustomerTreatment;
import org.xinbao.treatment.TreatmentStep;

/** Made-up loans and report inputs. */
final class Samples {

  static final int DATE = Day.of(2026, 10, 31);
  static final long SEED = Long.getLong("xinbao.test.seed", 20261031L);

  private Samples() {}

  /** Days past due, everything else following from them. */
  static Assessment assessment(AccountStatus status, int daysPastDue, long balance, long overdue) {
    return assessment(status, daysPastDue, balance, overdue, 0, 0);
  }

  static Assessment assessment(
      AccountStatus status,
      int daysPastDue,
      long balance,
      long overdue,
      long unallocated,
      long closingDifference) {
    boolean owing = status != AccountStatus.CLOSED && status != AccountStatus.TRANSFERRED;
    int bucket = !owing || daysPastDue == 0 ? 0 : Math.min(7, (daysPastDue + 29) / 30);
    int fiveClass =
        status == AccountStatus.WRITTEN_OFF || daysPastDue > 360
            ? 5
            : daysPastDue > 270 ? 4 : daysPastDue > 90 ? 3 : daysPastDue > 0 ? 2 : 1;
    char code =
        switch (status) {
          case CLOSED -> 'C';
          case TRANSFERRED -> 'G';
          case WRITTEN_OFF -> 'B';
          case OVERDUE -> (char) ('0' + Math.max(1, Math.min(7, bucket)));
          case NORMAL -> 'N';
        };
    return new Assessment(
        DATE,
        status,
        balance,
        daysPastDue == 0 ? Day.NONE : DATE - daysPastDue + 1,
        daysPastDue,
        daysPastDue,
        bucket,
        bucket,
        overdue,
        overdue / 10,
        0,
        daysPastDue <= 30 ? overdue : 0,
        daysPastDue > 30 && daysPastDue <= 60 ? overdue : 0,
        daysPastDue > 60 && daysPastDue <= 90 ? overdue : 0,
        daysPastDue > 90 && daysPastDue <= 180 ? overdue : 0,
        daysPastDue > 180 ? overdue : 0,
        overdue / 50,
        overdue / 500,
        overdue / 70,
        overdue / 300,
        balance / 12,
        daysPastDue == 0 ? balance / 12 : 0,
        DATE - 40,
        balance / 12,
        unallocated,
        fiveClass,
        DATE - daysPastDue,
        code,
        6,
        182_500 + daysPastDue * 500L,
        Day.NONE,
        closingDifference,
        closingDifference == 0
            ? List.of()
            : List.of(new SplitDifference("t1", Split.of(1, 0, 0, 0), Split.of(0, 1, 0, 0))),
        List.of(
            new AdverseRecord(DATE - 200, DATE - 190, 10, 5_000),
            daysPastDue == 0
                ? new AdverseRecord(DATE - 40, DATE - 3, 37, 7_000)
                : new AdverseRecord(DATE - daysPastDue + 1, Day.NONE, daysPastDue, overdue)));
  }

  static AssessedLoan loan(String id, String product, String currency, Assessment assessment) {
    return loan(id, product, currency, DATE - 300, assessment);
  }

  static AssessedLoan loan(
      String id, String product, String currency, int openedOn, Assessment assessment) {
    int days = assessment.daysPastDue();
    boolean owing = assessment.principalBalance() > 0;
    TreatmentStep step =
        !owing || days == 0
            ? TreatmentStep.NONE
            : days >= 91
                ? TreatmentStep.LEGAL_REVIEW
                : days >= 30
                    ? TreatmentStep.RESTRICT
                    : days >= 4 ? TreatmentStep.CALL : TreatmentStep.REMIND;
    return new AssessedLoan(
        id, product, currency, openedOn, 1_000_000, 2_400_000_000L, assessment, step);
  }

  /** Loans of three products, most of them paid on time. */
  static List<AssessedLoan> loans(int number, long seed) {
    Random random = new Random(seed);
    String[] products = {"HUABEI", "JIEBEI", "XIAODAI"};
    List<AssessedLoan> loans = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      int kind = random.nextInt(100);
      long balance = 10_000L + random.nextInt(5_000_000);
      int days = 1 + random.nextInt(random.nextInt(3) == 0 ? 400 : 60);
      long unallocated = random.nextInt(50) == 0 ? 1_234 : 0;
      Assessment assessment =
          kind < 70
              ? assessment(AccountStatus.NORMAL, 0, balance, 0, unallocated, 0)
              : kind < 88
                  ? assessment(AccountStatus.OVERDUE, days, balance, balance / 5, unallocated, 0)
                  : kind < 95
                      ? assessment(AccountStatus.CLOSED, 0, 0, 0, 0, kind == 88 ? 55 : 0)
                      : kind < 98
                          ? assessment(AccountStatus.WRITTEN_OFF, 400, balance, balance)
                          : assessment(AccountStatus.TRANSFERRED, 0, 0, 0);
      loans.add(
          loan(
              String.format(Locale.ROOT, "L%06d", i),
              products[random.nextInt(3)],
              "CNY",
              DATE - 30 * (i % 14),
              assessment));
    }
    return loans;
  }

  static Aggregates aggregates(int number, long seed) {
    Aggregates aggregates = new Aggregates();
    Figures figures = aggregates.figures();
    Random random = new Random(seed);
    for (AssessedLoan loan : loans(number, seed)) {
      aggregates.add(loan);
      if (random.nextInt(6) == 0) {
        RecordState state = List.of(RecordState.values()).get(random.nextInt(4));
        boolean unpaid = state == RecordState.UNPAID;
        figures.addRecord(
            loan.product(),
            loan.currency(),
            new RetainedRecord(
                new AdverseRecord(DATE - 2000, unpaid ? Day.NONE : DATE - 1800, 20, 90_000),
                unpaid ? Day.NONE : DATE - 1800,
                unpaid ? Day.NONE : DATE + random.nextInt(200),
                state),
            DATE);
      }
    }
    figures.addRecord(
        "",
        "CNY",
        new RetainedRecord(
            new AdverseRecord(DATE - 900, Day.NONE, 20, 90_000),
            Day.NONE,
            Day.NONE,
            RecordState.UNPAID),
        DATE);
    figures.addNotAssessed("JIEBEI", "CNY", 1_234_567);
    figures.addNotAssessed("JIEBEI", "CNY", 0);
    figures.addVanished("HUABEI", "CNY", 80_000);
    figures.addDeletedRecords("HUABEI", "CNY", 3);
    figures.addDifference("XIAODAI", "CNY", "principal_balance", 1_250);
    figures.addSubmitted("PBOC", 312);
    figures.addHeldBack("PBOC", 3);
    return aggregates;
  }

  static ReportInput input(Language language) {
    Aggregates today = aggregates(300, SEED);
    today.worklist().customers(customers(today.worklist()));
    return new ReportInput(
        DATE,
        "TEST0000000001",
        language,
        "xinbao 0.1.0",
        new Funnel(9_876, 9_801, 302, 300, 281, 312),
        today.figures(),
        Optional.of(new DatedFigures(DATE - 1, aggregates(298, SEED).figures())),
        Optional.of(new DatedFigures(DATE - 31, aggregates(260, SEED + 1).figures())),
        HistorySample.history(),
        today.worklist(),
        Thresholds.DEFAULT,
        conventions(),
        List.of(
            new InputFile("loans.csv", 302, "a1".repeat(32)),
            new InputFile("instalments.csv", 3_624, "b2".repeat(32)),
            new InputFile("transactions.csv", 5_950, "c3".repeat(32))),
        List.of(
            new OutputFile("assessments.csv", 61_234, "d4".repeat(32)),
            new OutputFile("submissions/pboc/TEST0000000001.txt", 1_234_567, "e5".repeat(32))),
        rejects(),
        held(),
        new Listing<>(
            List.of(
                new DifferenceLine("L000004", "CLOSING", "", "0.00", "0.55"),
                new DifferenceLine("L000009", "principal_balance", "", "1000.00", "1012.50"),
                new DifferenceLine("L000009", "days_past_due", "", "3", "4"),
                new DifferenceLine("L000010", "split_fee", "T1", "1.00", "0.00")),
            List.of(new CodeCount("", "CLOSING", 1), new CodeCount("", "principal_balance", 7))),
        List.of(
            new Submission("PBOC", "210", "TEST000000000120261101210001.txt", 281, 912_345, 8_123),
            new Submission("PBOC", "110", "TEST000000000120261101110001.txt", 31, 0, 0)),
        new Answers(
            List.of(new Feedback("PBOC", 4_812, 3, 2, 281)),
            List.of(new CodeCount("PBOC", "ABR002", 2), new CodeCount("PBOC", "BRD017", 1)),
            List.of(new UnansweredFile("PBOC", "TEST0000000001.txt", 281, DATE - 30))),
        Dispute.list(
            List.of(
                new Dispute("D0001", "L000012", DATE - 18, DATE + 2),
                new Dispute("D0002", "L000055", DATE - 25, DATE - 5),
                new Dispute("D0003", "L000099", DATE - 3, DATE + 17)),
            DATE),
        List.of(
            new Note(Note.Level.WARNING, "pboc.yaml: 产品 OLDLOAN 不在 products.yaml 中，该项被忽略。"),
            new Note(Note.Level.INFO, "borrowers.csv 未提供。")));
  }

  /** Every loan in legal review has restricted its customer. */
  private static Map<String, CustomerTreatment> customers(Worklist worklist) {
    Map<String, CustomerTreatment> customers = new TreeMap<>();
    for (WorkItem each : worklist.items()) {
      if (each.step() == TreatmentStep.LEGAL_REVIEW) {
        customers.put(
            each.loanId(), new CustomerTreatment(each.step(), true, Day.NONE, 0, 0, Set.of()));
      }
    }
    return customers;
  }

  private static List<Convention> conventions() {
    List<Convention> rules = new ArrayList<>();
    rules.add(new Convention("", "contact.connected-per-day", "3"));
    rules.add(new Convention("", "contact.tries-per-day", "6"));
    rules.add(new Convention("", "contact.from", "08:00"));
    rules.add(new Convention("", "contact.to", "22:00"));
    for (String product : List.of("HUABEI", "JIEBEI", "XIAODAI")) {
      rules.add(new Convention(product, "day-count", "ACT_360"));
      rules.add(new Convention(product, "dpd-clock", "DUE_DATE_IS_ZERO"));
      rules.add(new Convention(product, "grace", "{days: 0, meaning: GATE}"));
      rules.add(new Convention(product, "penalty.rate-multiplier", "1.5"));
      rules.add(new Convention(product, "buckets", "[30, 60, 90, 120, 150, 180]"));
    }
    return rules;
  }

  private static Listing<RejectLine> rejects() {
    List<RejectLine> lines = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      lines.add(
          new RejectLine(
              i % 2 == 0 ? "transactions.csv" : "loans.csv",
              i + 17,
              String.format(Locale.ROOT, "L%06d", i * 7),
              i % 2 == 0 ? "reverses" : "product",
              i % 2 == 0 ? "REVERSAL_OF_NOTHING" : "UNKNOWN_PRODUCT",
              "Correct the row in the ledger and export again."));
    }
    return new Listing<>(
        lines,
        List.of(
            new CodeCount("loans.csv", "UNKNOWN_PRODUCT", 6),
            new CodeCount("transactions.csv", "REVERSAL_OF_NOTHING", 69)));
  }

  private static Listing<HeldLine> held() {
    return new Listing<>(
        List.of(
            new HeldLine("L000003", "PBOC", "NO_NOTICE", "Send the notice, then report.", DATE - 3),
            new HeldLine("L000021", "PBOC", "NO_NOTICE", "Send the notice, then report.", DATE),
            new HeldLine("L000044", "PBOC", "NEW_CODE", "Something new.", Day.NONE)),
        List.of(new CodeCount("PBOC", "NO_NOTICE", 2), new CodeCount("PBOC", "NEW_CODE", 1)));
  }

  /** Nothing happened: no loans, no earlier dates, empty lists. */
  static ReportInput empty(Language language) {
    return empty(language, new Figures(), List.of());
  }

  /** No lists, only figures. */
  static ReportInput empty(Language language, Figures today, List<DatedFigures> history) {
    return new ReportInput(
        DATE,
        "TEST0000000001",
        language,
        "xinbao 0.1.0",
        new Funnel(0, 0, 0, 0, 0, 0),
        today,
        Optional.empty(),
        Optional.empty(),
        history,
        new Worklist(),
        Thresholds.DEFAULT,
        List.of(),
        List.of(),
        List.of(),
        Listing.none(),
        Listing.none(),
        Listing.none(),
        List.of(),
        Answers.NONE,
        Listing.none(),
        List.of());
  }

  /** The same on another business date. */
  static ReportInput on(int date, ReportInput in) {
    return new ReportInput(
        date,
        in.institution(),
        in.language(),
        in.program(),
        in.funnel(),
        in.today(),
        in.previous(),
        in.monthEnd(),
        in.history(),
        in.worklist(),
        in.thresholds(),
        in.conventions(),
        in.inputs(),
        in.outputs(),
        in.rejects(),
        in.held(),
        in.differences(),
        in.submissions(),
        in.answers(),
        in.disputes(),
        in.notes());
  }
}
