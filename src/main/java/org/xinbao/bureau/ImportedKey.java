package org.xinbao.bureau;

import org.xinbao.ledger.IdType;

/**
 * A borrower or a credit agreement that another system has reported: a row of {@code
 * identity_reported.csv} or {@code facility_reported.csv} (rulings 6).
 *
 * @param name as reported
 * @param idNumber as reported
 * @param closed whether the agreement was reported as ended; never for a borrower
 */
public record ImportedKey(Fact.By by, String name, IdType idType, String idNumber, boolean closed) {

  /** Without the person. */
  @Override
  public String toString() {
    return "ImportedKey[" + by + "]";
  }
}
