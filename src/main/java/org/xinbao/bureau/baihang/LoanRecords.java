package org.xinbao.bureau.baihang;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.xinbao.arrears.Day;
import org.xinbao.arrears.Instalment;
import org.xinbao.arrears.Movement;
import org.xinbao.arrears.MovementType;
import org.xinbao.bureau.BureauLoan;
import org.xinbao.bureau.ControlFigures;
import org.xinbao.bureau.WhyHeld;
import org.xinbao.bureau.baihang.BaihangConf.Family;
import org.xinbao.bureau.baihang.BaihangConf.Product;
import org.xinbao.bureau.baihang.BaihangConf.RepayDates;
import org.xinbao.ledger.LoanRow;

/** The records of a loan, without their number, operation, time and person. */
final class LoanRecords {

  private static final Set<String> PURPOSES =
      Set.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "99");

  /** {@code totalTerm} and {@code termNo} end here. */
  static final int TERMS_MAX = 36_000;

  private final BaihangConf conf;

  LoanRecords(BaihangConf conf) {
    this.conf = conf;
  }

  /** A record that can be sent once it has its number and person. */
  record Ready(Draft draft, ControlFigures control, String content, String eventAt) {}

  RecordType type(LoanRow row, Event event) {
    boolean revolving = product(row).family() == Family.REVOLVING;
    return switch (event.kind()) {
      case OPENED -> revolving ? RecordType.CL1 : RecordType.D2;
      case EXTENDED -> revolving ? RecordType.CL1 : RecordType.D4;
      default -> revolving ? RecordType.CL2 : RecordType.D3;
    };
  }

  Product product(LoanRow row) {
    return conf.product(row.product());
  }

  /** What keeps the record of the account from being made. */
  Optional<WhyHeld> problem(BureauLoan loan) {
    LoanRow row = loan.exported().row();
    HeldCode code = null;
    if (row.options().appliedAt().isEmpty()) {
      code = HeldCode.BAIHANG_NO_APPLICATION;
    } else if (paidOut(loan).isEmpty()) {
      code = HeldCode.BAIHANG_NOT_PAID_OUT;
    } else if (dueDates(loan).isEmpty()) {
      code = HeldCode.BAIHANG_NO_SCHEDULE;
    } else if (!row.options().purpose().isEmpty() && !PURPOSES.contains(row.options().purpose())) {
      code = HeldCode.BAIHANG_PURPOSE;
    }
    return Optional.ofNullable(code).map(HeldCode::reason);
  }

  /** D2, D4 or CL1 as of the day that the loan is given for; only where there is no problem. */
  Ready account(BureauLoan loan, Event event) {
    LoanRow row = loan.exported().row();
    RecordType type = type(row, event);
    Product product = product(row);
    Draft draft = new Draft(type);
    long principal = loan.exported().loan().principal();
    String issued = moment(paidOut(loan).map(Movement::bookedAt).orElse(""));
    List<Integer> dates = dueDates(loan);
    boolean listed = product.repayDates() == RepayDates.LIST;
    String opened = Day.format(loan.exported().loan().openedOn()) + "T00:00:00";
    if (type == RecordType.CL1) {
      draft.text("billingId", row.loanId()).text("billingIssueDate", opened);
    } else {
      draft
          .whole("guaranteeType", guarantee(row, product))
          .whole("loanPurpose", purpose(row, product))
          .text("accountOpenDate", opened);
    }
    draft
        .text("applyDate", moment(row.options().appliedAt()))
        .text("issueDate", issued)
        .day("dueDate", maturity(loan, event, dates))
        .amount(type.balance(), principal)
        .whole("totalTerm", row.terms())
        .whole("targetRepayDateType", listed ? 2 : 1)
        .whole("termPeriod", listed ? -1 : product.termPeriod())
        .text(
            "targetRepayDateList",
            listed ? String.join(",", dates.stream().map(Day::format).toList()) : "")
        .day("firstRepaymentDate", dates.get(0))
        .whole("gracePeriod", product.gracePeriod());
    String at = event.kind() == Event.Kind.OPENED ? issued : close(loan);
    return new Ready(draft, new ControlFigures(principal, 0), draft.digest(), at);
  }

  /** D3 or CL2. */
  Ready term(BureauLoan loan, Event event, Term term) {
    LoanRow row = loan.exported().row();
    RecordType type = type(row, event);
    boolean overdue = term.days() > 0;
    Draft draft = new Draft(type);
    if (type == RecordType.CL2) {
      draft.text("creditAccntId", row.facilityId()).text("billingId", row.loanId());
    }
    long balance = type == RecordType.CL2 ? term.usage() : term.remaining();
    draft
        .whole("termNo", term.termNo())
        .text("termStatus", overdue ? "overdue" : "normal")
        .day("targetRepaymentDate", term.dueOn())
        .text("realRepaymentDate", term.paidAt())
        .amount("plannedPayment", term.planned())
        .amount("targetRepayment", term.target())
        .amount("realRepayment", term.paid())
        .text("overdueStatus", overdue ? "D" + term.days() : "")
        .text("statusConfirmAt", close(loan))
        .amount("overdueAmount", term.overdueAmount())
        .amount(type.balance(), balance)
        .whole(type == RecordType.CL2 ? "billingStatus" : "loanStatus", term.status());
    return new Ready(
        draft,
        new ControlFigures(balance, term.overdueAmount()),
        term.content(),
        term.paidAt().isEmpty() ? close(loan) : term.paidAt());
  }

  /** The last second of the day that the loan is given for. */
  private static String close(BureauLoan loan) {
    return Day.format(loan.assessment().businessDate()) + "T23:59:59";
  }

  private static Optional<Movement> paidOut(BureauLoan loan) {
    return loan.exported().loan().movements().stream()
        .filter(each -> each.type() == MovementType.DISBURSEMENT)
        .findFirst();
  }

  private static List<Integer> dueDates(BureauLoan loan) {
    return loan.exported().loan().scheduleAt(loan.assessment().businessDate()).stream()
        .map(Instalment::dueOn)
        .sorted()
        .distinct()
        .toList();
  }

  /** {@code matures_on}, or the end of the schedule where that is not given or was moved. */
  private static int maturity(BureauLoan loan, Event event, List<Integer> dates) {
    int matures = loan.exported().loan().maturesOn();
    boolean moved = matures == Day.NONE || event.kind() == Event.Kind.EXTENDED;
    return moved ? dates.get(dates.size() - 1) : matures;
  }

  /** A time; a date alone is its first second. */
  private static String moment(String text) {
    return text.length() == 10 ? text + "T00:00:00" : text;
  }

  /** From PBOC's code of the guarantee: 1 质押, 2 抵押, 3 and 7 保证, 4 信用, 5 and 6 组合. */
  private static int guarantee(LoanRow row, Product product) {
    return switch (row.options().guaranteeMode()) {
      case "1" -> 3;
      case "2" -> 2;
      case "3", "7" -> 4;
      case "4" -> 1;
      case "5", "6" -> 5;
      default -> product.guaranteeType();
    };
  }

  private static int purpose(LoanRow row, Product product) {
    String purpose = row.options().purpose();
    return purpose.isEmpty() ? product.loanPurpose() : Integer.parseInt(purpose);
  }
}
