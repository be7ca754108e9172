package org.xinbao.ledger;

/**
 * A person as the United States' bureaux know one (rulings, section C, Metro 2): optional columns
 * of {@code borrowers.csv} and {@code guarantees.csv}, each empty where the export lacks it. Holds
 * personal data: {@link #toString} shows none.
 *
 * @param ssn social security number
 * @param addressIndicator the bureaux' code of what kind of address it is
 * @param residenceCode the bureaux' code of owner or tenant
 */
public record UsConsumer(
    String surname,
    String firstName,
    String middleName,
    String generation,
    String ssn,
    String phone,
    String address1,
    String address2,
    String city,
    String state,
    String zip,
    String country,
    String addressIndicator,
    String residenceCode) {

  /** None of the columns is given. */
  public static final UsConsumer NONE =
      new UsConsumer("", "", "", "", "", "", "", "", "", "", "", "", "", "");

  @Override
  public String toString() {
    return this.equals(NONE) ? "UsConsumer[none]" : "UsConsumer[]";
  }
}
