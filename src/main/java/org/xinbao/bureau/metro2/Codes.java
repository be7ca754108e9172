package org.xinbao.bureau.metro2;

import java.util.Set;

/**
 * The code lists of section 3 of the reference; a blank is its own code where one may be left out.
 */
final class Codes {

  static final Set<String> PORTFOLIOS = Set.of("C", "I", "M", "O", "R");

  static final Set<String> ACCOUNT_TYPES =
      set(
          "00 01 02 03 04 05 06 07 08 10 11 12 13 15 17 18 19 20 25 26 29 37 43 47 48 50 65 66 67"
              + " 68 69 70 71 72 73 74 75 77 89 90 91 92 93 95 0A 2A 3A 5A 6A 7A 8A 9A 5B 6B 7B 8B"
              + " 9B 0C 2C 4D 6D 0F 0G");

  /** The account types of lines of credit. */
  static final Set<String> LINES_OF_CREDIT = set("15 43 47 89 7A 9B");

  static final Set<String> FREQUENCIES = set("D P W B E M L Q T S Y");

  static final Set<String> SPECIAL_COMMENTS =
      set(
          "B C H I M O S V AB AC AH AI AL AM AN AO AP AS AT AU AV AW AX AZ BA BB BC BD BE BF BG BH"
              + " BI BJ BK BL BN BO BP BS BT CH CI CJ CK CL CM CN CO CP CS DE");

  static final Set<String> COMPLIANCE_CONDITIONS = set("XA XB XC XD XE XF XG XH XJ XR");

  static final Set<String> CONSUMER_INFORMATION = set("A B C D E F G H Q R S T U V Z 1A 2A");

  static final Set<String> ECOA = set("1 2 3 5 7 T W X Z");

  static final Set<String> GENERATIONS = set("J S 2 3 4 5 6 7 8 9");

  static final Set<String> ADDRESS_INDICATORS = set("C Y N M S B U D P");

  static final Set<String> RESIDENCES = set("O R");

  static final Set<String> INTEREST_TYPES = set("F V");

  static final Set<String> STATES =
      set(
          "AA AE AK AL AP AR AS AZ CA CO CT DC DE FL FM GA GU HI IA ID IL IN KS KY LA MA MD ME MH"
              + " MI MN MO MP MS MT NC ND NE NH NJ NM NV NY OH OK OR PA PR PW RI SC SD TN TX UT VA"
              + " VI VT WA WI WV WY");

  private Codes() {}

  private static Set<String> set(String codes) {
    return Set.of(codes.split(" ", -1));
  }
}
