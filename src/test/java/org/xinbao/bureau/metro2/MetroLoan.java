package org.xinbao.bureau.metro2;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xinbao.arrears.Arrears;
import org.xinbao.arrears.Assessment;
import org.xinbao.arrears.Day;
import org.xinbao.arrears.Instalment;
import org.xinbao.arrears.InstalmentPosition;
import org.xinbao.arrears.Loan;
import org.xinbao.arrears.LoanStatus;
import org.xinbao.arrears.Movement;
import org.xinbao.arrears.MovementType;
import org.xinbao.arrears.ProductRules;
import org.xinbao.arrears.Split;
import org.xinbao.bureau.Bureau;
import org.xinbao.bureau.BureauLoan;
import org.xinbao.bureau.Held;
import org.xinbao.bureau.LoanHistory;
import org.xinbao.bureau.QueuedReport;
import org.xinbao.bureau.ReportRequest;
import org.xinbao.bureau.ReportResult;
import org.xinbao.ledger.BorrowerRow;
import org.xinbao.ledger.DecisionRow;
import org.xinbao.ledger.ExportedLoan;
import org.xinbao.ledger.FacilityRow;
import org.xinbao.ledger.GuaranteeRow;
import org.xinbao.ledger.IdType;
import org.xinbao.ledger.LoanOptions;
import org.xinbao.ledger.LoanRow;
import org.xinbao.ledger.RepaymentMethod;
import org.xinbao.ledger.RowLines;
import org.xinbao.ledger.SideLines;
import org.xinbao.ledger.UsConsumer;
import org.xinbao.retention.Retention;
import org.xinbao.retention.RetentionRule;

/**
 * A synthetic loan with the bureaux of the United States, from night to night: 1,200.00 opened on
 * 2024-01-15 in twelve instalments of 100.00 and 5.00 interest, due on the 15th of each month from
 * February 2024 on; penalty is one thousandth of the overdue principal a day. No such person,
 * number or street exists.
 */
final class MetroLoan {

  static final int OPENED = Day.of(2024, 1, 15);

  static final UsConsumer PERSON =
      new UsConsumer(
          "Testdoe",
          "Jane",
          "Q",
          "",
          "078051120",
          "5550100000",
          "1 Test Street",
          "",
          "Testville",
          "CA",
          "90001",
          "US",
          "C",
          "R");

  static final String CONF =
      """
      identification-number: TESTLENDER
      currency: CNY
      header: {equifax-id: TESTEFX001, reporter-name: TEST LENDER, reporter-address: 1 TEST STREET}
      notice: {mode: OFF}
      defaults:
        portfolio: INSTALMENT
        account-type: "01"
        terms-frequency: M
        interest-type: F
        sold-comment: AH
      """;

  final List<Instalment> schedule = new ArrayList<>();
  final List<Movement> movements = new ArrayList<>();
  final List<GuaranteeRow> guarantees = new ArrayList<>();
  final List<DecisionRow> decisions = new ArrayList<>();
  String loanId = "LOAN0001";
  UsConsumer consumer = PERSON;
  int bornOn = Day.of(1980, 2, 29);
  String currency = "CNY";
  String comment = "";
  String bankruptcy = "";
  String employer = "";
  boolean hasBorrower = true;
  boolean takenAsKnown;
  Optional<FacilityRow> facility = Optional.empty();
  LoanStatus status = LoanStatus.ACTIVE;
  int closedOn = Day.NONE;
  ProductRules rules = rules(ProductRules.DpdClock.DUE_DATE_IS_ZERO, 0);
  private final Bureau bureau;
  private String reported = "";
  private List<QueuedReport> queue = List.of();

  /** What one night gave. */
  record Night(List<String> records, ReportResult result) {

    List<String> held() {
      return result.held().stream().map(Held::code).toList();
    }

    /** The base segment of the only record. */
    Map<String, String> base() {
      assertThat(records).as("held: %s", result.held()).hasSize(1);
      return Positions.base(records.get(0));
    }
  }

  MetroLoan(Bureau bureau) {
    this.bureau = bureau;
    for (int i = 1; i <= 12; i++) {
      schedule.add(new Instalment(i, Day.plusMonths(OPENED, i), 10_000, 500, 0));
    }
    movements.add(movement("T0", OPENED, MovementType.DISBURSEMENT, 120_000, ""));
  }

  static Bureau bureau(Path folder, String more, boolean autoCorrect) {
    return new Metro2Factory()
        .read(LoanHistory.conf(folder, "metro2", CONF + more), LoanHistory.settings(autoCorrect));
  }

  static Movement movement(String id, int day, MovementType type, long cents, String reverses) {
    return new Movement(id, day, Day.format(day) + "T20:15:00", type, cents, reverses, Split.NONE);
  }

  MetroLoan move(String id, String day, MovementType type, String amount) {
    long cents = new BigDecimal(amount).movePointRight(2).longValueExact();
    movements.add(movement(id, Day.parse(day), type, cents, ""));
    movements.sort(Movement.ORDER);
    return this;
  }

