package org.xinbao.bureau.pboc;

import org.xinbao.arrears.Day;

/**
 * What a record went out in.
 *
 * <p>As text {@code 20261031.20261015.210.2}: business date, RptDate, record type, version; what
 * equals the business date, {@code 210} and {@code 1} is left empty, and empty fields at the end
 * are left out.
 *
 * @param businessDate of the run that sent it (epoch day)
 * @param version of that date
 * @param recordType for example {@code 210}
 * @param rptDate epoch day
 */
record SentKey(int businessDate, int version, String recordType, int rptDate) {

  private static final int FIRST_VERSION = 1;

  void append(StringBuilder out) {
    out.append(Dates.yyyymmdd(businessDate));
    String rpt = rptDate == businessDate ? "" : String.valueOf(Dates.yyyymmdd(rptDate));
    String type = recordType.equals(Pboc.RECORD_TYPE) ? "" : recordType;
    String number = version == FIRST_VERSION ? "" : String.valueOf(version);
    if (!number.isEmpty()) {
      out.append('.').append(rpt).append('.').append(type).append('.').append(number);
    } else if (!type.isEmpty()) {
      out.append('.').append(rpt).append('.').append(type);
    } else if (!rpt.isEmpty()) {
      out.append('.').append(rpt);
    }
  }

  static SentKey parse(String text) {
    String[] fields = text.split("\\.", -1);
    int date = day(fields[0]);
    String rpt = field(fields, 1);
    String type = field(fields, 2);
    String number = field(fields, 3);
    return new SentKey(
        date,
        number.isEmpty() ? FIRST_VERSION : Integer.parseInt(number),
        type.isEmpty() ? Pboc.RECORD_TYPE : type,
        rpt.isEmpty() ? date : day(rpt));
  }

  private static String field(String[] fields, int at) {
    return at < fields.length ? fields[at] : "";
  }

  private static int day(String yyyymmdd) {
    int date = Integer.parseInt(yyyymmdd);
    int day = Dates.find(date / 10_000, date / 100 % 100, date % 100);
    if (day == Day.NONE) {
      throw new IllegalArgumentException("not a date in a reported state");
    }
    return day;
  }
}
