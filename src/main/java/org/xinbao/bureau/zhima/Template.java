package org.xinbao.bureau.zhima;

import java.util.List;

/** The field templates of the bureau: columns of one record in their order, and its key. */
enum Template {
  /** From 2017 on, with rectification. */
  V2(
      List.of(
          "biz_date",
          "linked_merchant_id",
          "user_credentials_type",
          "user_credentials_no",
          "user_name",
          "order_no",
          "scene_type",
          "scene_desc",
          "scene_status",
          "create_amt",
          "installment_due_date",
          "overdue_amt",
          "gmt_ovd_date",
          "rectify_flag",
          "memo"),
      "order_no,installment_due_date"),
  /** 2015 to 2017. */
  V1(
      List.of(
          "user_name",
          "user_credentials_type",
          "user_credentials_no",
          "order_no",
          "biz_type",
          "order_status",
          "create_amt",
          "pay_month",
          "gmt_ovd_date",
          "overdue_days",
          "overdue_amt",
          "gmt_pay",
          "memo"),
      "order_no,pay_month");

  @SuppressWarnings("ImmutableEnumChecker") // made with List.of, which nothing can change
  private final List<String> columns;

  private final String key;

  Template(List<String> columns, String key) {
    this.columns = columns;
    this.key = key;
  }

  List<String> columns() {
    return columns;
  }

  /** Divided by half-width commas, as the request wants them. */
  String columnList() {
    return String.join(",", columns);
  }

  String key() {
    return key;
  }
}
