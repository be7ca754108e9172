package org.xinbao.ledger;

import java.util.Optional;
import org.xinbao.arrears.Day;
import org.xinbao.ledger.Row.Need;

/** Reads rows of {@code identities.csv}; a wrong one costs only itself. */
final class IdentityRows {

  private final int customerId;
  private final int idType;
  private final int idNumber;
  private final int validFrom;
  private final int validTo;
  private final int issuer;

  IdentityRows(Row row) {
    customerId = row.position("customer_id");
    idType = row.position("id_type");
    idNumber = row.position("id_number");
    validFrom = row.position("valid_from");
    validTo = row.position("valid_to");
    issuer = row.position("issuer");
  }

  /** The present row; empty when it has problems. */
  Optional<IdentityRow> read(Row row) {
    if (!row.begin()) {
      return Optional.empty();
    }
    LoanRows.customerId(row, customerId);
    int from = row.day(validFrom, Need.OPTIONAL);
    int to = row.day(validTo, Need.OPTIONAL);
    if (from != Day.NONE && to != Day.NONE && to < from) {
      row.bad(validTo, "on or after valid_from");
    }
    IdentityRow identity =
        new IdentityRow(
            row.line(),
            row.code(idType, LoanRows.personIdTypes(), IdType.OTHER),
            row.text(idNumber, Limits.OTHER_ID_LENGTH, Need.MANDATORY),
            from,
            to,
            row.text(issuer, Limits.NAME_LENGTH, Need.OPTIONAL));
    return row.problems().isEmpty() ? Optional.of(identity) : Optional.empty();
  }
}
