package org.xinbao.bureau.metro2;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.xinbao.arrears.Day;

/** What each field must be by the position table and the code lists. */
final class FieldRules {

  private static final Set<String> RATINGS = Set.of("0", "1", "2", "3", "4", "5", "6", "G", "L");

  /** The lists by the name of the field; a blank stands in those that may be left out. */
  private static final Map<String, Set<String>> CODES =
      Map.ofEntries(
          Map.entry("PORTFOLIO_TYPE", Codes.PORTFOLIOS),
          Map.entry("ACCOUNT_TYPE", Codes.ACCOUNT_TYPES),
          Map.entry("TERMS_FREQUENCY", orBlank(Codes.FREQUENCIES)),
          Map.entry("PAYMENT_RATING", orBlank(RATINGS)),
          Map.entry("SPECIAL_COMMENT", orBlank(Codes.SPECIAL_COMMENTS)),
          Map.entry("COMPLIANCE_CONDITION", orBlank(Codes.COMPLIANCE_CONDITIONS)),
          Map.entry("INTEREST_TYPE", orBlank(Codes.INTEREST_TYPES)),
          Map.entry("GENERATION", orBlank(Codes.GENERATIONS)),
          Map.entry("ECOA", Codes.ECOA),
          Map.entry("CONSUMER_INFORMATION", orBlank(Codes.CONSUMER_INFORMATION)),
          Map.entry("STATE", Codes.STATES),
          Map.entry("ADDRESS_INDICATOR", orBlank(Codes.ADDRESS_INDICATORS)),
          Map.entry("RESIDENCE", orBlank(Codes.RESIDENCES)));

  private FieldRules() {}

  private static Set<String> orBlank(Set<String> codes) {
    Set<String> all = new HashSet<>(codes);
    all.add("");
    return Set.copyOf(all);
  }

  /** Whether every field can be read; only then do its meaning and that of others make sense. */
  static boolean check(ReadSegment segment, RecordRules.Findings findings) {
    boolean readable = true;
    for (Field each : segment.segment().fields()) {
      readable &= form(segment, each, findings);
    }
    if (readable) {
      for (Field each : segment.segment().fields()) {
        meaning(segment, each, findings);
      }
    }
    return readable;
  }

  private static boolean form(ReadSegment segment, Field field, RecordRules.Findings findings) {
    String raw = segment.raw(field);
    Metro2Rule broken =
        switch (field.type()) {
          case AN ->
              raw.chars().allMatch(each -> each >= ' ' && each <= '~') ? null : Metro2Rule.M013;
          case N -> ReadSegment.isDigits(raw) ? null : Metro2Rule.M011;
          case D -> isDay(raw) ? null : Metro2Rule.M012;
          case TS ->
              isDay(raw.substring(0, 8)) && isTime(raw.substring(8)) ? null : Metro2Rule.M012;
        };
    if (broken != null) {
      findings.found(broken, name(segment, field));
    }
    return broken == null;
  }

  private static boolean isDay(String text) {
    return text.equals("00000000") || ReadSegment.dayOf(text) != Day.NONE;
  }

  private static boolean isTime(String text) {
    return text.matches("([01][0-9]|2[0-3])[0-5][0-9][0-5][0-9]");
  }

  private static void meaning(ReadSegment segment, Field field, RecordRules.Findings findings) {
    String value = segment.raw(field).strip();
    boolean empty =
        field.type() == Field.Type.AN ? value.isEmpty() : value.chars().allMatch(c -> c == '0');
    if (field.required() && empty) {
      findings.found(Metro2Rule.M010, name(segment, field));
      return;
    }
    boolean coded =
        CODES.getOrDefault(field.name(), Set.of(value)).contains(value)
            && isNumberCode(segment, field);
    if (!coded) {
      findings.found(Metro2Rule.M014, name(segment, field));
    }
  }

  /** Lists of numbers, and the status, whose list is its own type. */
  private static boolean isNumberCode(ReadSegment segment, Field field) {
    String name = segment.segment() + " " + field.name();
    return switch (name) {
      case "BASE ACCOUNT_STATUS" -> Status.of(segment.value(field.name())).isPresent();
      case "BASE CORRECTION_INDICATOR" -> segment.number(field.name()) <= 1;
      case "BASE PROCESSING_INDICATOR" -> segment.number(field.name()) == 1;
      case "K1 CREDITOR_CLASSIFICATION" -> segment.number(field.name()) <= 15;
      case "K2 PURCHASED_INDICATOR" -> Set.of(1L, 2L, 9L).contains(segment.number(field.name()));
      case "K3 AGENCY", "K4 PAYMENT_INDICATOR" -> segment.number(field.name()) <= 2;
      case "L1 CHANGE_INDICATOR" -> segment.number(field.name()) <= 3;
      default -> true;
    };
  }

  private static String name(ReadSegment segment, Field field) {
    return segment.segment() + " " + field.name();
  }
}
