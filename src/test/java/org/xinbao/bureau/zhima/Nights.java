package org.xinbao.bureau.zhima;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xinbao.bureau.Bureau;
import org.xinbao.bureau.LoanHistory;

/** Nights of a loan with Zhima, their records shown short. */
final class Nights {

  static final String CONF =
      """
      contract-confirmed-on: 2026-01-01
      notice: {mode: REQUIRE}
      defaults:
        linked-merchant-id: M00000000001
        scene-type: "1"
        scene-desc: 资金借贷
      """;

  private final Bureau zhima;

  Nights(Path folder, String more, boolean autoCorrect) {
    zhima =
        new ZhimaFactory()
            .read(
                LoanHistory.conf(folder, "zhima", CONF + more), LoanHistory.settings(autoCorrect));
  }

  Nights(Path folder) {
    this(folder, "", false);
  }

  Bureau bureau() {
    return zhima;
  }

  /**
   * The records of a night: {@code flag/status biz_date installment_due_date overdue_amt
   * gmt_ovd_date}.
   */
  List<String> told(LoanHistory loan, String date) {
    return loan.night(zhima, date).records().stream().map(Nights::shortened).toList();
  }

  static String shortened(String record) {
    return String.join(
            " ",
            value(record, "rectify_flag") + "/" + value(record, "scene_status"),
            value(record, "biz_date"),
            value(record, "installment_due_date"),
            value(record, "overdue_amt"),
            value(record, "gmt_ovd_date"))
        .strip();
  }

  static String value(String record, String column) {
    Matcher matcher = Pattern.compile("\"" + column + "\":\"([^\"]*)\"").matcher(record);
    return matcher.find() ? matcher.group(1) : "?";
  }
}
