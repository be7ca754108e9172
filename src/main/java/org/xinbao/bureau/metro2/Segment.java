package org.xinbao.bureau.metro2;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The segments of the character format, in the order in which they follow each other. A field is
 * written here as {@code name length type}, with {@code !} after the type where it is required.
 */
enum Segment {
  HEADER(
      "RDW 4N!, IDENTIFIER 6AN!, CYCLE 2AN, INNOVIS_ID 10AN, EQUIFAX_ID 10AN, EXPERIAN_ID 5AN,"
          + " TRANSUNION_ID 10AN, ACTIVITY_DATE 8D!, DATE_CREATED 8D!, PROGRAM_DATE 8D,"
          + " PROGRAM_REVISION_DATE 8D, REPORTER_NAME 40AN!, REPORTER_ADDRESS 96AN!,"
          + " REPORTER_TELEPHONE 10N, VENDOR_NAME 40AN, VENDOR_VERSION 5AN, PRBC_ID 10AN,"
          + " RESERVED 146AN"),
  BASE(
      "RDW 4N!, PROCESSING_INDICATOR 1N, TIME_STAMP 14TS, CORRECTION_INDICATOR 1N,"
          + " IDENTIFICATION_NUMBER 20AN!, CYCLE 2AN, ACCOUNT_NUMBER 30AN!, PORTFOLIO_TYPE 1AN!,"
          + " ACCOUNT_TYPE 2AN!, DATE_OPENED 8D!, CREDIT_LIMIT 9N, HIGHEST_CREDIT 9N,"
          + " TERMS_DURATION 3AN!, TERMS_FREQUENCY 1AN, SCHEDULED_PAYMENT 9N, ACTUAL_PAYMENT 9N,"
          + " ACCOUNT_STATUS 2AN!, PAYMENT_RATING 1AN, PAYMENT_HISTORY 24AN!, SPECIAL_COMMENT 2AN,"
          + " COMPLIANCE_CONDITION 2AN, CURRENT_BALANCE 9N, AMOUNT_PAST_DUE 9N, ORIGINAL_CHARGE_OFF"
          + " 9N, DATE_ACCOUNT_INFORMATION 8D!, DATE_FIRST_DELINQUENCY 8D, DATE_CLOSED 8D,"
          + " DATE_LAST_PAYMENT 8D, INTEREST_TYPE 1AN, RESERVED 17AN, SURNAME 25AN!, FIRST_NAME"
          + " 20AN!, MIDDLE_NAME 20AN, GENERATION 1AN, SSN 9N, DATE_OF_BIRTH 8D, TELEPHONE 10N,"
          + " ECOA 1AN!, CONSUMER_INFORMATION 2AN, COUNTRY 2AN, ADDRESS_1 32AN!, ADDRESS_2 32AN,"
          + " CITY 20AN!, STATE 2AN!, ZIP 9AN!, ADDRESS_INDICATOR 1AN, RESIDENCE 1AN"),
  J1(
      "SEGMENT 2AN!, RESERVED 1AN, SURNAME 25AN!, FIRST_NAME 20AN!, MIDDLE_NAME 20AN,"
          + " GENERATION 1AN, SSN 9N, DATE_OF_BIRTH 8D, TELEPHONE 10N, ECOA 1AN!,"
          + " CONSUMER_INFORMATION 2AN, RESERVED_2 1AN"),
  J2(
      "SEGMENT 2AN!, RESERVED 1AN, SURNAME 25AN!, FIRST_NAME 20AN, MIDDLE_NAME 20AN, GENERATION"
          + " 1AN, SSN 9N, DATE_OF_BIRTH 8D, TELEPHONE 10N, ECOA 1AN!, CONSUMER_INFORMATION 2AN,"
          + " COUNTRY 2AN, ADDRESS_1 32AN!, ADDRESS_2 32AN, CITY 20AN!, STATE 2AN!, ZIP 9AN!,"
          + " ADDRESS_INDICATOR 1AN, RESIDENCE 1AN, RESERVED_2 2AN"),
  K1("SEGMENT 2AN!, ORIGINAL_CREDITOR 30AN!, CREDITOR_CLASSIFICATION 2N!"),
  K2("SEGMENT 2AN!, PURCHASED_INDICATOR 1N!, PURCHASED_NAME 30AN, RESERVED 1AN"),
  K3("SEGMENT 2AN!, AGENCY 2N, AGENCY_ACCOUNT 18AN, MORTGAGE_ID 18AN"),
  K4(
      "SEGMENT 2AN!, PAYMENT_INDICATOR 2N!, DEFERRED_START 8D, BALLOON_DUE 8D, BALLOON_AMOUNT 9N,"
          + " RESERVED 1AN"),
  L1(
      "SEGMENT 2AN!, CHANGE_INDICATOR 1N!, NEW_ACCOUNT_NUMBER 30AN, NEW_IDENTIFICATION 20AN,"
          + " RESERVED 1AN"),
  N1(
      "SEGMENT 2AN!, EMPLOYER 30AN!, EMPLOYER_ADDRESS_1 32AN, EMPLOYER_ADDRESS_2 32AN,"
          + " EMPLOYER_CITY 20AN, EMPLOYER_STATE 2AN, EMPLOYER_ZIP 9AN, OCCUPATION 18AN,"
          + " RESERVED 1AN"),
  TRAILER("RDW 4N!, IDENTIFIER 7AN!, " + trailer() + ", RESERVED_2 19N");

  // List.copyOf: the checker knows only Guava's types to be immutable.
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<Field> fields;

  private final int length;

  Segment(String text) {
    List<Field> all = new ArrayList<>();
    int from = 1;
    for (String each : text.split(", *", -1)) {
      String[] word = each.split(" ", -1);
      boolean required = word[1].endsWith("!");
      String form = required ? word[1].substring(0, word[1].length() - 1) : word[1];
      int digits = form.length() - (int) form.chars().filter(Character::isLetter).count();
      int length = Integer.parseInt(form.substring(0, digits));
      Field.Type type = Field.Type.valueOf(form.substring(digits));
      all.add(new Field(word[0], from, length, type, required));
      from += length;
    }
    fields = List.copyOf(all);
    length = from - 1;
  }

  /** Every total is a number of 9 digits; the first reserved field stands among them. */
  private static String trailer() {
    StringBuilder text = new StringBuilder("BASE_RECORDS 9N!, RESERVED 9AN");
    for (Total each : Total.values()) {
      if (each != Total.BASE_RECORDS) {
        text.append(", ").append(each.name()).append(each == Total.BLOCK_COUNT ? " 9N!" : " 9N");
      }
    }
    return text.toString();
  }

  List<Field> fields() {
    return fields;
  }

  /** In characters. */
  int length() {
    return length;
  }

  /** Whether it follows a base segment. */
  boolean isAppended() {
    return compareTo(BASE) > 0 && this != TRAILER;
  }

  Field field(String name) {
    return fields.stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(name() + " has no field " + name));
  }

  /** The appended segment with a two-character identifier. */
  static Optional<Segment> appended(String identifier) {
    for (Segment each : values()) {
      if (each.isAppended() && each.name().equals(identifier)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }
}
