package org.xinbao.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinbao.arrears.Day;

/** How days, instants and absent texts stand in columns. */
final class Columns {

  private Columns() {}

  /** A DATE, null for {@link Day#NONE}. */
  static @Nullable LocalDate date(int day) {
    return day == Day.NONE ? null : Day.toDate(day);
  }

  static int day(ResultSet row, String column) throws SQLException {
    LocalDate date = row.getObject(column, LocalDate.class);
    return date == null ? Day.NONE : Day.of(date);
  }

  static OffsetDateTime timestamp(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static Optional<Instant> instantIfAny(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  static String textOrEmpty(ResultSet row, String column) throws SQLException {
    String text = row.getString(column);
    return text == null ? "" : text;
  }
}
