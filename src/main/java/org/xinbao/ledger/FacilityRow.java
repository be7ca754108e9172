package org.xinbao.ledger;

/**
 * A credit facility (授信协议, {@code facilities.csv}). Holds personal data: {@link #toString} shows
 * none.
 *
 * @param creditLimit cents
 * @param effectiveOn epoch day
 * @param expiresOn epoch day, or none
 * @param billingDay day of the month on which its bill is made, 0 where the export lacks it
 * @param paymentDay day of the month on which its bill is due, likewise
 */
public record FacilityRow(
    long line,
    String facilityId,
    String customerId,
    String borrowerName,
    IdType idType,
    String idNumber,
    Kind kind,
    boolean revolving,
    long creditLimit,
    String currency,
    int effectiveOn,
    int expiresOn,
    Status status,
    String orgCode,
    int billingDay,
    int paymentDay) {

  /** A facility without the days of its bills. */
  public FacilityRow(
      long line,
      String facilityId,
      String customerId,
      String borrowerName,
      IdType idType,
      String idNumber,
      Kind kind,
      boolean revolving,
      long creditLimit,
      String currency,
      int effectiveOn,
      int expiresOn,
      Status status,
      String orgCode) {
    this(
        line,
        facilityId,
        customerId,
        borrowerName,
        idType,
        idNumber,
        kind,
        revolving,
        creditLimit,
        currency,
        effectiveOn,
        expiresOn,
        status,
        orgCode,
        0,
        0);
  }

  /** What kind of limit it is. */
  public enum Kind {
    LOAN,
    CARD_SHARED,
    CARD_OWN
  }

  /** Whether it can still be drawn on. */
  public enum Status {
    ACTIVE,
    EXPIRED,
    CANCELLED
  }

  @Override
  public String toString() {
    return "FacilityRow[" + facilityId + ", line " + line + "]";
  }
}
