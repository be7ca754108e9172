package org.xinbao.job;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.xinbao.arrears.Assessment;
import org.xinbao.arrears.Day;
import org.xinbao.bureau.BureauLoan;
import org.xinbao.bureau.ControlFigures;
import org.xinbao.bureau.Fact;
import org.xinbao.bureau.Held;
import org.xinbao.bureau.Restatement;
import org.xinbao.ledger.DecisionRow;
import org.xinbao.ledger.ExportedLoan;
import org.xinbao.ledger.NoticeRow;
import org.xinbao.ledger.Reject;
import org.xinbao.report.Aggregates;
import org.xinbao.report.AssessedLoan;
import org.xinbao.report.ReportInput.DifferenceLine;
import org.xinbao.retention.RetainedRecord;
import org.xinbao.store.QueueChange;
import org.xinbao.store.RegisterEntry;
import org.xinbao.store.SnapshotPlan;
import org.xinbao.store.SnapshotWriter;
import org.xinbao.treatment.TreatmentStep;

/** What one partition writes, loan by loan in order. */
final class PartOutput implements Closeable {

  private final PartFiles files;
  private final CsvWriter assessments;
  private final CsvWriter episodes;
  private final CsvWriter worklist;
  private final LineFile treatment;
  private final CsvWriter legalReview;
  private final LineFile noticeNeeds;
  private final LineFile differences;
  private final CsvWriter restatements;
  private final LineFile rejects;
  private final LineFile held;
  private final SnapshotWriter state;
  private final LineFile register;
  private final LineFile queue;
  private final LineFile notices;
  private final LineFile decisions;
  private final CsvWriter noticesToSend;
  private final LineFile disputes;
  private final LineFile late;
  private final LineFile customerFacts;
  private final LineFile facilityFacts;
  private final LineFile accountLoans;
  private final RecordFiles records;
  private final SortedMap<RecordKey, ControlTotals> control = new TreeMap<>();
  private final Counters counters = new Counters();
  private final Aggregates aggregates = new Aggregates();

  PartOutput(PartFiles files, SnapshotPlan plan) throws IOException {
    this.files = files;
    records = new RecordFiles(files);
    assessments = CsvWriter.create(files.of(PartKind.ASSESSMENTS));
    episodes = CsvWriter.create(files.of(PartKind.EPISODES));
    worklist = CsvWriter.create(files.of(PartKind.WORKLIST));
    treatment = new LineFile(files.of(PartKind.TREATMENT));
    legalReview = CsvWriter.create(files.of(PartKind.LEGAL_REVIEW));
    noticeNeeds = new LineFile(files.of(PartKind.NOTICE_NEEDS));
    differences = new LineFile(files.of(PartKind.DIFFERENCES));
    restatements = CsvWriter.create(files.of(PartKind.RESTATEMENTS));
    rejects = new LineFile(files.of(PartKind.REJECTS));
    held = new LineFile(files.of(PartKind.HELD));
    state = SnapshotWriter.create(files.of(PartKind.STATE), plan);
    register = new LineFile(files.of(PartKind.REGISTER));
    queue = new LineFile(files.of(PartKind.QUEUE));
    notices = new LineFile(files.of(PartKind.NOTICES));
    decisions = new LineFile(files.of(PartKind.DECISIONS));
    noticesToSend = CsvWriter.create(files.of(PartKind.NOTICES_TO_SEND));
    disputes = new LineFile(files.of(PartKind.DISPUTES));
    late = new LineFile(files.of(PartKind.LATE));
    customerFacts = new LineFile(files.of(PartKind.CUSTOMER_FACTS));
    facilityFacts = new LineFile(files.of(PartKind.FACILITY_FACTS));
    accountLoans = new LineFile(files.of(PartKind.ACCOUNT_LOANS));
  }

  CsvWriter assessments() {
    return assessments;
  }

  Counters counters() {
    return counters;
  }

  Aggregates aggregates() {
    return aggregates;
  }

  /** One row of {@code episodes.csv}. */
  void episode(String loanId, RetainedRecord retained) throws IOException {
    episodes.text(loanId).day(retained.record().overdueFrom()).day(retained.settledOn());
    episodes.number(retained.record().worstDaysPastDue());
    episodes.cents(retained.record().worstOverdueTotal()).day(retained.retainUntil());
    episodes.text(retained.state().name()).end();
    counters.add(Count.ADVERSE_RECORDS, 1);
    switch (retained.state()) {
      case UNPAID -> counters.add(Count.ADVERSE_RECORDS_UNPAID, 1);
      case VOID -> counters.add(Count.ADVERSE_RECORDS_VOID, 1);
      case KEPT, HELD -> {}
    }
  }

  /** One row of {@code rejects.csv}. */
  void reject(Reject reject) throws IOException {
    rejects.line(
        Tsv.line(
            reject.file(),
            reject.line(),
            reject.loanId(),
            reject.column(),
            reject.code(),
            reject.message()));
  }

