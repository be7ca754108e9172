package org.xinbao.job;

import java.util.List;
import org.xinbao.bureau.SubmissionFile;
import org.xinbao.report.Aggregates;
import org.xinbao.report.ReportInput.HeldLine;
import org.xinbao.report.ReportInput.Listing;
import org.xinbao.report.ReportInput.RejectLine;

/**
 * What assembling the parts gave, for the steps after it.
 *
 * @param late records whose report date is not the business date, and dropped reports
 */
record Assembled(
    PartSummary summary,
    List<Written> submissions,
    List<RejectLine> rejects,
    Listing<HeldLine> held,
    List<LateReport> late,
    List<OpenDispute> disputes,
    Aggregates aggregates) {

  Assembled {
    submissions = List.copyOf(submissions);
    rejects = List.copyOf(rejects);
    late = List.copyOf(late);
    disputes = List.copyOf(disputes);
  }

  /**
   * A submission file as written.
   *
   * @param serial its serial number
   * @param createdOn its creation date (epoch day)
   * @param firstKey the loan, or what else its first record is about
   * @param lastKey the same of its last record
   */
  record Written(SubmissionFile file, int serial, int createdOn, String firstKey, String lastKey) {}

  /**
   * A report for another date than the business date (rulings 4).
   *
   * @param what {@code LATE} when sent, {@code DROPPED} when a later month replaced it
   * @param reportDate {@code yyyy-MM-dd}
   */
  record LateReport(String what, String loanId, String bureau, String reportDate) {}
}
