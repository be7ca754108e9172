package org.xinbao.job;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.xinbao.arrears.Day;
import org.xinbao.bureau.ControlFigures;
import org.xinbao.bureau.Fact;
import org.xinbao.bureau.Held;
import org.xinbao.bureau.Restatement;
import org.xinbao.report.Aggregates;
import org.xinbao.store.SnapshotPlan;
import org.xinbao.store.SnapshotWriter;

/** What one partition of the second pass writes, key by key in order. */
final class KeyOutput implements Closeable {

  private final PartFiles files;
  private final LineFile held;
  private final LineFile late;
  private final SnapshotWriter state;
  private final LineFile customerFacts;
  private final CsvWriter accounts;
  private final CsvWriter restatements;
  private final RecordFiles records;
  private final SortedMap<RecordKey, ControlTotals> control = new TreeMap<>();
  private final Counters counters = new Counters();
  private final Aggregates aggregates = new Aggregates();

  KeyOutput(PartFiles files, SnapshotPlan plan) throws IOException {
    this.files = files;
    records = new RecordFiles(files);
    held = new LineFile(files.of(PartKind.HELD));
    late = new LineFile(files.of(PartKind.LATE));
    customerFacts = new LineFile(files.of(PartKind.CUSTOMER_FACTS));
    accounts = CsvWriter.create(files.of(PartKind.ACCOUNTS));
    restatements = CsvWriter.create(files.of(PartKind.RESTATEMENTS));
    state = SnapshotWriter.create(files.of(PartKind.STATE), plan);
  }

  Counters counters() {
    return counters;
  }

  SortedMap<RecordKey, ControlTotals> control() {
    return control;
  }

  /** One row of {@code held.csv}. */
  void held(Held row) throws IOException {
    held.line(HeldCsv.toLine(row));
    counters.add(Count.HELD, 1);
    aggregates.figures().addHeldBack(row.bureau(), 1);
  }

  /** A record that is sent for an earlier report date, or although someone should look at it. */
  void late(String what, String loanId, String bureau, int reportDate) throws IOException {
    late.line(Tsv.line(what, loanId, bureau, Day.format(reportDate)));
  }

  /** Rows of {@code accounts.csv}. */
  CsvWriter accounts() {
    return accounts;
  }

  /** A fact about a merged account, for the customers that are worked after the facilities. */
  void customerFact(String bureau, Fact fact) throws IOException {
    customerFacts.line(KeyFacts.toLine(bureau, fact));
  }

  /** One row of {@code restatements.csv}. */
  void restatement(Restatement row) throws IOException {
    restatements.text(row.loanId()).day(row.reportDate()).text(row.field());
    restatements.text(row.reported()).text(row.recomputed()).end();
    counters.add(Count.RESTATEMENTS, 1);
  }

  /**
   * One record for a bureau.
   *
   * @param subject the customer or facility; the records of one type come sorted by it
   * @param reportDate its RptDate (epoch day)
   */
  void record(RecordKey key, String subject, int reportDate, byte[] record, ControlFigures figures)
      throws IOException {
    records.add(key, subject, reportDate, record);
    control.merge(key, ControlTotals.NONE.plus(figures), (sum, one) -> sum.plus(one));
    aggregates.figures().addSubmitted(key.bureau(), 1);
  }

  /** A key's row of the state, now and before. */
  void state(String key, KeyState now, Optional<byte[]> before) throws IOException {
    if (!now.isEmpty()) {
      state.put(key, now.toBytes(), before);
    } else if (before.isPresent()) {
      state.remove(key);
    }
  }

  /** Ends all files; without this the attempt does not count. */
  void finish() throws IOException {
    state.finish();
    aggregates.write(files.of(PartKind.AGGREGATES));
  }

  @Override
  public void close() throws IOException {
    held.close();
    late.close();
    customerFacts.close();
    accounts.close();
    restatements.close();
    state.close();
    records.close();
  }
}
