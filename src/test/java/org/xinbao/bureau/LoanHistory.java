package org.xinbao.bureau;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.xinbao.arrears.Arrears;
import org.xinbao.arrears.Assessment;
import org.xinbao.arrears.Day;
import org.xinbao.arrears.Instalment;
import org.xinbao.arrears.Loan;
import org.xinbao.arrears.LoanStatus;
import org.xinbao.arrears.Movement;
import org.xinbao.arrears.MovementType;
import org.xinbao.arrears.ProductRules;
import org.xinbao.arrears.Split;
import org.xinbao.conf.ConfNode;
import org.xinbao.ledger.BorrowerRow;
import org.xinbao.ledger.DecisionRow;
import org.xinbao.ledger.ExportedLoan;
import org.xinbao.ledger.FacilityRow;
import org.xinbao.ledger.IdType;
import org.xinbao.ledger.LoanOptions;
import org.xinbao.ledger.LoanRow;
import org.xinbao.ledger.NoticeRow;
import org.xinbao.ledger.RepaymentMethod;
import org.xinbao.ledger.RowLines;
import org.xinbao.ledger.SideLines;
import org.xinbao.retention.Retention;
import org.xinbao.retention.RetentionRule;

/**
 * A synthetic loan that lives from night to night: tests write what happens, ask a bureau for each
 * night, and see the records. 3,000.00 in three instalments of 1,000.00 and 20.00 interest, due on
 * the 10th of February, March and April 2026; penalty is one thousandth of the overdue principal a
 * day.
 */
public final class LoanHistory {

  /** An identity card of nobody, with the right check digit. */
  public static final String ID_CARD = "990101190101010007";

  public final List<Instalment> schedule = new ArrayList<>();
  public final List<Movement> movements = new ArrayList<>();
  public final List<NoticeRow> notices = new ArrayList<>();
  public final List<DecisionRow> decisions = new ArrayList<>();
  public String loanId = "LOAN0001";
  public String name = "测试甲";
  public IdType idType = IdType.ID_CARD;
  public String idNumber = ID_CARD;
  public String mobile = "10000000001";
  public String purpose = "13";
  public String appliedAt = "2026-01-09T10:00:00";
  public RepaymentMethod method = RepaymentMethod.EQUAL_INSTALMENT;
  public Optional<FacilityRow> facility = Optional.empty();
  public LoanStatus status = LoanStatus.ACTIVE;
  public int closedOn = Day.NONE;
  public boolean takenAsKnown;
  public int version = 1;
  public int retentionYears = 5;
  private String reported = "";
  private List<QueuedReport> queue = List.of();

  /** What one night gave. */
  public record Night(List<String> records, List<String> days, ReportResult result) {

    /** The codes of what is held, in order. */
    public List<String> held() {
      return result.held().stream().map(Held::code).toList();
    }
  }

  public LoanHistory() {
    for (int i = 1; i <= 3; i++) {
      schedule.add(new Instalment(i, Day.plusMonths(Day.of(2026, 1, 10), i), 100_000, 2_000, 0));
    }
    movements.add(
        new Movement(
            "T0",
            Day.of(2026, 1, 10),
            "2026-01-10T09:30:00",
            MovementType.DISBURSEMENT,
            300_000,
            "",
            Split.NONE));
  }

