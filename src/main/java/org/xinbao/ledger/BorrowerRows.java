package org.xinbao.ledger;

import java.util.Optional;
import org.xinbao.ledger.Row.Need;

/**
 * Reads rows of {@code borrowers.csv} and checks what every use of them needs: who it is, and
 * fields of their type. Which of the others a bureau asks for is that bureau's own check.
 */
final class BorrowerRows {

  private final Row header;
  private final int customerId;
  private final int name;
  private final int idType;
  private final int idNumber;
  private final int sex;
  private final int bornOn;
  private final int nationality;
  private final int householdDistrict;
  private final int mobile;
  private final int email;
  private final int maritalStatus;
  private final int spouseName;
  private final int spouseIdType;
  private final int spouseIdNumber;
  private final int education;
  private final int degree;
  private final int[] work;
  private final int residenceStatus;
  private final int residenceAddress;
  private final int mailAddress;
  private final int mailPostcode;
  private final int mailDistrict;
  private final int annualIncome;
  private final int taxableIncome;
  private final int updatedOn;
  private final UsConsumerColumns consumer;

  BorrowerRows(Row row) {
    header = row;
    customerId = at("customer_id");
    name = at("name");
    idType = at("id_type");
    idNumber = at("id_number");
    sex = at("sex");
    bornOn = at("born_on");
    nationality = at("nationality");
    householdDistrict = at("household_district");
    mobile = at("mobile");
    email = at("email");
    maritalStatus = at("marital_status");
    spouseName = at("spouse_name");
    spouseIdType = at("spouse_id_type");
    spouseIdNumber = at("spouse_id_number");
    education = at("education");
    degree = at("degree");
    work =
        new int[] {
          at("employment"),
          at("employer"),
          at("employer_type"),
          at("industry"),
          at("employer_address"),
          at("occupation"),
          at("job_title"),
          at("technical_title")
        };
    residenceStatus = at("residence_status");
    residenceAddress = at("residence_address");
    mailAddress = at("mail_address");
    mailPostcode = at("mail_postcode");
    mailDistrict = at("mail_district");
    annualIncome = at("annual_income");
    taxableIncome = at("taxable_income");
    updatedOn = at("updated_on");
    consumer = new UsConsumerColumns(row);
  }

  private int at(String column) {
    return header.position(column);
  }

  /** The present row; empty when it has problems. */
  Optional<BorrowerRow> read(Row row) {
    if (!row.begin()) {
      return Optional.empty();
    }
    BorrowerRow borrower =
        new BorrowerRow(
            row.line(),
            LoanRows.customerId(row, customerId),
            row.text(name, Limits.NAME_LENGTH, Need.MANDATORY),
            row.code(idType, LoanRows.personIdTypes(), IdType.OTHER),
            row.text(idNumber, Limits.OTHER_ID_LENGTH, Need.MANDATORY),
            person(row),
            marriage(row),
            new BorrowerRow.Education(text(row, education), text(row, degree)),
            work(row),
            new BorrowerRow.Residence(text(row, residenceStatus), text(row, residenceAddress)),
            new BorrowerRow.Mail(
                text(row, mailAddress), text(row, mailPostcode), text(row, mailDistrict)),
            new BorrowerRow.Income(row.amount(annualIncome, -1), row.amount(taxableIncome, -1)),
            consumer.read(row),
            row.day(updatedOn, Need.OPTIONAL));
    return row.problems().isEmpty() ? Optional.of(borrower) : Optional.empty();
  }

  private BorrowerRow.Person person(Row row) {
    return new BorrowerRow.Person(
        text(row, sex),
        row.day(bornOn, Need.OPTIONAL),
        text(row, nationality),
        text(row, householdDistrict),
        text(row, mobile),
        text(row, email));
  }

  private BorrowerRow.Marriage marriage(Row row) {
    return new BorrowerRow.Marriage(
        text(row, maritalStatus),
        text(row, spouseName),
        row.isEmpty(spouseIdType)
            ? Optional.empty()
            : Optional.of(row.code(spouseIdType, LoanRows.personIdTypes(), IdType.OTHER)),
        text(row, spouseIdNumber));
  }

  private BorrowerRow.Work work(Row row) {
    return new BorrowerRow.Work(
        text(row, work[0]),
        text(row, work[1]),
        text(row, work[2]),
        text(row, work[3]),
        text(row, work[4]),
        text(row, work[5]),
        text(row, work[6]),
        text(row, work[7]));
  }

  private static String text(Row row, int column) {
    return row.text(column, Limits.NAME_LENGTH, Need.OPTIONAL);
  }
}
