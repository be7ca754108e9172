package org.xinbao.ledger;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.xinbao.arrears.Day;
import org.xinbao.ledger.DecisionRow.Kind;
import org.xinbao.ledger.Row.Need;

/** Reads rows of {@code decisions.csv}; values in {@code details} are percent-encoded. */
final class DecisionRows {

  private static final Codes<Kind> KINDS = Codes.of(Kind.class);
  private static final int MAX_BUREAU = 32;

  private final int loanId;
  private final int decisionId;
  private final int kind;
  private final int decidedOn;
  private final int effectiveFrom;
  private final int effectiveTo;
  private final int reason;
  private final int details;
  private final int decidedBy;
  private final int refDecisionId;
  private final int bureau;

  DecisionRows(Row row) {
    loanId = row.position("loan_id");
    decisionId = row.position("decision_id");
    kind = row.position("kind");
    decidedOn = row.position("decided_on");
    effectiveFrom = row.position("effective_from");
    effectiveTo = row.position("effective_to");
    reason = row.position("reason");
    details = row.position("details");
    decidedBy = row.position("decided_by");
    refDecisionId = row.position("ref_decision_id");
    bureau = row.position("bureau");
  }

  /** The present row; empty when it has problems. */
  Optional<DecisionRow> read(Row row, String loan) {
    if (!row.begin()) {
      return Optional.empty();
    }
    row.checkKey(loanId);
    int from = row.day(effectiveFrom, Need.OPTIONAL);
    int to = row.day(effectiveTo, Need.OPTIONAL);
    if (from != Day.NONE && to != Day.NONE && to < from) {
      row.bad(effectiveTo, "on or after effective_from");
    }
    DecisionRow decision =
        new DecisionRow(
            row.text(decisionId, Limits.OTHER_ID_LENGTH, Need.MANDATORY),
            loan,
            row.code(kind, KINDS, Kind.CORRECT),
            row.day(decidedOn, Need.MANDATORY),
            from,
            to,
            row.text(reason, Limits.DETAILS_LENGTH, Need.OPTIONAL),
            details(row),
            row.text(decidedBy, Limits.NAME_LENGTH, Need.OPTIONAL),
            row.text(refDecisionId, Limits.OTHER_ID_LENGTH, Need.OPTIONAL),
            row.text(bureau, MAX_BUREAU, Need.OPTIONAL));
    return row.problems().isEmpty() ? Optional.of(decision) : Optional.empty();
  }

  private Map<String, String> details(Row row) {
    String text = row.text(details, Limits.DETAILS_LENGTH, Need.OPTIONAL);
    Map<String, String> result = new HashMap<>();
    if (text.isEmpty()) {
      return result;
    }
    for (String pair : text.split(";", -1)) {
      int at = pair.indexOf('=');
      String key = at < 0 ? "" : pair.substring(0, at).strip();
      Optional<String> value = at < 0 ? Optional.empty() : decode(pair.substring(at + 1));
      if (key.isEmpty() || value.isEmpty() || result.put(key, value.get()) != null) {
        row.bad(details, "key=value;key=value with each key once and values percent-encoded");
        return Map.of();
      }
    }
    if (!isDay(result.getOrDefault(DecisionRow.ADVERSE_RECORD, ""))) {
      row.bad(details, "adverse_record=yyyy-MM-dd, the first day of the record");
    }
    if (!isDay(result.getOrDefault(DecisionRow.DUE_ON, ""))) {
      row.bad(details, "due_on=yyyy-MM-dd, the day by which the dispute must be answered");
    }
    return result;
  }

  private static boolean isDay(String text) {
    try {
      return text.isEmpty() || Day.parse(text) != Day.NONE;
    } catch (DateTimeException e) {
      return false;
    }
  }

  /** Decodes {@code %XX} as UTF-8 bytes; empty when the text is not well encoded. */
  static Optional<String> decode(String value) {
    if (value.indexOf('%') < 0) {
      return Optional.of(value);
    }
    byte[] text = value.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream(text.length);
    for (int i = 0; i < text.length; i++) {
      if (text[i] != '%') {
        out.write(text[i]);
        continue;
      }
      int high = i + 2 < text.length ? Character.digit(text[i + 1], 16) : -1;
      int low = i + 2 < text.length ? Character.digit(text[i + 2], 16) : -1;
      if (high < 0 || low < 0) {
        return Optional.empty();
      }
      out.write(high * 16 + low);
      i += 2;
    }
    byte[] bytes = out.toByteArray();
    return Utf8.isValid(bytes, 0, bytes.length)
        ? Optional.of(new String(bytes, StandardCharsets.UTF_8))
        : Optional.empty();
  }
}
