package org.xinbao.bureau.baihang;

/**
 * The rules of the pre-check. The bureau's own messages are not public; these are this program's
 * own, taken from the public description of the format.
 */
enum BaihangRule {
  BH001("A block does not begin with the tag line of a known record type.", "数据块未以已知记录类型的标签行开头。"),
  BH002("A line does not end with CRLF.", "行未以CRLF结尾。"),
  BH003("The record cannot be read: malformed JSON or not UTF-8.", "记录无法解析：JSON格式错误或编码不是UTF-8。"),
  BH004("A block has no record.", "数据块中没有记录。"),
  BH005("A member is missing, foreign or twice.", "数据项缺失、多余或重复。"),
  BH006("A value is not of its kind: text or number.", "数据项的值类型错误（应为文本或数字）。"),
  BH007("A mandatory value is null or blank.", "必填数据项为空。"),
  BH008("reqID is not 1 to 40 letters and digits.", "reqID不是1至40位字母或数字。"),
  BH009("A code is not in its list.", "代码不在取值范围内。"),
  BH010("A time is not a calendar time yyyy-MM-ddTHH:mm:ss.", "时间不是yyyy-MM-ddTHH:mm:ss格式的有效时间。"),
  BH011("A day is not a calendar day yyyy-MM-dd.", "日期不是yyyy-MM-dd格式的有效日期。"),
  BH012("uploadTs is before 1980-01-01 or after the file's day.", "uploadTs早于1980-01-01或晚于文件日期。"),
  BH013("A name is not 2 to 20 Chinese characters or ·.", "姓名不是2至20位汉字或间隔号。"),
  BH014("An identity number has not its form or check digit.", "身份证号码格式或校验位错误。"),
  BH015("An amount is below zero or has more than 2 decimals.", "金额小于零或超过两位小数。"),
  BH016("A number is out of its range.", "数值超出取值范围。"),
  BH017(
      "With targetRepayDateType 1 termPeriod is not the days of a term, or there is a list of"
          + " dates.",
      "还款日类型为1时还款周期应为天数且还款日列表应为空。"),
  BH018(
      "With targetRepayDateType 2 termPeriod is not -1, or there is no list of dates.",
      "还款日类型为2时还款周期应为-1且还款日列表必填。"),
  BH019("The list of due dates does not ascend.", "还款日列表未按升序排列。"),
  BH020("firstRepaymentDate is not the first date of the list.", "首次还款日与还款日列表的首个日期不一致。"),
  BH021(
      "realRepaymentDate is missing although something was paid, or given although nothing was.",
      "实际还款金额大于零时实际还款日期必填，否则应为空。"),
  BH022(
      "overdueStatus is not D and the days of an overdue term, or given of a normal one.",
      "逾期的期次逾期状态应为D加天数，正常的期次应为空。"),
  BH023(
      "A term is overdue and the loan is not, or it has no overdue amount.",
      "期次逾期时贷款状态应为逾期且逾期金额应大于零。"),
  BH024("A settled loan has a balance or an overdue amount.", "已结清的贷款不应有余额或逾期金额。"),
  BH025("A day that has passed lies after the file's day.", "已发生的日期晚于文件日期。"),
  BH026("Two records of a loan have the same reqID.", "同一贷款的两条记录reqID相同。"),
  BH027("The file's name does not agree with its tag line.", "文件名与标签行不一致。"),
  BH028("The archive beside the file does not hold exactly this file.", "同名压缩包的内容与文件不一致。"),
  BH029("A text has a control character.", "文本含有控制字符。"),
  BH030("device is not an object of its members and codes.", "设备信息的数据项或代码错误。");

  private final String english;
  private final String chinese;

  BaihangRule(String english, String chinese) {
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
