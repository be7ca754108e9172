package org.xinbao.bureau.zhima;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.xinbao.arrears.Day;

/**
 * What the bureau was told of one stage of a loan. Days are epoch days.
 *
 * @param stageOn {@code installment_due_date}: the due date, or the day of payout or settlement
 * @param bizDate {@code biz_date} of the record told last
 * @param overdueAmt cents
 * @param ovdDate {@code gmt_ovd_date}, or none
 * @param overdueFrom the day on which a default told of it began, or none when none was told
 */
record ToldStage(
    int stageOn, SceneStatus status, int bizDate, long overdueAmt, int ovdDate, int overdueFrom) {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);

  static ToldStage parse(String text) {
    String[] part = text.split(":", -1);
    return new ToldStage(
        day(part[0]),
        SceneStatus.of(part[1].charAt(0)),
        day(part[2]),
        part[3].isEmpty() ? 0 : Long.parseLong(part[3]),
        day(part[4]),
        day(part[5]));
  }

  String text() {
    return String.join(
        ":",
        text(stageOn),
        String.valueOf(status.code()),
        text(bizDate),
        overdueAmt == 0 ? "" : String.valueOf(overdueAmt),
        text(ovdDate),
        text(overdueFrom));
  }

  static String text(int day) {
    return day == Day.NONE ? "" : DAY.format(Day.toDate(day));
  }

  static int day(String text) {
    return text.isEmpty() ? Day.NONE : Day.of(LocalDate.parse(text, DAY));
  }
}
