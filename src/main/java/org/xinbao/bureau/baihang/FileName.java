package org.xinbao.bureau.baihang;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xinbao.arrears.Day;

/**
 * The name of a submission file: {@code {full company name}_D2_20261101_0001.txt}; the archive of
 * it has the same base name.
 *
 * @param createdOn the day in the name (epoch day)
 * @param serial from 1
 */
record FileName(String company, RecordType type, int createdOn, int serial) {

  static final int SERIAL_MAX = 9_999;

  static final String TEXT = ".txt";
  static final String ARCHIVE = ".zip";

  /** A feedback file is named after what it answers. */
  static final String FEEDBACK = ".feedback.csv";

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

  private static final Pattern NAME =
      Pattern.compile("(.+)_(C1|D2|D3|D4|X2|CL1|CL2)_([0-9]{8})_([0-9]{4})\\.txt");

  String text() {
    return base() + TEXT;
  }

  String base() {
    return String.format(
        Locale.ROOT, "%s_%s_%s_%04d", company, type, DAY.format(Day.toDate(createdOn)), serial);
  }

  static Optional<FileName> find(String name) {
    Matcher matcher = NAME.matcher(name);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new FileName(
              matcher.group(1),
              RecordType.valueOf(matcher.group(2)),
              Day.of(LocalDate.parse(matcher.group(3), DAY)),
              Integer.parseInt(matcher.group(4))));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
