package org.xinbao.bureau.zhima;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xinbao.arrears.Day;

/**
 * The name of a feedback file: {@code zhima_feedback_20261101_001.json}. The bureau asks for none.
 *
 * @param createdOn the day after the business date (epoch day)
 * @param serial from 1
 */
record FeedbackName(int createdOn, int serial) {

  static final int SERIAL_MAX = 9_999;

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);

  private static final Pattern NAME =
      Pattern.compile("zhima_feedback_([0-9]{8})_([0-9]{3,4})\\.json");

  String text() {
    return base() + ".json";
  }

  /** The name of the request parameters beside the file. */
  String request() {
    return base() + ".request.json";
  }

  private String base() {
    return String.format(
        Locale.ROOT, "zhima_feedback_%s_%03d", DAY.format(Day.toDate(createdOn)), serial);
  }

  static Optional<FeedbackName> find(String name) {
    Matcher matcher = NAME.matcher(name);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      int day = Day.of(LocalDate.parse(matcher.group(1), DAY));
      return Optional.of(new FeedbackName(day, Integer.parseInt(matcher.group(2))));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
