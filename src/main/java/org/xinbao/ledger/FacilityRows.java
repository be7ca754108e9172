package org.xinbao.ledger;

import java.util.Optional;
import org.xinbao.arrears.Day;
import org.xinbao.ledger.Row.Need;

/** Reads rows of {@code facilities.csv}. */
final class FacilityRows {

  private static final Codes<FacilityRow.Kind> KINDS = Codes.of(FacilityRow.Kind.class);
  private static final Codes<FacilityRow.Status> STATUSES = Codes.of(FacilityRow.Status.class);
  private static final int CURRENCY_LENGTH = 3;

  /** The last day that a month may have. */
  private static final int LAST_DAY = 31;

  private final int facilityId;
  private final int customerId;
  private final int borrowerName;
  private final int idType;
  private final int idNumber;
  private final int kind;
  private final int revolving;
  private final int creditLimit;
  private final int currency;
  private final int effectiveOn;
  private final int expiresOn;
  private final int status;
  private final int orgCode;
  private final int billingDay;
  private final int paymentDay;

  FacilityRows(Row row) {
    facilityId = row.position("facility_id");
    customerId = row.position("customer_id");
    borrowerName = row.position("borrower_name");
    idType = row.position("id_type");
    idNumber = row.position("id_number");
    kind = row.position("kind");
    revolving = row.position("revolving");
    creditLimit = row.position("credit_limit");
    currency = row.position("currency");
    effectiveOn = row.position("effective_on");
    expiresOn = row.position("expires_on");
    status = row.position("status");
    orgCode = row.position("org_code");
    billingDay = row.position("billing_day");
    paymentDay = row.position("payment_day");
  }

  /** The present row; empty when it has problems. */
  Optional<FacilityRow> read(Row row) {
    if (!row.begin()) {
      return Optional.empty();
    }
    String id = row.lettersAndDigits(facilityId, 1, Limits.ID_LENGTH, Need.MANDATORY);
    int from = row.day(effectiveOn, Need.MANDATORY);
    int to = row.day(expiresOn, Need.OPTIONAL);
    if (to != Day.NONE && to < from) {
      row.bad(expiresOn, "on or after effective_on");
    }
    FacilityRow facility =
        new FacilityRow(
            row.line(),
            id,
            LoanRows.customerId(row, customerId),
            row.text(borrowerName, Limits.NAME_LENGTH, Need.MANDATORY),
            row.code(idType, LoanRows.personIdTypes(), IdType.OTHER),
            row.text(idNumber, Limits.OTHER_ID_LENGTH, Need.MANDATORY),
            row.code(kind, KINDS, FacilityRow.Kind.LOAN),
            revolving(row),
            row.amount(creditLimit),
            row.lettersAndDigits(currency, CURRENCY_LENGTH, CURRENCY_LENGTH, Need.MANDATORY),
            from,
            to,
            row.code(status, STATUSES, FacilityRow.Status.ACTIVE),
            row.lettersAndDigits(orgCode, 14, 14, Need.OPTIONAL),
            row.whole(billingDay, 1, LAST_DAY, 0),
            row.whole(paymentDay, 1, LAST_DAY, 0));
    return row.problems().isEmpty() ? Optional.of(facility) : Optional.empty();
  }

  private boolean revolving(Row row) {
    if (row.isEmpty(revolving)) {
      row.missing(revolving);
    }
    String value = LoanOptionColumns.oneOf(row, revolving, "0", "1", "true", "false");
    return value.equals("1") || value.equals("true");
  }
}
