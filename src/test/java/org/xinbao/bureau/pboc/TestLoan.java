package org.xinbao.bureau.pboc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.xinbao.arrears.AccountStatus;
import org.xinbao.arrears.AdverseRecord;
import org.xinbao.arrears.Assessment;
import org.xinbao.arrears.Day;
import org.xinbao.arrears.Instalment;
import org.xinbao.arrears.Loan;
import org.xinbao.arrears.LoanStatus;
import org.xinbao.arrears.Movement;
import org.xinbao.arrears.MovementType;
import org.xinbao.arrears.Split;
import org.xinbao.bureau.BureauLoan;
import org.xinbao.ledger.ExportedLoan;
import org.xinbao.ledger.FacilityRow;
import org.xinbao.ledger.GuaranteeRow;
import org.xinbao.ledger.IdType;
import org.xinbao.ledger.LoanOptions;
import org.xinbao.ledger.LoanRow;
import org.xinbao.ledger.MovementDetail;
import org.xinbao.ledger.RepaymentMethod;
import org.xinbao.ledger.RowLines;
import org.xinbao.ledger.SideLines;
import org.xinbao.retention.RecordState;
import org.xinbao.retention.RetainedRecord;

/** A synthetic loan whose every figure a test can set; 12,000 yuan in 12 instalments by default. */
final class TestLoan {

  static final String PROVIDER = "TEST0000000001";
  static final String ID_CARD = "990101190101010007";
  static final int OCT_31 = Day.of(2026, 10, 31);

  String loanId = "LOAN0001";
  String name = "测试甲";
  IdType idType = IdType.ID_CARD;
  String idNumber = ID_CARD;
  String product = "JIEBEI";
  RepaymentMethod method = RepaymentMethod.EQUAL_INSTALMENT;
  int terms = 12;
  String currency = "CNY";
  int opened = Day.of(2026, 1, 15);
  int matures = Day.of(2027, 1, 15);
  long principal = 1_200_000;
  LoanStatus loanStatus = LoanStatus.ACTIVE;
  int closedOn = Day.NONE;
  List<Instalment> schedule = new ArrayList<>();
  List<Movement> movements = new ArrayList<>();
  List<MovementDetail> details = new ArrayList<>();
  List<GuaranteeRow> guarantees = new ArrayList<>();
  List<String> collateral = new ArrayList<>();
  Optional<FacilityRow> facility = Optional.empty();
  boolean borrowerListed;
  String orgCode = "";
  String guaranteeMode = "";
  String frequency = "";
  String district = "";
  String assetTransferred = "";
  String contractCode = "";
  String firstHome = "";
  String bureauStatus = "";
  int consentedOn = Day.NONE;
  long ledgerPrincipal = -1;

  int date = OCT_31;
  AccountStatus status = AccountStatus.NORMAL;
  long balance = 1_200_000;
  int firstOverdueOn = Day.NONE;
  int daysPastDue;
  int instalmentsOverdue;
  long overduePrincipal;
  long overdueInterest;
  long p31;
  long p61;
  long p91;
  long p180;
  long penaltyPaid;
  long due;
  long paid;
  int lastPaidOn = Day.NONE;
  long lastPaidAmount;
  int fiveClass = 1;
  int fiveClassOn = Day.of(2026, 1, 15);
  char repaymentStatus = '*';
  int remaining = 12;
  int nothingOwedFrom = Day.NONE;
  List<AdverseRecord> adverse = new ArrayList<>();

  static TestLoan of(Consumer<TestLoan> change) {
    TestLoan loan = new TestLoan();
    for (int i = 1; i <= 12; i++) {
      loan.schedule.add(
          new Instalment(i, Day.plusMonths(Day.of(2026, 1, 15), i), 100_000, 1_000, 0));
    }
    change.accept(loan);
    return loan;
  }

  /** Overdue by 45 days with two instalments: status 2. */
  TestLoan overdue() {
    status = AccountStatus.OVERDUE;
    repaymentStatus = '2';
    daysPastDue = 46;
    firstOverdueOn = date - 45;
    instalmentsOverdue = 2;
    overduePrincipal = 200_000;
    overdueInterest = 2_050;
    p31 = 100_000;
    due = 101_000;
    adverse.add(new AdverseRecord(date - 45, Day.NONE, 46, 202_050));
    return this;
  }

  /** Closed by repayment on a day. */
  TestLoan closed(int on) {
    loanStatus = LoanStatus.CLOSED;
    status = AccountStatus.CLOSED;
    closedOn = on;
    lastPaidOn = on;
    balance = 0;
    remaining = 0;
    repaymentStatus = 'C';
    nothingOwedFrom = on;
    return this;
  }

  TestLoan withFacility() {
    facility =
        Optional.of(
            new FacilityRow(
                2,
                "LIMIT0001",
                "C1",
                name,
                IdType.ID_CARD,
                ID_CARD,
                FacilityRow.Kind.LOAN,
                true,
                5_000_050,
                "CNY",
                Day.of(2026, 1, 1),
                Day.of(2028, 1, 1),
                FacilityRow.Status.ACTIVE,
                ""));
    return this;
  }

  TestLoan move(String id, int on, MovementType type, long amount) {
    movements.add(new Movement(id, on, Day.format(on), type, amount, "", Split.NONE));
    return this;
  }

  BureauLoan build() {
    LoanOptions options =
        new LoanOptions(
            orgCode,
            guaranteeMode,
            frequency,
            district,
            assetTransferred,
            contractCode,
            firstHome,
            bureauStatus,
            consentedOn,
            "",
            "",
            "",
            "",
            ledgerPrincipal,
            -1,
            -1,
            -1);
    LoanRow row =
        new LoanRow(
            2, loanId, "C1", name, idType, idNumber, product, "", method, terms, currency, options);
    Loan loan =
        new Loan(
            loanId,
            opened,
            matures,
            principal,
            0,
            loanStatus,
            closedOn,
            schedule,
            movements,
            List.of());
    ExportedLoan exported =
        new ExportedLoan(
            row,
            loan,
            RowLines.NONE,
            details,
            guarantees,
            collateral,
            facility,
            borrowerListed,
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            SideLines.NONE);
    List<RetainedRecord> retained =
        adverse.stream()
            .map(each -> new RetainedRecord(each, Day.NONE, Day.NONE, RecordState.UNPAID))
            .toList();
    return new BureauLoan(exported, assessment(), retained);
  }

  private Assessment assessment() {
    return new Assessment(
        date,
        status,
        balance,
        firstOverdueOn,
        daysPastDue,
        daysPastDue,
        0,
        instalmentsOverdue,
        overduePrincipal,
        overdueInterest,
        0,
        overduePrincipal - p31 - p61 - p91 - p180,
        p31,
        p61,
        p91,
        p180,
        0,
        0,
        penaltyPaid,
        0,
        due,
        paid,
        lastPaidOn,
        lastPaidAmount,
        0,
        fiveClass,
        fiveClassOn,
        repaymentStatus,
        remaining,
        -1,
        nothingOwedFrom,
        0,
        List.of(),
        adverse);
  }
}
