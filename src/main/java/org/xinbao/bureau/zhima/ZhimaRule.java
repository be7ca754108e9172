package org.xinbao.bureau.zhima;

/**
 * The rules of the pre-check. The bureau publishes no error codes; these are this program's own,
 * taken from the template's text.
 */
enum ZhimaRule {
  ZM001(
      "The file is not one JSON object with the single member records.", "文件不是仅含records成员的JSON对象。"),
  ZM002("The file is larger than 52,428,800 bytes.", "文件超过52428800字节。"),
  ZM003("The record cannot be read: malformed JSON or not UTF-8.", "记录无法解析：JSON格式错误或编码不是UTF-8。"),
  ZM004("The file has no record.", "文件中没有记录。"),
  ZM005("A column is missing, foreign, twice or out of order.", "数据项缺失、多余、重复或顺序错误。"),
  ZM006("A value is not a string.", "数据项的值不是字符串。"),
  ZM007("A mandatory value is blank.", "必填数据项为空。"),
  ZM008("A day is not a calendar day in the form yyyy-MM-dd.", "日期不是yyyy-MM-dd格式的有效日期。"),
  ZM009("An amount is not yuan with at most 2 decimals.", "金额不是最多两位小数的人民币元。"),
  ZM010("A code is not in its list.", "代码不在取值范围内。"),
  ZM011("The number of an identity card has not its form or check digit.", "身份证号码格式或校验位错误。"),
  ZM012("scene_status is blank although rectify_flag is 0 or 3.", "订正标识为0或3时场景状态不能为空。"),
  ZM013("A record with rectify_flag 1 has not exactly its 7 values.", "订正标识为1时应当且仅当填写7个数据项。"),
  ZM014("A record with rectify_flag 2 has not exactly its 8 values.", "订正标识为2时应当且仅当填写8个数据项。"),
  ZM015("Status 1 has no overdue amount or no first day of default.", "违约记录缺少违约金额或违约开始日期。"),
  ZM016(
      "A status other than 1 has an overdue amount or a first day of default.",
      "非违约记录不应有违约金额或违约开始日期。"),
  ZM017("A day that has passed lies after biz_date.", "日期晚于数据统计日期。"),
  ZM018("Two records of the file have the same key, day and flag.", "同一文件内存在主键、统计日期和订正标识相同的记录。"),
  ZM019(
      "After status 2 of an order comes 0 or 1, or after 3 comes 0, 1 or 2.",
      "业务结清后又报送履约或违约，或用户放弃后又报送履约、违约或结清。"),
  ZM020("The request parameters beside the file do not agree with it.", "文件旁的请求参数与文件内容不一致。"),
  ZM021("overdue_days or overdue_amt does not fit order_status.", "逾期天数或逾期金额与业务状态不符。"),
  ZM022("A text has a control character.", "文本含有控制字符。");

  private final String english;
  private final String chinese;

  ZhimaRule(String english, String chinese) {
    this.english = english;
    this.chinese = chinese;
  }

  String english() {
    return english;
  }

  String chinese() {
    return chinese;
  }
}
