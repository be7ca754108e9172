package org.xinbao.bureausim;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** A row of a CSV file by column name. */
record Row(Map<String, String> fields) {

  /** The value of a column that the file must have. */
  String get(String column) {
    String value = fields.get(column);
    if (value == null) {
      throw new AssertionError("no column " + column);
    }
    return value;
  }

  /** The value of a column that the file may have; empty when it has not. */
  String optional(String column) {
    return fields.getOrDefault(column, "");
  }

  Optional<LocalDate> date(String column) {
    String text = get(column);
    return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
  }

  BigDecimal amount(String column) {
    String text = get(column);
    return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
  }

  /** An amount in whole yuan, rounded half up. */
  long yuan(String column) {
    return yuan(amount(column));
  }

  static long yuan(BigDecimal amount) {
    return amount.setScale(0, RoundingMode.HALF_UP).longValueExact();
  }
}
