package org.xinbao.ledger;

import java.util.List;
import java.util.Set;
import org.xinbao.arrears.Day;
import org.xinbao.arrears.LoanStatus;
import org.xinbao.ledger.Row.Need;

/**
 * Reads rows of {@code loans.csv}; a wrong one costs its loan.
 *
 * <ul>
 *   <li>{@code loan_id}: 1 to 46 letters and digits; once in the file
 *   <li>{@code customer_id}, {@code id_number}: 1 to 64 characters; whether an id number is a
 *       possible one is the bureau's check
 *   <li>{@code borrower_name}: 1 to 200 characters
 *   <li>{@code id_type}: a code for persons
 *   <li>{@code product}, {@code currency}: one of the configured ones
 *   <li>{@code facility_id}: empty, or 1 to 46 letters and digits
 *   <li>{@code opened_on}; {@code matures_on}: empty or not before it; {@code closed_on}: likewise,
 *       set exactly when {@code status} is not {@code ACTIVE}
 *   <li>{@code principal}: above 0, for {@code REVOLVING} also 0; {@code annual_rate}: 0 to 10
 *   <li>{@code repayment_method}: a code; {@code terms}: 0 to 999, empty is 0
 * </ul>
 */
final class LoanRows implements RowReader {

  private static final Codes<IdType> PERSON_ID_TYPES =
      Codes.of(
          List.of(
              IdType.ID_CARD,
              IdType.PASSPORT,
              IdType.HK_MACAO_PERMIT,
              IdType.TAIWAN_PERMIT,
              IdType.MILITARY,
              IdType.FOREIGN_RESIDENT,
              IdType.OTHER));
  private static final Codes<RepaymentMethod> METHODS = Codes.of(RepaymentMethod.class);
  private static final Codes<LoanStatus> STATUSES = Codes.of(LoanStatus.class);
  private static final int MAX_TERMS = 999;

  private final Set<String> products;
  private final Set<String> currencies;
  private final LoanOptionColumns options;
  private final int loanId;
  private final int customerId;
  private final int borrowerName;
  private final int idType;
  private final int idNumber;
  private final int product;
  private final int facilityId;
  private final int openedOn;
  private final int maturesOn;
  private final int currency;
  private final int principal;
  private final int annualRate;
  private final int repaymentMethod;
  private final int terms;
  private final int status;
  private final int closedOn;

  LoanRows(Row row, LedgerSettings settings) {
    products = settings.products();
    currencies = settings.currencies();
    options = new LoanOptionColumns(row);
    loanId = row.position("loan_id");
    customerId = row.position("customer_id");
    borrowerName = row.position("borrower_name");
    idType = row.position("id_type");
    idNumber = row.position("id_number");
    product = row.position("product");
    facilityId = row.position("facility_id");
    openedOn = row.position("opened_on");
    maturesOn = row.position("matures_on");
    currency = row.position("currency");
    principal = row.position("principal");
    annualRate = row.position("annual_rate");
    repaymentMethod = row.position("repayment_method");
    terms = row.position("terms");
    status = row.position("status");
    closedOn = row.position("closed_on");
  }

  /** Kinds of identity document of a person. */
  static Codes<IdType> personIdTypes() {
    return PERSON_ID_TYPES;
  }

  @Override
  public void read(Row row, GroupRows group) {
    group.loanLines.add(row.line());
    if (row.begin()) {
      row.checkKey(loanId);
      RepaymentMethod method = row.code(repaymentMethod, METHODS, RepaymentMethod.BULLET);
      GroupRows.Terms loanTerms = terms(row, method);
      LoanRow loan = loan(row, method);
      if (row.problems().isEmpty()) {
        group.loans.add(loan);
        group.terms.add(loanTerms);
        group.good.add(ContractFile.LOANS, 1);
      }
    }
    group.rejectLoan(row.problems());
  }

  private LoanRow loan(Row row, RepaymentMethod method) {
    return new LoanRow(
        row.line(),
        row.key(),
        customerId(row, customerId),
        row.text(borrowerName, Limits.NAME_LENGTH, Need.MANDATORY),
        row.code(idType, PERSON_ID_TYPES, IdType.OTHER),
        row.text(idNumber, Limits.OTHER_ID_LENGTH, Need.MANDATORY),
        known(row, product, products, RejectCode.UNKNOWN_PRODUCT),
        row.lettersAndDigits(facilityId, 1, Limits.ID_LENGTH, Need.OPTIONAL),
        method,
        row.whole(terms, 0, MAX_TERMS, 0),
        known(row, currency, currencies, RejectCode.UNKNOWN_CURRENCY),
        options.read(row));
  }

  /** A customer id: the form that {@code borrowers.csv} is sorted by. */
  static String customerId(Row row, int column) {
    String id = row.text(column, Limits.OTHER_ID_LENGTH, Need.MANDATORY);
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      if (c == ',' || c == '"' || c < ' ') {
        row.bad(column, "without comma, quote and line end");
        return "";
      }
    }
    return id;
  }

  private static String known(Row row, int column, Set<String> known, RejectCode code) {
    String value = row.text(column, Limits.NAME_LENGTH, Need.MANDATORY);
    if (!value.isEmpty() && !known.contains(value)) {
      row.problem(column, code, code.sentence());
    }
    return value;
  }

  private GroupRows.Terms terms(Row row, RepaymentMethod method) {
    int opened = row.day(openedOn, Need.MANDATORY);
    int matures = row.day(maturesOn, Need.OPTIONAL);
    if (matures != Day.NONE && matures < opened) {
      row.bad(maturesOn, "on or after opened_on");
    }
    int before = row.problems().size();
    long amount = row.amount(principal);
    boolean read = row.problems().size() == before;
    if (read && amount == 0 && method != RepaymentMethod.REVOLVING) {
      row.bad(principal, "above 0");
    }
    if (row.isEmpty(annualRate)) {
      row.missing(annualRate);
    }
    long rate = row.rate(annualRate, 0);
    LoanStatus loanStatus = row.code(status, STATUSES, LoanStatus.ACTIVE);
    int closed = row.day(closedOn, Need.OPTIONAL);
    if (!row.isEmpty(status) && (loanStatus == LoanStatus.ACTIVE) != row.isEmpty(closedOn)) {
      row.problem(
          closedOn, RejectCode.STATUS_WITHOUT_DATE, RejectCode.STATUS_WITHOUT_DATE.sentence());
    }
    if (closed != Day.NONE && closed < opened) {
      row.bad(closedOn, "on or after opened_on");
    }
    return new GroupRows.Terms(opened, matures, amount, rate, loanStatus, closed);
  }
}
