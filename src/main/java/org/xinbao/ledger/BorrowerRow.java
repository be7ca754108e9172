package org.xinbao.ledger;

import java.util.Optional;

/**
 * A borrower's master data (个人基本信息, {@code borrowers.csv}), grouped as the bureaux report it. A
 * code or text that the export lacks is empty. Holds personal data: {@link #toString} shows none.
 *
 * @param consumer the borrower as the United States' bureaux know one
 * @param updatedOn the day on which the ledger last changed the row (epoch day), or none
 */
public record BorrowerRow(
    long line,
    String customerId,
    String name,
    IdType idType,
    String idNumber,
    Person person,
    Marriage marriage,
    Education education,
    Work work,
    Residence residence,
    Mail mail,
    Income income,
    UsConsumer consumer,
    int updatedOn) {

  /** A borrower without the columns of the United States' bureaux. */
  public BorrowerRow(
      long line,
      String customerId,
      String name,
      IdType idType,
      String idNumber,
      Person person,
      Marriage marriage,
      Education education,
      Work work,
      Residence residence,
      Mail mail,
      Income income,
      int updatedOn) {
    this(
        line,
        customerId,
        name,
        idType,
        idNumber,
        person,
        marriage,
        education,
        work,
        residence,
        mail,
        income,
        UsConsumer.NONE,
        updatedOn);
  }

  /**
   * Who the borrower is.
   *
   * @param bornOn epoch day, or none
   */
  public record Person(
      String sex,
      int bornOn,
      String nationality,
      String householdDistrict,
      String mobile,
      String email) {}

  /** Marital status and spouse; the spouse's fields may be empty. */
  public record Marriage(
      String status, String spouseName, Optional<IdType> spouseIdType, String spouseIdNumber) {}

  /** Level of education and academic degree. */
  public record Education(String level, String degree) {}

  /** Employment, and the employer where there is one. */
  public record Work(
      String status,
      String employer,
      String employerType,
      String industry,
      String employerAddress,
      String occupation,
      String jobTitle,
      String technicalTitle) {}

  /** Where the borrower lives. */
  public record Residence(String status, String address) {}

  /** Where letters reach the borrower. */
  public record Mail(String address, String postcode, String district) {}

  /**
   * Income of a year.
   *
   * @param annual cents, -1 when the export lacks it
   * @param taxable cents, -1 when the export lacks it
   */
  public record Income(long annual, long taxable) {}

  @Override
  public String toString() {
    return "BorrowerRow[line " + line + "]";
  }
}