  /** A configuration file of a bureau. */
  public static ConfNode conf(Path folder, String name, String text) {
    try {
      return ConfNode.read(Files.writeString(folder.resolve(name + ".yaml"), text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Settings of the institution with one product. */
  public static BureauSettings settings(boolean autoCorrect) {
    return new BureauSettings(
        "TEST0000000001", Set.of("JIEBEI"), java.time.LocalTime.of(3, 0), -1, autoCorrect);
  }

  public LoanHistory pays(String id, String day, String amount) {
    return move(id, day, MovementType.REPAYMENT, amount, "");
  }

  public LoanHistory returns(String id, String day, String amount, String reverses) {
    return move(id, day, MovementType.REVERSAL, amount, reverses);
  }

  public LoanHistory move(
      String id, String day, MovementType type, String amount, String reverses) {
    long cents = new BigDecimal(amount).movePointRight(2).longValueExact();
    movements.add(
        new Movement(id, Day.parse(day), day + "T20:15:00", type, cents, reverses, Split.NONE));
    movements.sort(Movement.ORDER);
    return this;
  }

  public LoanHistory without(String id) {
    movements.removeIf(each -> each.txnId().equals(id));
    return this;
  }

  public LoanHistory closes(String day) {
    status = LoanStatus.CLOSED;
    closedOn = Day.parse(day);
    return this;
  }

  public LoanHistory notice(String day) {
    notices.add(new NoticeRow(loanId, "SMS", Day.parse(day)));
    return this;
  }

  public LoanHistory decides(
      String id, DecisionRow.Kind kind, String day, Map<String, String> details) {
    decisions.add(
        new DecisionRow(
            id, loanId, kind, Day.parse(day), Day.NONE, Day.NONE, "", details, "", "", ""));
    return this;
  }

  /** What the bureau has been told so far. */
  public String reported() {
    return reported;
  }

  /** The loan at the close of a day. */
  public BureauLoan at(int day) {
    Loan loan =
        new Loan(
            loanId,
            Day.of(2026, 1, 10),
            Day.of(2026, 4, 10),
            300_000,
            2_400_000_000L,
            status,
            closedOn,
            schedule,
            movements,
            List.of());
    Assessment assessment = (Assessment) Arrears.assess(loan, rules(), day);
    return new BureauLoan(
        exported(loan),
        assessment,
        Retention.apply(
            assessment.adverseRecords(),
            assessment.nothingOwedFrom(),
            new RetentionRule(retentionYears, RetentionRule.ClockStart.OVERDUE_SETTLED),
            List.of(),
            day),
        () -> Arrears.instalments(loan, rules(), day));
  }

  private ExportedLoan exported(Loan loan) {
    LoanOptions options =
        new LoanOptions(
            "",
            "4",
            "",
            "",
            "",
            "",
            "",
            "",
            Day.of(2026, 1, 9),
            appliedAt,
            purpose,
            "",
            "",
            -1,
            -1,
            -1,
            -1);
    LoanRow row =
        new LoanRow(
            2,
            loanId,
            "C1",
            name,
            idType,
            idNumber,
            "JIEBEI",
            facility.map(FacilityRow::facilityId).orElse(""),
            method,
            3,
            "CNY",
            options);
    return new ExportedLoan(
        row,
        loan,
        RowLines.NONE,
        List.of(),
        List.of(),
        List.of(),
        facility,
        true,
        mobile.isEmpty() ? Optional.empty() : Optional.of(borrower()),
        notices,
        decisions,
        List.of(),
        List.of(),
        SideLines.NONE);
  }

  private BorrowerRow borrower() {
    return new BorrowerRow(
        2,
        "C1",
        name,
        idType,
        idNumber,
        new BorrowerRow.Person("", Day.NONE, "", "", mobile, ""),
        new BorrowerRow.Marriage("", "", Optional.empty(), ""),
        new BorrowerRow.Education("", ""),
        new BorrowerRow.Work("", "", "", "", "", "", "", ""),
        new BorrowerRow.Residence("", ""),
        new BorrowerRow.Mail("", "", ""),
        new BorrowerRow.Income(-1, -1),
        Day.NONE);
  }

  private static ProductRules rules() {
    return new ProductRules(
        "JIEBEI",
        ProductRules.DayCount.ACT_360,
        ProductRules.DpdClock.DUE_DATE_IS_ZERO,
        new ProductRules.Grace(0, ProductRules.GraceMeaning.GATE),
        new ProductRules.Penalty(
            15_000_000_000L,
            -1,
            ProductRules.PenaltyBase.PRINCIPAL,
            ProductRules.RoundingMoment.AT_POSTING,
            ProductRules.RoundingMode.HALF_UP),
        new ProductRules.Allocation(
            List.of(
                ProductRules.Component.FEE,
                ProductRules.Component.PENALTY,
                ProductRules.Component.INTEREST,
                ProductRules.Component.PRINCIPAL),
            ProductRules.Sequence.OLDEST_INSTALMENT_FIRST,
            90,
            ProductRules.Source.COMPUTED),
        ProductRules.ReturnedPayment.ORIGINAL_DUE_DATE,
        0,
        100,
        0,
        List.of(30, 60, 90, 120, 150, 180),
        new ProductRules.FiveClass(1, 91, 271, 361, 6),
        ProductRules.AdverseBegins.PAST_DUE,
        ProductRules.Remaining.NOT_DUE,
        2_400_000_000L);
  }

  /** One night of the loan with a bureau; what it was told is carried on. */
  public Night night(Bureau bureau, String date) {
    List<String> records = new ArrayList<>();
    List<String> days = new ArrayList<>();
    ReportResult result =
        bureau.report(
            request(Day.parse(date)),
            (type, day, record, control) -> {
              records.add(type + " " + new String(record, StandardCharsets.UTF_8));
              days.add(Day.format(day));
            });
    assertThat(result.reported()).as("printable").matches("[ -~]*");
    assertThat(result.reported()).doesNotContain(name).doesNotContain(idNumber);
    reported = result.reported();
    queue = result.queue();
    return new Night(records, days, result);
  }

  /** Takes in what the bureau has answered; what waits for it goes to the queue. */
  public LoanHistory answered(Bureau bureau, String date, FileAnswer answer) {
    Answered answered = bureau.answered(reported, Day.parse(date), List.of(answer));
    reported = answered.reported();
    List<QueuedReport> all = new ArrayList<>(queue);
    all.addAll(answered.repeats());
    queue = List.copyOf(all);
    return this;
  }

  public ReportRequest request(int day) {
    return new ReportRequest(
        day, version, at(day), this::at, reported, queue, notices, decisions, takenAsKnown);
  }
}
