package org.xinbao.ledger;

/**
 * An identity document of a customer ({@code identities.csv}). Holds personal data: {@link
 * #toString} shows none.
 *
 * @param validFrom epoch day, or none
 * @param validTo its last valid day (epoch day), or none
 * @param issuer empty when not given
 */
public record IdentityRow(
    long line, IdType idType, String idNumber, int validFrom, int validTo, String issuer) {

  @Override
  public String toString() {
    return "IdentityRow[line " + line + "]";
  }
}