  /** One row of {@code held.csv}. */
  void held(Held row) throws IOException {
    held.line(HeldCsv.toLine(row));
    counters.add(Count.HELD, 1);
    aggregates.figures().addHeldBack(row.bureau(), 1);
  }

  /** One row of {@code differences.csv}. */
  void difference(DifferenceLine difference) throws IOException {
    differences.line(DifferencesCsv.toLine(difference));
  }

  /** An assessed loan for the reports, and its row of {@code worklist.csv} if a step is due. */
  void assessed(AssessedLoan loan) throws IOException {
    aggregates.add(loan);
    if (loan.step() != TreatmentStep.NONE) {
      worklist.text(loan.loanId()).text(loan.product()).text(loan.currency());
      worklist.text(loan.step().name()).number(loan.assessment().daysPastDue());
      worklist.text("M" + loan.assessment().bucket()).cents(loan.assessment().overdueTotal()).end();
    }
  }

  /** What the treatment of a loan's customer must know of it. */
  void treatment(LoanTreatmentLine line) throws IOException {
    treatment.line(line.toLine());
  }

  /**
   * One row of {@code legal-review.csv}.
   *
   * @param lastNoticeOn epoch day or none
   */
  void legalReview(ExportedLoan loan, Assessment assessment, int lastNoticeOn) throws IOException {
    LegalReview.write(legalReview, loan, assessment, lastNoticeOn);
  }

  /** One row of {@code restatements.csv}. */
  void restatement(Restatement row) throws IOException {
    restatements.text(row.loanId()).day(row.reportDate()).text(row.field());
    restatements.text(row.reported()).text(row.recomputed()).end();
    counters.add(Count.RESTATEMENTS, 1);
  }

  /** A loan's row of the state, now and before. */
  void state(String loanId, byte[] payload, Optional<byte[]> before) throws IOException {
    state.put(loanId, payload, before);
  }

  /** A new or changed adverse record of the register. */
  void register(RegisterEntry entry) throws IOException {
    register.line(StoredLines.write(entry));
  }

  /** A change of the queue. */
  void queue(QueueChange change) throws IOException {
    queue.line(StoredLines.write(change));
  }

  void notice(NoticeRow notice) throws IOException {
    notices.line(StoredLines.write(notice));
  }

  void decision(DecisionRow decision) throws IOException {
    decisions.line(StoredLines.write(decision));
  }

  /** One row of {@code notices-to-send.csv}. */
  void noticeToSend(BureauLoan loan, NoticeToSend notice) throws IOException {
    noticeNeeds.line(
        AdverseNotices.toLine(loan.exported(), loan.assessment().overdueTotal(), notice));
    noticesToSend.text(notice.loanId()).text(notice.bureau()).day(notice.overdueFrom());
    noticesToSend.day(notice.sendBy()).text(notice.state().name()).end();
    counters.add(Count.NOTICES_TO_SEND, 1);
  }

  void dispute(OpenDispute dispute) throws IOException {
    disputes.line(dispute.toLine());
  }

  /** A record that is sent for an earlier report date, or a queued one that is dropped. */
  void late(String what, String loanId, String bureau, int reportDate) throws IOException {
    late.line(Tsv.line(what, loanId, bureau, Day.format(reportDate)));
  }

  /** A fact for the second pass. */
  void fact(String bureau, Fact fact) throws IOException {
    LineFile file = fact.by() == Fact.By.CUSTOMER ? customerFacts : facilityFacts;
    file.line(KeyFacts.toLine(bureau, fact));
  }

  /** A loan of a merged account, for the second pass: a line of {@link AccountLoans}. */
  void accountLoan(String line) throws IOException {
    accountLoans.line(line);
  }

  /**
   * One record for a bureau.
   *
   * @param subject the loan, or what else the record is about; the records of one type come sorted
   *     by it
   * @param reportDate its RptDate (epoch day)
   */
  void record(RecordKey key, String subject, int reportDate, byte[] record, ControlFigures figures)
      throws IOException {
    records.add(key, subject, reportDate, record);
    control.merge(key, ControlTotals.NONE.plus(figures), (sum, one) -> sum.plus(one));
    aggregates.figures().addSubmitted(key.bureau(), 1);
  }

  /** Control totals by record type. */
  SortedMap<RecordKey, ControlTotals> control() {
    return control;
  }

  /** Ends all files; without this the attempt does not count. */
  void finish() throws IOException {
    state.finish();
    aggregates.write(files.of(PartKind.AGGREGATES));
  }

  @Override
  public void close() throws IOException {
    for (Closeable each :
        List.of(
            assessments,
            episodes,
            worklist,
            treatment,
            legalReview,
            noticeNeeds,
            differences,
            restatements,
            rejects,
            held,
            state,
            register,
            queue,
            notices,
            decisions,
            noticesToSend,
            disputes,
            late,
            customerFacts,
            facilityFacts,
            accountLoans)) {
      each.close();
    }
    records.close();
  }
}
