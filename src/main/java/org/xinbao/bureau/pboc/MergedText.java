package org.xinbao.bureau.pboc;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.xinbao.arrears.Day;
import org.xinbao.bureau.QueuedReport;

/**
 * What is remembered of a merged account from night to night, as one line of printable text.
 *
 * @param endedSince the first business date on which its facility was no longer active, or none
 * @param queue reports still to be sent, by report date
 * @param history {@link SentHistory} of the account
 */
record MergedText(int endedSince, List<QueuedReport> queue, String history) {

  private static final MergedText NONE = new MergedText(Day.NONE, List.of(), "");
  private static final String PART = "^";
  private static final int RADIX = 36;

  MergedText {
    queue = List.copyOf(queue);
  }

  static MergedText parse(String text) {
    if (text.isEmpty()) {
      return NONE;
    }
    String[] parts = text.split("\\^", 3);
    List<QueuedReport> queue = new ArrayList<>();
    for (String each : parts[1].isEmpty() ? new String[0] : parts[1].split(",", -1)) {
      String[] fields = each.split(":", -1);
      queue.add(new QueuedReport(day(fields[0]), day(fields[1]), fields[2]));
    }
    return new MergedText(parts[0].isEmpty() ? Day.NONE : day(parts[0]), queue, parts[2]);
  }

  String text() {
    if (equals(NONE)) {
      return "";
    }
    return (endedSince == Day.NONE ? "" : text(endedSince))
        + PART
        + queue.stream()
            .map(each -> text(each.reportDate()) + ":" + text(each.since()) + ":" + each.code())
            .collect(Collectors.joining(","))
        + PART
        + history;
  }

  private static String text(int day) {
    return Integer.toString(day, RADIX);
  }

  private static int day(String text) {
    return Integer.parseInt(text, RADIX);
  }
}
