package org.xinbao.bureau.pboc;

import org.xinbao.arrears.Day;
import org.xinbao.ledger.IdType;

/** Identity documents: the bureau's codes and the forms of their numbers (rule I0000401). */
final class IdNumbers {

  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECK = "10X98765432";

  private IdNumbers() {}

  /** The bureau's code, empty when a person cannot have the document. */
  static String personCode(IdType type) {
    return switch (type) {
      case ID_CARD -> "10";
      case PASSPORT -> "2";
      case HK_MACAO_PERMIT -> "5";
      case TAIWAN_PERMIT -> "6";
      case MILITARY -> "20";
      case FOREIGN_RESIDENT -> "8";
      case OTHER -> "X";
      case UNIFIED_CREDIT_CODE, ORGANISATION_CODE, ZHONGZHENG_CODE -> "";
    };
  }

  /** The bureau's code, empty when an organisation cannot have the document. */
  static String organisationCode(IdType type) {
    return switch (type) {
      case ZHONGZHENG_CODE -> "10";
      case UNIFIED_CREDIT_CODE -> "20";
      case ORGANISATION_CODE -> "30";
      default -> "";
    };
  }

  /** Whether a person's number has the form that its document type asks for. */
  static boolean isValid(String code, String number) {
    return switch (code) {
      case "10" -> isIdCard(number);
      case "2" -> isPassport(number);
      case "5" -> isHomeReturnPermit(number);
      case "6" -> isTaiwanPermit(number);
      default -> true;
    };
  }

  /** Seventeen digits with a valid birth date and the check digit of GB 11643-1999. */
  private static boolean isIdCard(String number) {
    if (number.length() != 18 || !Text.isDigits(number.substring(0, 17))) {
      return false;
    }
    int birth =
        Dates.find(
            Integer.parseInt(number.substring(6, 10)),
            Integer.parseInt(number.substring(10, 12)),
            Integer.parseInt(number.substring(12, 14)));
    return birth != Day.NONE && number.charAt(17) == checkDigit(number);
  }

  /** The check digit of the first 17 digits. */
  static char checkDigit(String digits) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * (digits.charAt(i) - '0');
    }
    return CHECK.charAt(sum % 11);
  }

  /** At most 12 letters and digits, of which the first three are the nationality's letters. */
  private static boolean isPassport(String number) {
    return number.length() > 3
        && number.length() <= 12
        && Text.isLettersAndDigits(number)
        && number.substring(0, 3).chars().allMatch(c -> c >= 'A' && c <= 'Z');
  }

  /** {@code H} or {@code M} and 8 or 10 digits. */
  private static boolean isHomeReturnPermit(String number) {
    return (number.length() == 9 || number.length() == 11)
        && (number.charAt(0) == 'H' || number.charAt(0) == 'M')
        && Text.isDigits(number.substring(1));
  }

  /** Eight digits, or 10 to 14 characters. */
  private static boolean isTaiwanPermit(String number) {
    return number.length() == 8
        ? Text.isDigits(number)
        : number.length() >= 10 && number.length() <= 14;
  }
}
