package org.xinbao.generate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Rows of {@code borrowers.csv}: master data with the bureau's own codes, all of it made up. */
final class BorrowerRows {
  static final String HEADER =
      "customer_id,name,id_type,id_number,sex,born_on,nationality,mobile,email,marital_status,"
          + "education,degree,employment,employer,industry,occupation,residence_status,"
          + "residence_address,mail_address,mail_postcode,annual_income,updated_on,employer_type,"
          + "employer_address,job_title,technical_title,mail_district,household_district,"
          + "spouse_name,spouse_id_type,spouse_id_number,taxable_income";

  private static final String[] MARITAL = {"10", "20", "21", "40"};
  private static final String[] EDUCATION = {"10", "20", "30", "60", "70"};
  private static final byte[] EMPLOYER = utf8("测试公司");
  private static final byte[] ADDRESS = utf8("测试省测试市测试路1号");

  private BorrowerRows() {}

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Writes the row of a customer whose data were last changed on {@code updatedOn}. */
  static void write(CsvFile out, People people, long person, int updatedOn) throws IOException {
    out.asciiPart("C").digitsPart(person, Ids.DIGITS).end();
    people.name(out, person);
    out.ascii("ID_CARD");
    people.idNumber(out, person);
    out.number(People.sex(person)).ascii(People.bornOn(person).toString()).ascii("CHN");
    people.mobile(out, person);
    out.asciiPart("c").digitsPart(person, Ids.DIGITS).asciiPart("@example.invalid").end();
    String marital = MARITAL[(int) (person % MARITAL.length)];
    out.ascii(marital).ascii(EDUCATION[(int) (person % EDUCATION.length)]).ascii("9");
    out.ascii("11").text(EMPLOYER).ascii("I").ascii("4");
    out.ascii("1").text(ADDRESS).text(ADDRESS).ascii("990101");
    long income = 6_000_000 + person % 97 * 100_000;
    out.cents(income).day(updatedOn);
    out.ascii("40").text(EMPLOYER).ascii("3").ascii("9");
    out.ascii("990101").ascii("990101");
    spouse(out, people, person, marital.startsWith("2"));
    out.cents(income);
    out.endRow();
  }

  private static void spouse(CsvFile out, People people, long person, boolean married) {
    if (!married) {
      out.empty().empty().empty();
      return;
    }
    long spouse = Ids.spouse(person);
    people.name(out, spouse);
    out.ascii("ID_CARD");
    people.idNumber(out, spouse);
  }
}
