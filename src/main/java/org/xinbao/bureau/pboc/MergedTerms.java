package org.xinbao.bureau.pboc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.xinbao.arrears.AccountStatus;
import org.xinbao.arrears.Assessment;
import org.xinbao.arrears.Day;
import org.xinbao.arrears.Loan;
import org.xinbao.arrears.LoanStatus;
import org.xinbao.bureau.BureauLoan;
import org.xinbao.ledger.ExportedLoan;
import org.xinbao.ledger.FacilityRow;
import org.xinbao.ledger.GuaranteeRow;
import org.xinbao.ledger.IdType;
import org.xinbao.ledger.LoanOptions;
import org.xinbao.ledger.LoanRow;
import org.xinbao.ledger.RepaymentMethod;
import org.xinbao.ledger.RowLines;
import org.xinbao.ledger.SideLines;

/**
 * What a merged account says of itself beside its figures, as if it were a loan of its own: opened
 * with its first loan, due with its last, its amount what was paid out under it. Person and product
 * are those of its loans, which are all of one; without a loan in the export, of the facility.
 */
final class MergedTerms {

  private static final int MONTHS_MAX = 999;
  private static final List<String> STATUSES = List.of("41", "8", "6");

  private final String facilityId;
  private final Optional<FacilityRow> facility;
  private final List<BureauLoan> present;
  private final List<MergedMark> gone;

  MergedTerms(
      String facilityId,
      Optional<FacilityRow> facility,
      List<BureauLoan> present,
      List<MergedMark> gone) {
    this.facilityId = facilityId;
    this.facility = facility;
    this.present = List.copyOf(present);
    this.gone = List.copyOf(gone);
  }

  /** The day of the first loan. */
  int openedOn() {
    int first = Integer.MAX_VALUE;
    for (BureauLoan each : present) {
      first = Math.min(first, each.exported().loan().openedOn());
    }
    for (MergedMark each : gone) {
      first = Math.min(first, each.openedOn());
    }
    return first;
  }

  private int maturesOn() {
    int last = Day.NONE;
    for (BureauLoan each : present) {
      last = Math.max(last, each.exported().loan().maturesOn());
    }
    for (MergedMark each : gone) {
      last = Math.max(last, each.maturesOn());
    }
    return last;
  }

  private long principal() {
    long sum = 0;
    for (BureauLoan each : present) {
      sum = Math.addExact(sum, each.exported().loan().principal());
    }
    for (MergedMark each : gone) {
      sum = Math.addExact(sum, each.principal());
    }
    return sum;
  }

  /** The account as a loan. */
  ExportedLoan at(Assessment figures, int closedOn) {
    return new ExportedLoan(
        row(),
        loan(figures.accountStatus(), closedOn),
        RowLines.NONE,
        List.of(),
        guarantees(),
        List.copyOf(
            new TreeSet<>(
                present.stream()
                    .flatMap(each -> each.exported().collateralCodes().stream())
                    .toList())),
        facility,
        present.isEmpty() || present.stream().anyMatch(each -> each.exported().borrowerListed()),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        SideLines.NONE);
  }

  private Loan loan(AccountStatus status, int closedOn) {
    LoanStatus own =
        switch (status) {
          case NORMAL, OVERDUE -> LoanStatus.ACTIVE;
          case CLOSED -> LoanStatus.CLOSED;
          case TRANSFERRED -> LoanStatus.TRANSFERRED;
          case WRITTEN_OFF -> LoanStatus.WRITTEN_OFF;
        };
    return new Loan(
        facilityId,
        openedOn(),
        maturesOn(),
        principal(),
        0,
        own,
        own == LoanStatus.ACTIVE ? Day.NONE : closedOn,
        List.of(),
        List.of(),
        List.of());
  }

  private LoanRow row() {
    if (present.isEmpty()) {
      FacilityRow line = facility.orElseThrow();
      return new LoanRow(
          0,
          facilityId,
          line.customerId(),
          line.borrowerName(),
          line.idType(),
          line.idNumber(),
          gone.get(gone.size() - 1).product(),
          facilityId,
          RepaymentMethod.REVOLVING,
          months(),
          line.currency(),
          LoanOptions.NONE);
    }
    LoanRow first = present.get(0).exported().row();
    return new LoanRow(
        0,
        facilityId,
        first.customerId(),
        first.borrowerName(),
        first.idType(),
        first.idNumber(),
        first.product(),
        facilityId,
        RepaymentMethod.REVOLVING,
        months(),
        first.currency(),
        options());
  }

  /** RepayPrd counts months (reference section 5.4): from opening to due date, begun ones whole. */
  private int months() {
    int due = maturesOn();
    int months = 0;
    while (due != Day.NONE && months < MONTHS_MAX && Day.plusMonths(openedOn(), months) < due) {
      months++;
    }
    return months;
  }

  /** Codes are those of the first loan that has one; what counts against the borrower, of any. */
  private LoanOptions options() {
    List<String> given = texts(LoanOptions::bureauStatus);
    return new LoanOptions(
        first(LoanOptions::orgCode),
        first(LoanOptions::guaranteeMode),
        "",
        first(LoanOptions::district),
        texts(LoanOptions::assetTransferred).contains("1") ? "1" : "0",
        first(LoanOptions::contractCode),
        first(LoanOptions::firstHome),
        STATUSES.stream().filter(given::contains).findFirst().orElse(""),
        consentedOn(),
        "",
        "",
        "",
        "",
        ledger(LoanOptions::ledgerPrincipalBalance),
        ledger(LoanOptions::ledgerOverdueTotal),
        ledger(LoanOptions::ledgerPenalty),
        -1);
  }

  private List<String> texts(Function<LoanOptions, String> option) {
    return present.stream().map(each -> option.apply(each.exported().row().options())).toList();
  }

  private String first(Function<LoanOptions, String> option) {
    return texts(option).stream().filter(each -> !each.isEmpty()).findFirst().orElse("");
  }

  /** The last consent, when none is missing. */
  private int consentedOn() {
    int last = Day.NONE;
    for (BureauLoan each : present) {
      int on = each.exported().row().options().consentedOn();
      if (on == Day.NONE) {
        return Day.NONE;
      }
      last = Math.max(last, on);
    }
    return last;
  }

  /** The ledger's own figure, when it gives one for each loan. */
  private long ledger(ToLongFunction<LoanOptions> figure) {
    long sum = 0;
    for (BureauLoan each : present) {
      long one = figure.applyAsLong(each.exported().row().options());
      if (one < 0) {
        return -1;
      }
      sum = Math.addExact(sum, one);
    }
    return sum;
  }

  /** Who answers for what: a party of several loans once, with the largest amount. */
  private record Party(
      GuaranteeRow.PartyKind kind, IdType idType, String idNumber, GuaranteeRow.Role role) {}

  private List<GuaranteeRow> guarantees() {
    Map<Party, GuaranteeRow> parties = new LinkedHashMap<>();
    for (BureauLoan loan : present) {
      for (GuaranteeRow each : loan.exported().guarantees()) {
        Party party = new Party(each.partyKind(), each.idType(), each.idNumber(), each.role());
        parties.merge(party, each, (a, b) -> a.amount() < b.amount() ? b : a);
      }
    }
    return List.copyOf(parties.values());
  }
}
