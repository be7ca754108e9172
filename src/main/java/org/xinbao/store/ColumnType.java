package org.xinbao.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.springframework.jdbc.core.SqlParameterValue;

/** How the values of a column stand in a file of kept tables; {@code \N} is none. */
enum ColumnType {
  DATE(Types.DATE),
  TIMESTAMP(Types.TIMESTAMP_WITH_TIMEZONE),
  BOOLEAN(Types.BOOLEAN),
  NUMBER(Types.BIGINT),
  TEXT(Types.VARCHAR);

  private static final String NONE = "\\N";

  private final int sqlType;

  ColumnType(int sqlType) {
    this.sqlType = sqlType;
  }

  /** By the name that either database gives the type. */
  static ColumnType of(String typeName) {
    String name = typeName.toLowerCase(Locale.ROOT);
    if (name.startsWith("timestamp")) {
      return TIMESTAMP;
    }
    return switch (name) {
      case "date" -> DATE;
      case "bool", "boolean" -> BOOLEAN;
      case "bigint", "integer", "int4", "int8", "bigserial", "serial" -> NUMBER;
      default -> TEXT;
    };
  }

  /** The value of a row. */
  String text(ResultSet row, int column) throws SQLException {
    Object value =
        switch (this) {
          case DATE -> row.getObject(column, LocalDate.class);
          case TIMESTAMP -> row.getObject(column, OffsetDateTime.class);
          case BOOLEAN -> row.getBoolean(column);
          case NUMBER, TEXT -> row.getString(column);
        };
    return value == null || row.wasNull() ? NONE : escape(value.toString());
  }

  /** What to insert for a text. */
  Object value(String text) {
    if (text.equals(NONE)) {
      return new SqlParameterValue(sqlType, null);
    }
    return switch (this) {
      case DATE -> LocalDate.parse(text);
      case TIMESTAMP -> OffsetDateTime.parse(text);
      case BOOLEAN -> Boolean.valueOf(text);
      case NUMBER -> Long.valueOf(text);
      case TEXT -> unescape(text);
    };
  }

  private static String escape(String text) {
    return text.replace("\\", "\\\\")
        .replace("\t", "\\t")
        .replace("\n", "\\n")
        .replace("\r", "\\r");
  }

  /** The text of a field, empty when it is none. */
  static String plain(String field) {
    return field.equals(NONE) ? "" : unescape(field);
  }

  private static String unescape(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
        plain.append(
            switch (text.charAt(i)) {
              case 't' -> '\t';
              case 'n' -> '\n';
              case 'r' -> '\r';
              default -> text.charAt(i);
            });
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }
}
