package org.xinbao.ledger;

/**
 * A credit facility (授信协议, {@code facilities.csv}). Holds personal data: {@link #toString} shows
 * none.
 *
 * @param creditLimit cents
 * @param effectiveOn epoch day
 * @param expiresOn epoch day, or none
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
    String orgCode) {

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
