package org.xinbao.bureau.zhima;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.xinbao.arrears.Cents;
import org.xinbao.arrears.Day;
import org.xinbao.bureau.BureauLoan;
import org.xinbao.bureau.ControlFigures;
import org.xinbao.bureau.JsonMember;
import org.xinbao.bureau.JsonRecord;
import org.xinbao.ledger.LoanRow;

/**
 * One record of the feedback file: a value for every column of the template, blank ones included;
 * all values are strings.
 *
 * @param bizDate epoch day
 * @param control {@code create_amt} and {@code overdue_amt} in cents
 */
record FeedbackRecord(
    Template template, int bizDate, Map<String, String> values, ControlFigures control) {

  /** The only code of a document type that is known: the identity card. */
  static final String IDENTITY_CARD = "0";

  FeedbackRecord {
    values = Map.copyOf(values);
  }

  byte[] bytes() {
    JsonRecord json = new JsonRecord();
    for (String each : template.columns()) {
      json.text(each, values.getOrDefault(each, ""));
    }
    return json.bytes();
  }

  /** The record as a reader finds it. */
  List<JsonMember> members() {
    return template.columns().stream()
        .map(each -> new JsonMember(each, JsonMember.Kind.STRING, values.getOrDefault(each, "")))
        .toList();
  }

  /** A record that tells a stage. */
  static FeedbackRecord of(
      BureauLoan loan,
      ToldStage stage,
      Figures figures,
      int bizDate,
      Rectify flag,
      ZhimaConf conf) {
    LoanRow row = loan.exported().row();
    long principal = loan.exported().loan().principal();
    Map<String, String> values = new HashMap<>();
    identify(values, row);
    values.put("user_name", row.borrowerName());
    values.put("create_amt", Cents.format(principal));
    boolean defaulted = stage.status() == SceneStatus.DEFAULTED;
    values.put("overdue_amt", defaulted ? Cents.format(figures.overdueAmt()) : "0");
    if (conf.template() == Template.V2) {
      scene(values, conf.product(row.product()));
      values.put("biz_date", Day.format(bizDate));
      values.put("scene_desc", conf.product(row.product()).sceneDesc());
      values.put("scene_status", String.valueOf(stage.status().code()));
      values.put("installment_due_date", Day.format(stage.stageOn()));
      values.put("gmt_ovd_date", Day.format(figures.ovdDate()));
      values.put("rectify_flag", flag.code());
    } else {
      first(values, stage, figures);
    }
    return new FeedbackRecord(
        conf.template(),
        bizDate,
        values,
        new ControlFigures(principal, defaulted ? figures.overdueAmt() : 0));
  }

  /** The fields of template V1 that V2 has not. */
  private static void first(Map<String, String> values, ToldStage stage, Figures figures) {
    boolean defaulted = stage.status() == SceneStatus.DEFAULTED;
    boolean settled = stage.status() == SceneStatus.SETTLED;
    String day = Day.format(stage.stageOn());
    values.put("biz_type", "1");
    values.put("order_status", "04");
    values.put("pay_month", day.substring(0, 7));
    values.put("gmt_ovd_date", defaulted ? Day.format(figures.ovdDate()) : day);
    values.put("overdue_days", String.valueOf(figures.days()));
    values.put("gmt_pay", settled ? day : "");
  }

  /** A record that deletes: of one stage, or of everything up to and including a day. */
  static FeedbackRecord deletion(
      BureauLoan loan, int stageOn, int bizDate, Rectify flag, ZhimaConf conf) {
    LoanRow row = loan.exported().row();
    Map<String, String> values = new HashMap<>();
    identify(values, row);
    scene(values, conf.product(row.product()));
    values.put("biz_date", Day.format(bizDate));
    values.put("rectify_flag", flag.code());
    values.put("installment_due_date", flag == Rectify.DELETE_ONE ? Day.format(stageOn) : "");
    return new FeedbackRecord(conf.template(), bizDate, values, ControlFigures.NONE);
  }

  private static void identify(Map<String, String> values, LoanRow row) {
    values.put("user_credentials_type", IDENTITY_CARD);
    values.put("user_credentials_no", row.idNumber());
    values.put("order_no", row.loanId());
  }

  private static void scene(Map<String, String> values, ZhimaConf.Product product) {
    values.put("linked_merchant_id", product.linkedMerchantId());
    values.put("scene_type", product.sceneType());
  }
}
