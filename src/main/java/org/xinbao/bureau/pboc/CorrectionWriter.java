package org.xinbao.bureau.pboc;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Writes the records 211 to 215 (reference section 4). Holds a buffer, so each thread has its own.
 */
final class CorrectionWriter {

  /** The special event 转出. */
  private static final int TRANSFERRED_OUT = 21;

  private final String providerCode;
  private final LayoutWriter writer = new LayoutWriter();

  CorrectionWriter(String providerCode) {
    this.providerCode = providerCode;
  }

  RecordBytes rename(String oldId, String newId) {
    return record(
        "211",
        new RecordValues()
            .text("OdBnesCode", providerCode + oldId)
            .text("NwBnesCode", providerCode + newId));
  }

  RecordBytes correct(String account, int rptDate, AccountType type, SegmentText segment) {
    return record(
        "212",
        new RecordValues()
            .text("ModRecCode", providerCode + account)
            .day("RptDate", rptDate)
            .text("AcctType", type.name())
            .text("MdfcSgmtCode", segment.segment().name())
            .embed(segment.text().getBytes(UTF_8)));
  }

  RecordBytes deletePeriod(String account, Order.DeletePeriod order) {
    return record(
        "213",
        new RecordValues()
            .text("DelRecCode", providerCode + account)
            .text("DelSgmtCode", order.segment().name())
            .day("DelStartDate", order.from())
            .day("DelEndDate", order.to()));
  }

  RecordBytes deleteAccount(String account) {
    return record("214", new RecordValues().text("DelRecCode", providerCode + account));
  }

  RecordBytes transferredOut(String account, int rptDate, boolean isValid) {
    return record(
        "215",
        new RecordValues()
            .text("AcctCode", providerCode + account)
            .number("OpetnType", TRANSFERRED_OUT)
            .month("Month", Dates.month(rptDate))
            .number("Flag", isValid ? 1 : 0)
            .day("RptDate", rptDate));
  }

  private RecordBytes record(String type, RecordValues values) {
    return writer.write(RecordLayout.of(type), values);
  }
}
