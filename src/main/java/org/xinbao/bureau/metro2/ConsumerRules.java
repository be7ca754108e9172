package org.xinbao.bureau.metro2;

import org.xinbao.arrears.Day;

/** What a person's fields must be in a base, J1 or J2 segment. */
final class ConsumerRules {

  private ConsumerRules() {}

  static void check(ReadSegment person, RecordRules.Findings findings) {
    String at = person.segment() + " ";
    String surname = person.value("SURNAME");
    boolean business = person.value("ECOA").equals("W");
    RecordRules.require(
        business || surname.matches("[A-Za-z][A-Za-z -]*"),
        Metro2Rule.M019,
        at + "SURNAME",
        findings);
    String ssn = person.value("SSN");
    boolean known = isKnown(ssn);
    boolean born = person.day("DATE_OF_BIRTH") != Day.NONE;
    String ecoa = person.value("ECOA");
    boolean free =
        person.segment() == Segment.BASE
            ? ecoa.equals("2") || ecoa.equals("5")
            : person.segment() == Segment.J2 && business;
    RecordRules.require(known || born || free, Metro2Rule.M017, at + "SSN", findings);
    RecordRules.require(!known || isPossible(ssn), Metro2Rule.M018, at + "SSN", findings);
    if (person.segment() != Segment.J1) {
      RecordRules.require(
          person.value("ZIP").matches("[0-9]{5}|[0-9]{9}"), Metro2Rule.M020, at + "ZIP", findings);
    }
  }

  /** Zeros or nines stand for a number that is not known. */
  static boolean isKnown(String ssn) {
    return !ssn.equals("000000000") && !ssn.equals("999999999");
  }

  /** No area 000, 666 or from 900, no group 00, no serial 0000 was ever given out. */
  private static boolean isPossible(String ssn) {
    return !ssn.matches("(000|666|9[0-9]{2})[0-9]{6}|[0-9]{3}00[0-9]{4}|[0-9]{5}0000");
  }
}
