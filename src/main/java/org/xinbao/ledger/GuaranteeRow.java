package org.xinbao.ledger;

/**
 * A guarantor or co-borrower of a loan ({@code guarantees.csv}). Holds personal data: {@link
 * #toString} shows none.
 *
 * @param amount cents, or -1 when empty
 * @param contractId empty when none
 * @param joint {@code joint}: 0 or 1, empty when the column is absent
 * @param consumer the party as the United States' bureaux know it
 * @param ecoa their code of the party's relation to the account; empty when the column is absent
 */
public record GuaranteeRow(
    long line,
    PartyKind partyKind,
    String name,
    IdType idType,
    String idNumber,
    Role role,
    long amount,
    String contractId,
    String joint,
    UsConsumer consumer,
    String ecoa) {

  /** A party without the columns of the United States' bureaux. */
  public GuaranteeRow(
      long line,
      PartyKind partyKind,
      String name,
      IdType idType,
      String idNumber,
      Role role,
      long amount,
      String contractId,
      String joint) {
    this(
        line,
        partyKind,
        name,
        idType,
        idNumber,
        role,
        amount,
        contractId,
        joint,
        UsConsumer.NONE,
        "");
  }

  /** A person or an organisation. */
  public enum PartyKind {
    PERSON,
    ORGANISATION
  }

  /** What the party owes the repayment as. */
  public enum Role {
    CO_BORROWER,
    GUARANTOR,
    GUARANTEE_COMPANY,
    OTHER
  }

  @Override
  public String toString() {
    return "GuaranteeRow[line " + line + "]";
  }
}
