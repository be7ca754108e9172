package org.xinbao.bureau.metro2;

/**
 * The edits of the pre-check: structure and lists of the format, and what regulators and examiners
 * call facially false data (sections 5 and 6.2 of the reference). The ids are this program's own.
 */
enum Metro2Rule {
  M001("The file does not begin with one header record.", "文件未以唯一的首记录开头。"),
  M002("The file does not end with one trailer record.", "文件未以唯一的尾记录结束。"),
  M003(
      "A record's length is not what its descriptor word says, or is no sum of segments.",
      "记录长度与描述字不符，或不等于各段长度之和。"),
  M004("An appended segment is unknown or out of order.", "附加段标识未知或顺序错误。"),
  M005("The file has no base record.", "文件中没有基础记录。"),
  M006("Segment L1 stands more than once.", "L1段出现多次。"),
  M007("A total of the trailer is not the recount.", "尾记录的合计与重新计数不一致。"),
  M008("No bureau's program identifier is given.", "首记录未填写任何征信机构的程序标识。"),
  M009("The activity date is after the creation date.", "数据日期晚于文件创建日期。"),
  M010("A mandatory field is blank or zero.", "必填项为空或为零。"),
  M011("A number has another character than digits.", "数值项含有非数字字符。"),
  M012("A day is not a calendar day (MMDDYYYY) nor zeros.", "日期不是有效日期且不全为零。"),
  M013("A text has a character that is not printable ASCII.", "文本含有非可打印ASCII字符。"),
  M014("A code is not in its list.", "代码不在取值范围内。"),
  M015(
      "An identification or account number is too short, blank inside, or all zeros or nines.",
      "机构标识或账号过短、含空格或全为零、九。"),
  M016("The account number is the social security number.", "账号与社会安全号相同。"),
  M017("Neither social security number nor date of birth is given.", "社会安全号与出生日期均未填写。"),
  M018("The social security number cannot exist.", "社会安全号不可能存在。"),
  M019("The surname has a special character other than the hyphen.", "姓氏含有连字符以外的特殊字符。"),
  M020("The zip code has neither 5 nor 9 digits.", "邮政编码不是5位或9位数字。"),
  M021("A payment rating is missing or has no place beside the status.", "还款评级缺失或与账户状态不符。"),
  M022(
      "The payment history has a code that is unknown, or B before the end.", "还款历史含有未知代码，或B不在末尾。"),
  M023("The date of first delinquency is missing.", "缺少首次逾期日期。"),
  M024("A date of first delinquency stands on an account without delinquency.", "无逾期账户不应有首次逾期日期。"),
  M025("The terms duration does not fit the portfolio type.", "还款期数与组合类型不符。"),
  M026("The credit limit does not fit the portfolio type.", "授信额度与组合类型不符。"),
  M027("The account type does not fit a line of credit.", "账户类型与信用额度组合不符。"),
  M028("The amount past due does not fit the status.", "逾期金额与账户状态不符。"),
  M029("A paid, closed or transferred account has a balance.", "已结清、关闭或转让的账户仍有余额。"),
  M030("The original charge-off amount does not fit the status.", "原始核销金额与账户状态不符。"),
  M031("A payment is scheduled although none can be.", "不应再有应还款额。"),
  M032("The date closed does not fit the status.", "关闭日期与账户状态不符。"),
  M033("A date lies after the activity date of the file.", "日期晚于文件的数据日期。"),
  M034("A date lies before the account was opened.", "日期早于开户日期。"),
  M035("A date lies before the consumer was born.", "日期早于出生日期。"),
  M036("The account was opened before the consumer came of age.", "开户时消费者未满18周岁。"),
  M037("The date of first delinquency is too late for the status.", "首次逾期日期与账户状态不符（过晚）。"),
  M038("The date of first delinquency is after the charge-off.", "首次逾期日期晚于核销。"),
  M039(
      "The delinquency is older than may be reported (7 years and 180 days).",
      "逾期已超过可报送期限（7年零180天）。"),
  M040("The special comment does not fit the balance.", "特殊说明与余额不符。"),
  M041("A name is missing, or given for a removal, in segment K2.", "K2段名称缺失，或删除时仍填写名称。"),
  M042("An account number stands beside agency 00 in segment K3.", "K3段机构为00时不应有账号。"),
  M043("Segment K4 lacks the dates or the amount of its kind.", "K4段缺少相应的日期或金额。"),
  M044("Segment L1 has not exactly the new numbers of its kind.", "L1段的新号码与变更标识不符。"),
  M045("Two records report one account for one day.", "两条记录报送同一账户同一日期。"),
  M046("The consumer is deceased on one account and not on another.", "同一消费者在一账户标记身故而在另一账户未标记。"),
  M047(
      "The date of account information does not fit the status and the date closed.",
      "账户信息日期与状态及关闭日期不符。"),
  M048("The balance of a balloon payment is larger than the account was.", "末期大额还款超过贷款金额。"),
  M051("The original amount of the loan has grown since the last report.", "贷款原始金额较上次报送增大。"),
  M052("The payment history does not go on from the last report.", "还款历史与上次报送不连续。"),
  M053("The date of first delinquency has changed within one delinquency.", "同一逾期过程的首次逾期日期发生变化。"),
  M054(
      "The status has become worse by more than the time since the last report.",
      "账户状态恶化超过距上次报送的时间。"),
  M055("A record follows the last one of an account that ended.", "账户终结后仍有记录报送。"),
  M056("The original charge-off amount has changed.", "原始核销金额发生变化。");

  private final String english;
  private final String chinese;

  Metro2Rule(String english, String chinese) {
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
