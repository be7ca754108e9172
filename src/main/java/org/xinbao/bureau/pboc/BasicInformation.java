package org.xinbao.bureau.pboc;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.xinbao.arrears.Cents;
import org.xinbao.arrears.Day;
import org.xinbao.ledger.BorrowerRow;

/**
 * A borrower's row as the segments of record 110 (reference section 6.2), each without its day of
 * update. Income needs both of its amounts; other documents go out as record 140.
 */
final class BasicInformation {

  private static final String RECORD_TYPE = "110";

  /** Segment and the item that dates it. */
  private static final Map<String, String> DATED = new LinkedHashMap<>();

  static {
    DATED.put("FcsInfSgmt", "FcsInfoUpDate");
    DATED.put("SpsInfSgmt", "SpsInfoUpDate");
    DATED.put("EduInfSgmt", "EduInfoUpDate");
    DATED.put("OctpnInfSgmt", "OctpnInfoUpDate");
    DATED.put("RedncInfSgmt", "ResiInfoUpDate");
    DATED.put("MlgInfSgmt", "MlgInfoUpDate");
    DATED.put("IncInfSgmt", "IncInfoUpDate");
  }

  private final BorrowerRow row;
  private final BorrowerConf conf;

  BasicInformation(BorrowerRow row, BorrowerConf conf) {
    this.row = row;
    this.conf = conf;
  }

  static RecordLayout layout() {
    return RecordLayout.find(RECORD_TYPE).orElseThrow();
  }

  /** The hash of each segment that has something to tell, by its tag. */
  Map<String, String> hashes(LayoutWriter writer) {
    Map<String, String> hashes = new LinkedHashMap<>();
    RecordValues values = new RecordValues();
    fill(values);
    for (String segment : DATED.keySet()) {
      if (!segment.equals("IncInfSgmt") || hasIncome()) {
        hashes.put(segment, writer.digest(layout(), segment, values));
      }
    }
    return hashes;
  }

  /**
   * Adds the items of all segments.
   *
   * @param day of update (epoch day) of a segment, by its tag
   */
  void fill(RecordValues values, Map<String, Integer> day) {
    fill(values);
    day.forEach((segment, on) -> values.day(DATED.getOrDefault(segment, ""), on));
  }

  private void fill(RecordValues values) {
    person(values);
    marriage(values);
    code(values, "EduLevel", row.education().level());
    code(values, "AcaDegree", row.education().degree());
    work(values);
    code(values, "ResiStatus", row.residence().status());
    optional(values, "ResiAddr", row.residence().address());
    optional(values, "MailAddr", row.mail().address());
    optional(values, "MailPc", row.mail().postcode());
    optional(values, "MailDist", row.mail().district());
    if (hasIncome()) {
      values.number("AnnlInc", Cents.toYuan(row.income().annual()));
      values.number("TaxIncome", Cents.toYuan(row.income().taxable()));
    }
  }

  private boolean hasIncome() {
    return row.income().annual() >= 0 && row.income().taxable() >= 0;
  }

  private void person(RecordValues values) {
    code(values, "Sex", row.person().sex());
    if (row.person().bornOn() != Day.NONE) {
      values.day("DOB", row.person().bornOn());
    }
    code(values, "Nation", row.person().nationality());
    optional(values, "HhDist", row.person().householdDistrict());
    optional(values, "CellPhone", row.person().mobile());
    optional(values, "Email", row.person().email());
  }

  private void marriage(RecordValues values) {
    code(values, "MariStatus", row.marriage().status());
    values.text("SpoName", row.marriage().spouseName());
    values.text("SpoIDType", row.marriage().spouseIdType().map(IdNumbers::personCode).orElse(""));
    values.text("SpoIDNum", row.marriage().spouseIdNumber());
  }

  private void work(RecordValues values) {
    BorrowerRow.Work work = row.work();
    code(values, "EmpStatus", work.status());
    values.text("CpnName", work.employer());
    code(values, "CpnType", work.employerType());
    code(values, "Industry", work.industry());
    values.text("CpnAddr", work.employerAddress());
    code(values, "Occupation", work.occupation());
    code(values, "Title", work.jobTitle());
    code(values, "TechTitle", work.technicalTitle());
  }

  private void code(RecordValues values, String tag, String exported) {
    values.text(tag, conf.code(tag, exported));
  }

  /** An item that is written only where there is a value. */
  private static void optional(RecordValues values, String tag, String value) {
    Optional.of(value).filter(each -> !each.isEmpty()).ifPresent(each -> values.text(tag, each));
  }
}