  MetroLoan pays(String id, String day, String amount) {
    return move(id, day, MovementType.REPAYMENT, amount);
  }

  /** The lender forgives all that is owed at the close of a day. */
  MetroLoan waivesAll(String id, String day) {
    BureauLoan then = at(Day.parse(day));
    long unpaid = then.instalments().get().stream().mapToLong(InstalmentPosition::unpaid).sum();
    long penalty = then.instalments().get().stream().mapToLong(InstalmentPosition::penalty).sum();
    long principal = then.assessment().principalBalance();
    movements.add(
        new Movement(
            id,
            Day.parse(day),
            day + "T20:15:00",
            MovementType.WAIVER,
            unpaid + penalty,
            "",
            Split.of(principal, unpaid - principal, penalty, 0)));
    movements.sort(Movement.ORDER);
    return this;
  }

  MetroLoan ends(LoanStatus how, String day) {
    status = how;
    closedOn = Day.parse(day);
    return this;
  }

  MetroLoan decides(
      String id, DecisionRow.Kind kind, String day, String bureauName, Map<String, String> more) {
    decisions.add(
        new DecisionRow(
            id, loanId, kind, Day.parse(day), Day.NONE, Day.NONE, "", more, "", "", bureauName));
    return this;
  }

  String reported() {
    return reported;
  }

  Loan loan() {
    return new Loan(
        loanId,
        OPENED,
        Day.plusMonths(OPENED, 12),
        120_000,
        2_400_000_000L,
        status,
        closedOn,
        schedule,
        movements,
        List.of());
  }

  BureauLoan at(int day) {
    Loan loan = loan();
    Assessment assessment = (Assessment) Arrears.assess(loan, rules, day);
    return new BureauLoan(
        exported(loan),
        assessment,
        Retention.apply(
            assessment.adverseRecords(),
            assessment.nothingOwedFrom(),
            new RetentionRule(5, RetentionRule.ClockStart.OVERDUE_SETTLED),
            List.of(),
            day),
        () -> Arrears.instalments(loan, rules, day));
  }

  private ExportedLoan exported(Loan loan) {
    LoanOptions options =
        new LoanOptions(
            "", "4", "", "", "", "", "", "", Day.NONE, "", "", comment, bankruptcy, -1, -1, -1, -1);
    LoanRow row =
        new LoanRow(
            2,
            loanId,
            "C1",
            "测试甲",
            IdType.ID_CARD,
            LoanHistory.ID_CARD,
            "JIEBEI",
            "",
            RepaymentMethod.EQUAL_INSTALMENT,
            12,
            currency,
            options);
    return new ExportedLoan(
        row,
        loan,
        RowLines.NONE,
        List.of(),
        guarantees,
        List.of(),
        facility,
        hasBorrower,
        hasBorrower ? Optional.of(borrower()) : Optional.empty(),
        List.of(),
        decisions,
        List.of(),
        List.of(),
        SideLines.NONE);
  }

  private BorrowerRow borrower() {
    return new BorrowerRow(
        2,
        "C1",
        "测试甲",
        IdType.ID_CARD,
        LoanHistory.ID_CARD,
        new BorrowerRow.Person("", bornOn, "", "", "", ""),
        new BorrowerRow.Marriage("", "", Optional.empty(), ""),
        new BorrowerRow.Education("", ""),
        new BorrowerRow.Work("", employer, "", "", "2 Test Street", "", "Tester", ""),
        new BorrowerRow.Residence("", ""),
        new BorrowerRow.Mail("", "", ""),
        new BorrowerRow.Income(-1, -1),
        consumer,
        Day.NONE);
  }

  /** One night with the bureau; what it was told is carried on. */
  Night night(String date) {
    return night(Day.parse(date));
  }

  Night night(int day) {
    List<String> records = new ArrayList<>();
    ReportResult result =
        bureau.report(
            new ReportRequest(
                day, 1, at(day), this::at, reported, queue, List.of(), decisions, takenAsKnown),
            (type, on, record, control) ->
                records.add(new String(record, StandardCharsets.US_ASCII)));
    assertThat(result.reported()).as("printable").matches("[ -~]*");
    assertThat(result.reported()).doesNotContain("Testdoe").doesNotContain("078051120");
    reported = result.reported();
    queue = result.queue();
    return new Night(records, result);
  }

  /** Month-ends up to and including a day. */
  Night monthEnds(String first, String last) {
    Night night = night(first);
    for (int day = Day.parse(first); day < Day.parse(last); ) {
      day = Day.lastOfMonth(day + 1);
      night = night(day);
    }
    return night;
  }

  static ProductRules rules(ProductRules.DpdClock clock, int graceOfAgeing) {
    return new ProductRules(
        "JIEBEI",
        ProductRules.DayCount.ACT_360,
        clock,
        new ProductRules.Grace(
            graceOfAgeing,
            graceOfAgeing == 0
                ? ProductRules.GraceMeaning.GATE
                : ProductRules.GraceMeaning.AGEING_ONLY),
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
}
