package org.xinbao.bureau.pboc;

/**
 * The rule catalogue: every error code of the bureau that the reference knows, with a sentence in
 * both languages, shared by the pre-check here and by the bureau's feedback.
 */
public enum PbocRule {
  ABF000(Checked.CENTRE, "The file cannot be decrypted.", "文件解密失败。"),
  ABF001(Checked.CENTRE, "The file cannot be decompressed.", "文件解压缩失败。"),
  ABF002(
      Checked.LOCAL,
      "The file cannot be parsed: it has no header or no record, or more than 1,000,000 records.",
      "文件无法解析：缺少文件头或信息记录，或信息记录超过1000000条。"),
  ABN003(
      Checked.LOCAL,
      "The file name does not have the 34 characters of a submission name.",
      "文件名不符合命名规则。"),
  ABN004(Checked.LOCAL, "The provider code of the file name is unknown.", "文件名中的数据提供机构区段码不存在。"),
  ABH005(
      Checked.LOCAL,
      "The header does not have its 50 bytes, a field of it is malformed, or its number of records"
          + " is not that of the file.",
      "文件头格式错误，或文件头中的记录数与实际不符。"),
  ABH006(
      Checked.LOCAL,
      "The header's record version or template type is not allowed.",
      "文件头中的信息记录版本号或模板类型不允许使用。"),
  ABF007(
      Checked.LOCAL,
      "The header differs from the file name in provider code, date, record type or reserved"
          + " digit.",
      "文件头与文件名不一致。"),
  ABF008(Checked.LOCAL, "A line is longer than the bureau accepts.", "单行长度超过上限。"),
  ABF009(Checked.LOCAL, "A file of this name was submitted before.", "文件名重复。"),
  ABF010(Checked.LOCAL, "Lines are not divided by exactly one CRLF.", "换行符不正确，行与行之间应有且仅有一个回车换行符。"),
  ABF011(Checked.LOCAL, "The line is not valid UTF-8.", "文件编码不是UTF-8。"),
  ABR000(
      Checked.LOCAL,
      "The record is malformed: a segment or tag that occurs twice, is foreign or out of order, or"
          + " another record type than the header's.",
      "信息记录结构错误：段或数据项重复、不属于该记录、顺序错误，或记录类型与文件头不一致。"),
  ABR001(Checked.LOCAL, "RptDate is after the date of the file.", "信息报告日期晚于文件生成日期。"),
  ABR002(
      Checked.LOCAL,
      "Two records of the file have the same AcctCode and RptDate.",
      "同一文件内存在标识项相同的信息记录。"),
  ABR004(
      Checked.CENTRE,
      "A record with the same AcctCode and RptDate is stored already.",
      "数据库中已存在标识项相同的信息记录。"),
  ABR006(Checked.LOCAL, "The record cannot be parsed.", "信息记录无法解析。"),
  ABD000(Checked.LOCAL, "A tag that is always present is missing.", "必须出现的数据项标签缺失。"),
  ABD001(Checked.LOCAL, "A segment has no tags.", "段内没有数据项。"),
  ABE000(Checked.LOCAL, "A mandatory value is empty.", "必填数据项为空。"),
  ABE001(
      Checked.LOCAL,
      "A value has the wrong type or length or is not in its code list.",
      "数据项的类型、长度或代码不符合要求。"),
  ABE002(
      Checked.LOCAL,
      "A business code is not letters and digits that begin with the header's provider code.",
      "业务标识码不是以文件头中的数据提供机构区段码开头的字母数字串。"),
  ABE003(
      Checked.LOCAL,
      "The organisation code does not belong to the provider.",
      "机构代码不存在或不属于该数据提供机构。"),
  ABE004(Checked.LOCAL, "An id number breaks the rule of its type.", "证件号码不符合编码规则。"),
  ABE005(Checked.CENTRE, "The 中征码 is unknown.", "中征码不存在。"),
  ABE007(Checked.LOCAL, "A business date is after RptDate.", "信息报告日期早于业务发生日期。"),
  ABE008(Checked.LOCAL, "A date is outside 1901 to 2099.", "日期不在1901年至2099年之间。"),
  ABE010(Checked.LOCAL, "A counter differs from the number of groups.", "计数项与实际组数不一致。"),
  ABE011(Checked.LOCAL, "Two groups of the segment identify the same.", "段内存在标识项相同的重复组。"),
  ABE012(Checked.CENTRE, "The account id was replaced by another.", "使用了已变更的标识码。"),
  BLD000(Checked.LOCAL, "A tag is present or absent against the account type.", "数据项的出现与账户类型不符。"),
  BLR000(Checked.LOCAL, "Code 10: a required segment is missing.", "新开户：缺少必须出现的段。"),
  BLR001(Checked.LOCAL, "Code 10: a forbidden segment is present.", "新开户：出现了不应出现的段。"),
  BLR002(
      Checked.LOCAL,
      "Code 31: a required segment is missing, or the account type has no such report.",
      "月结日首次上报：缺少必须出现的段，或该账户类型不允许使用。"),
  BLR003(Checked.LOCAL, "Code 31: a forbidden segment is present.", "月结日首次上报：出现了不应出现的段。"),
  BLR004(
      Checked.CENTRE, "The account's first report lacks a required segment.", "账户首次上报：缺少必须出现的段。"),
  BLR005(
      Checked.CENTRE, "The account's first report has a forbidden segment.", "账户首次上报：出现了不应出现的段。"),
  BLR006(
      Checked.LOCAL,
      "Code 30: a required segment is missing, or the account type has no such report.",
      "月度结算：缺少必须出现的段，或该账户类型不允许使用。"),
  BLR007(Checked.LOCAL, "Code 30: a forbidden segment is present.", "月度结算：出现了不应出现的段。"),
  BLR008(
      Checked.LOCAL,
      "Code 40: a required segment is missing, or the account type has no such report.",
      "收回逾期款项：缺少必须出现的段，或该账户类型不允许使用。"),
  BLR009(Checked.LOCAL, "Code 40: a forbidden segment is present.", "收回逾期款项：出现了不应出现的段。"),
  BLR010(Checked.LOCAL, "Code 20: a required segment is missing.", "账户关闭：缺少必须出现的段。"),
  BLR011(Checked.LOCAL, "Code 20: a forbidden segment is present.", "账户关闭：出现了不应出现的段。"),
  BLR012(
      Checked.LOCAL,
      "Code 32: a required segment is missing, or the account type has no such report.",
      "月结日账户关闭：缺少必须出现的段，或该账户类型不允许使用。"),
  BLR013(Checked.LOCAL, "Code 32: a forbidden segment is present.", "月结日账户关闭：出现了不应出现的段。"),
  BLR014(
      Checked.LOCAL,
      "GuarMode is 3 or 5 in a code 10 or 31, and segment D is missing.",
      "担保方式为保证或组合(含保证)，但缺少相关还款责任人段。"),
  BLR015(
      Checked.CENTRE,
      "OthRepyGuarWay is 2, a value outside its list: the rule has no effect.",
      "其他还款保证方式为2（代码表外取值，规则无效）。"),
  BLR019(Checked.CENTRE, "The account type was changed.", "账户类型与库中不一致。"),
  BLR020(Checked.CENTRE, "A record after the account's closing.", "账户关闭后继续上报。"),
  BLR021(Checked.CENTRE, "A closing record older than what is stored.", "账户关闭记录早于库中已有记录。"),
  BLR022(Checked.CENTRE, "FiveCateAdjDate goes back.", "五级分类认定日期早于库中日期。"),
  BLR023(Checked.CENTRE, "A special transaction is repeated.", "特殊交易重复上报。"),
  BLR024(Checked.CENTRE, "The record conflicts with a special event.", "与特殊事件说明冲突。"),
  BLR025(Checked.CENTRE, "A record after the account was transferred out.", "账户转出后继续上报。"),
  BLR026(Checked.CENTRE, "The record conflicts with a special event.", "与特殊事件说明冲突。"),
  BLR027(
      Checked.CENTRE, "The month is stored with the same or a later date.", "该月份已存在报告日期相同或更晚的记录。"),
  BLR028(Checked.CENTRE, "A special event has the same date.", "同一日期存在特殊事件说明。"),
  BLR029(Checked.LOCAL, "The base segment is missing.", "缺少基础段。"),
  BLE001(Checked.LOCAL, "The account is closed and CloseDate is empty.", "账户已关闭，但账户关闭日期为空。"),
  BLE002(Checked.LOCAL, "RpyPrct is given although RpyStatus is *.", "还款状态为*时，实际还款百分比应为空。"),
  BLE003(Checked.LOCAL, "ArlpAmt of a guarantor is empty.", "保证人或专业担保机构的还款责任金额为空。"),
  BLE004(Checked.LOCAL, "The account is closed and something is overdue.", "账户已关闭，但逾期期数或逾期总额不为0。"),
  BLE005(Checked.LOCAL, "A date is before OpenDate.", "日期早于开户日期。"),
  BLE006(
      Checked.LOCAL,
      "CloseDate is before a date of the special plan or of a special transaction.",
      "账户关闭日期早于大额专项分期或特殊交易的日期。"),
  BLE007(Checked.LOCAL, "SpecEfctDate is after SpecEndDate.", "大额专项分期额度生效日期晚于到期日期。"),
  BLE008(
      Checked.LOCAL,
      "Code 10: RptDate is 30 or more days after OpenDate.",
      "新开户：信息报告日期与开户日期相差30天以上。"),
  BLE009(Checked.LOCAL, "OpenDate is after DueDate.", "开户日期晚于到期日期。"),
  BLE010(
      Checked.LOCAL,
      "Code 20: RptDate is 30 or more days after CloseDate.",
      "账户关闭：信息报告日期与账户关闭日期相差30天以上。"),
  BLE011(
      Checked.LOCAL,
      "CloseDate is before SettDate, LatRpyDate or FiveCateAdjDate.",
      "账户关闭日期早于结算日、最近一次实际还款日期或五级分类认定日期。"),
  BLE012(Checked.LOCAL, "SettDate is outside Month.", "结算/应还款日不在月份之内。"),
  BLE013(Checked.LOCAL, "The status is bad debt and TotOverd is 0.", "账户状态为呆账，但当前逾期总额为0。"),
  BLE014(
      Checked.LOCAL,
      "The account is not activated: every amount must be 0 and RpyStatus *.",
      "账户未激活时，各金额应为0且还款状态应为*。"),
  BLE015(
      Checked.LOCAL,
      "RpyStatus is * and an amount due or overdue is not 0.",
      "还款状态为*时，应还款额、账单余额、逾期期数和逾期总额应为0。"),
  BLE016(Checked.LOCAL, "The non-monthly segment has a closed status.", "非月度表现信息段的账户状态不应为关闭。"),
  BLE017(
      Checked.LOCAL,
      "RpyStatus is N or M and something is overdue (segment H).",
      "月度表现信息段还款状态为N或M，但存在逾期。"),
  BLE018(
      Checked.LOCAL,
      "RpyStatus is N or M and something is overdue (segment J).",
      "非月度表现信息段还款状态为N或M，但存在逾期。"),
  BLE019(Checked.LOCAL, "RpyStatus is 1 to 7 and nothing is overdue.", "还款状态为1至7，但逾期期数或逾期总额为0。"),
  BLE020(Checked.LOCAL, "OverdPrinc is greater than TotOverd.", "当前逾期本金大于当前逾期总额。"),
  BLE022(Checked.LOCAL, "OvedrawBaOve180 is greater than AcctBal.", "透支180天以上未还余额大于余额。"),
  BLE023(Checked.CENTRE, "A balance rule of R3 accounts.", "准贷记卡余额规则。"),
  BLE025(Checked.CENTRE, "A balance rule of R3 accounts.", "准贷记卡余额规则。"),
  BLE026(
      Checked.LOCAL,
      "The account is closed and has a balance (segment H).",
      "账户已关闭，但月度表现信息段余额不为0。"),
  BLE027(
      Checked.LOCAL,
      "The account is closed and has a balance (segment J).",
      "催收账户已结束，但非月度表现信息段余额不为0。"),
  BLE028(Checked.LOCAL, "RepayMode 90 needs RepayFreqcy 03.", "还款方式为90时，还款频率应为03。"),
  BLE029(Checked.LOCAL, "RepayMode does not fit the account type.", "还款方式与账户类型不符。"),
  BLE030(Checked.LOCAL, "The account is closed and RpyStatus is not C or G.", "账户已关闭，但还款状态不是C或G。"),
  BLE031(Checked.LOCAL, "CreditID is not four digits, NULL or MULT.", "卡片标识号应为4位数字、NULL或MULT。"),
  BLE032(Checked.LOCAL, "The identity class does not fit the id type.", "身份类别与身份标识类型不符。"),
  BLE034(Checked.LOCAL, "RpyStatus of the non-monthly segment is not N.", "非月度表现信息段的还款状态应为N。"),
  BLE035(Checked.LOCAL, "BusiLines does not fit the account type.", "借贷业务大类与账户类型不符。"),
  BLE036(Checked.LOCAL, "BusiDtlLines does not belong to BusiLines.", "借贷业务种类细分不属于借贷业务大类。"),
  BLE037(Checked.LOCAL, "A closing code needs a closed status.", "报告时点为账户关闭，但账户状态不是关闭。"),
  BLE038(Checked.LOCAL, "RepayMode 2x needs RepayPrd 0.", "非分期还款方式的还款期数应为0。"),
  BLE039(
      Checked.LOCAL,
      "Month is not the month of RptDate, the one before or the one after.",
      "月份与信息报告日期不符。"),
  BLE040(
      Checked.LOCAL,
      "LatRpyDate of the non-monthly segment is not RptDate.",
      "非月度表现信息段的最近一次实际还款日期应等于信息报告日期。"),
  BLE041(Checked.LOCAL, "A responsible party is the borrower.", "相关还款责任人不应为借款人本人。"),
  BLE042(
      Checked.CENTRE,
      "A rule about the close date of the non-monthly segment.",
      "非月度表现信息段账户关闭日期规则。"),
  BLE043(
      Checked.LOCAL,
      "A collection account has ended and CloseDate is empty.",
      "催收账户已结束，但账户关闭日期为空。"),
  BLE046(Checked.LOCAL, "The counter of special transactions is 0.", "特殊交易个数为0。"),
  BLE048(
      Checked.LOCAL,
      "WartySign or MaxGuarMcc of a guarantor is missing, or given for another party.",
      "保证人或专业担保机构的联保标志、保证合同编号缺失，或其他责任人填报了该项。"),
  BLE050(
      Checked.LOCAL,
      "LoanConCode and FirstHouLoanFlag are there exactly when BusiDtlLines is 11.",
      "仅当业务种类细分为11时，贷款合同编号和首套住房贷款标志应出现且不为空。"),
  BIE000(Checked.LOCAL, "The new code is the old one.", "变更后的标识码与变更前相同。"),
  BIE001(Checked.CENTRE, "The old code is unknown or no longer in use.", "变更前的标识码不存在或已停用。"),
  BIE002(Checked.CENTRE, "The new code belongs to another account.", "变更后的标识码已被其他账户使用。"),
  BMR001(Checked.LOCAL, "The segment that MdfcSgmtCode names is missing.", "缺少待更正段段标所指的段。"),
  BMR002,
  BMR003(
      Checked.LOCAL,
      "A corrected base segment holds more than Name, IDType, IDNum and MngmtOrgCode.",
      "更正基础段时，只应出现姓名、证件类型、证件号码和业务管理机构代码。"),
  BMR004,
  BMR005(Checked.LOCAL, "The account type does not have the segment.", "该账户类型不应更正此段。"),
  BMR006,
  BMR007(Checked.CENTRE, "The account to correct does not exist.", "待更正的账户不存在。"),
  BMR008(
      Checked.CENTRE, "Only the latest version of a month can be corrected.", "只能更正该月份最新的月度表现信息段。"),
  BMR009(Checked.CENTRE, "RptDate is before the latest stored.", "信息报告日期早于库中最新日期。"),
  BMR010(
      Checked.CENTRE,
      "The status may not be closed while later months are stored.",
      "存在之后月份的月度表现信息时，账户状态不能更正为关闭。"),
  BMR011(
      Checked.CENTRE, "FiveCateAdjDate is out of order with its neighbours.", "五级分类认定日期与前后月份次序不符。"),
  BMR012(Checked.CENTRE, "AcctType is not that of the account.", "账户类型与库中不一致。"),
  BMR013(Checked.CENTRE, "A special event is valid in that month.", "该月份存在有效的特殊事件说明。"),
  BMR014,
  BMR015(Checked.CENTRE, "A special event is valid on that date.", "该日期存在有效的特殊事件说明。"),
  BMR016(Checked.CENTRE, "The account is stored as closed before this month.", "该月份之前账户已关闭。"),
  BMR017,
  BMR018,
  BMR019(Checked.CENTRE, "RptDate is not the latest stored.", "信息报告日期不是库中最新日期。"),
  BMR020,
  BMR021(
      Checked.CENTRE,
      "RptDate is neither that of the stored segment nor later than the latest.",
      "信息报告日期既不等于库中该段的日期，也不晚于最新日期。"),
  BSE000(Checked.LOCAL, "Both dates of the period are empty.", "起始日期和结束日期不能同时为空。"),
  BSE001(Checked.LOCAL, "The period ends before it begins.", "结束日期早于起始日期。"),
  BSR000(Checked.CENTRE, "The account does not exist.", "待删除的账户不存在。"),
  BSR001,
  BSR002(Checked.CENTRE, "A special event is valid in the period.", "该期间存在有效的特殊事件说明。"),
  BTE000(Checked.CENTRE, "The account to delete does not exist.", "待删除的账户不存在。"),
  BQR000(Checked.LOCAL, "Month is not the month of RptDate.", "月份与信息报告日期的年月不一致。"),
  BQR001,
  BQR002(Checked.CENTRE, "Event 11 is for R2 accounts only.", "事件类型11仅适用于贷记卡账户。"),
  BQR003(Checked.CENTRE, "Event 12 is for closed R2 accounts only.", "事件类型12仅适用于已注销的贷记卡账户。"),
  BQR004(
      Checked.CENTRE,
      "Event 21 is for open D1 accounts, in the month after the last one reported.",
      "事件类型21仅适用于未关闭的非循环贷账户，且月份应为最近上报月份的次月。"),
  BQR005(Checked.CENTRE, "There is no valid event to make void.", "不存在可置为无效的特殊事件说明。"),
  BQR006(Checked.CENTRE, "A loan record has the same date.", "同一日期存在借贷账户信息记录。"),
  BCR000(Checked.LOCAL, "The segment of the limit is missing.", "缺少额度信息段。"),
  BCR001(Checked.CENTRE, "A record after the agreement's end.", "授信协议到期或失效后继续上报。"),
  BCR002,
  BCE000(Checked.LOCAL, "ConEffDate is after ConExpDate.", "额度生效日期晚于额度到期日期。"),
  BCE001,
  BCE002,
  BCE003(Checked.LOCAL, "A related party is the main borrower.", "共同受信人不应为主受信人本人。"),
  BCE004(
      Checked.LOCAL,
      "CreditRest and CreditRestCode are given one without the other.",
      "授信限额与授信限额编号应同时填写或同时为空。"),
  BBR000(Checked.LOCAL, "Code 10: a required segment is missing.", "首次上报客户资料：缺少必须出现的段。"),
  BBR001,
  BBR002(Checked.CENTRE, "An update is older than what is stored.", "信息更新日期早于库中日期。"),
  BBD000(
      Checked.LOCAL,
      "Items of the employer are present or absent against EmpStatus.",
      "单位信息数据项的出现与就业状况不符。"),
  BBD001(
      Checked.LOCAL,
      "Items of the spouse are present or absent against MariStatus.",
      "配偶信息数据项的出现与婚姻状况不符。"),
  BBD002,
  BBD003,
  BBE001,
  BBE002,
  BBE003,
  BBE004,
  BBE005,
  BBE006,
  BDE000,
  BDE001,
  BFE000,
  BOR000,
  BPE000,
  XBA001(
      Checked.OWN,
      "The four ageing amounts add up to more than OverdPrinc (a control of this program).",
      "各账龄未归还本金之和大于当前逾期本金（本程序自有校验）。"),
  XBA002(
      Checked.OWN,
      "Records of this type are not checked by this program, only the file's name, header and"
          + " lines.",
      "本程序不校验该类型的信息记录，仅校验文件名、文件头和行。");

  /** Who can check a rule. */
  public enum Checked {
    /** From the file alone, hence by the pre-check. */
    LOCAL,
    /** Only by the credit centre, or its exact content is not published. */
    CENTRE,
    /** A control of this program's own. */
    OWN
  }

  private static final String UNKNOWN =
      "A rule whose meaning the reference does not give; see the tag.";
  private static final String UNKNOWN_CHINESE = "参考资料未说明该代码的含义，请查看相应数据项。";

  private final Checked checked;
  private final String english;
  private final String chinese;

  /** A code of which only the record type is known. */
  PbocRule() {
    this(Checked.CENTRE, UNKNOWN, UNKNOWN_CHINESE);
  }

  PbocRule(Checked checked, String english, String chinese) {
    this.checked = checked;
    this.english = english;
    this.chinese = chinese;
  }

  /** The bureau's error code, for example {@code BLE019}. */
  public String code() {
    return name();
  }

  public Checked checked() {
    return checked;
  }

  /** One sentence, without personal data. */
  public String english() {
    return english;
  }

  /** The same in Chinese. */
  public String chinese() {
    return chinese;
  }
}
