package org.xinbao.job;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.xinbao.arrears.AdverseRecord;
import org.xinbao.bureau.QueuedReport;
import org.xinbao.ledger.DecisionRow;
import org.xinbao.ledger.NoticeRow;
import org.xinbao.retention.RecordState;
import org.xinbao.retention.RetainedRecord;
import org.xinbao.store.QueueChange;
import org.xinbao.store.QueueEntry;
import org.xinbao.store.RegisterEntry;

/** What goes to the database, as lines of part files. */
final class StoredLines {

  private static final int FIXED_FIELDS = 10;

  private StoredLines() {}

  static String write(RegisterEntry entry) {
    RetainedRecord retained = entry.retained();
    AdverseRecord record = retained.record();
    return Tsv.line(
        entry.loanId(),
        record.overdueFrom(),
        record.endedOn(),
        record.worstDaysPastDue(),
        record.worstOverdueTotal(),
        retained.settledOn(),
        retained.retainUntil(),
        retained.state(),
        entry.voidReason(),
        entry.firstPublishedOn(),
        entry.lastChangedOn());
  }

  static RegisterEntry register(String line) {
    List<String> f = Tsv.fields(line);
    AdverseRecord record =
        new AdverseRecord(
            number(f.get(1)), number(f.get(2)), number(f.get(3)), Long.parseLong(f.get(4)));
    RetainedRecord retained =
        new RetainedRecord(
            record, number(f.get(5)), number(f.get(6)), RecordState.valueOf(f.get(7)));
    return new RegisterEntry(f.get(0), retained, f.get(8), number(f.get(9)), number(f.get(10)));
  }

  static String write(QueueChange change) {
    if (change instanceof QueueChange.Put put) {
      QueueEntry entry = put.entry();
      QueuedReport report = entry.report();
      return Tsv.line(
          entry.loanId(), entry.bureau(), report.reportDate(), report.since(), report.code());
    }
    QueueChange.Remove remove = (QueueChange.Remove) change;
    return Tsv.line(remove.loanId(), remove.bureau(), remove.reportDate());
  }

  static QueueChange queue(String line) {
    List<String> f = Tsv.fields(line);
    if (f.size() == 3) {
      return new QueueChange.Remove(f.get(0), f.get(1), number(f.get(2)));
    }
    QueuedReport report = new QueuedReport(number(f.get(2)), number(f.get(3)), f.get(4));
    return new QueueChange.Put(new QueueEntry(f.get(0), f.get(1), report));
  }

  static String write(NoticeRow notice) {
    return Tsv.line(notice.loanId(), notice.channel(), notice.sentOn());
  }

  static NoticeRow notice(String line) {
    List<String> f = Tsv.fields(line);
    return new NoticeRow(f.get(0), f.get(1), number(f.get(2)));
  }

  static String write(DecisionRow decision) {
    StringBuilder line = new StringBuilder();
    line.append(
        Tsv.line(
            decision.decisionId(),
            decision.loanId(),
            decision.kind(),
            decision.decidedOn(),
            decision.effectiveFrom(),
            decision.effectiveTo(),
            decision.reason(),
            decision.decidedBy(),
            decision.refDecisionId(),
            decision.bureau()));
    new TreeMap<>(decision.details())
        .forEach((key, value) -> line.append('\t').append(Tsv.line(key, value)));
    return line.toString();
  }

  static DecisionRow decision(String line) {
    List<String> fields = Tsv.fields(line);
    Map<String, String> details = new TreeMap<>();
    for (int i = FIXED_FIELDS; i + 1 < fields.size(); i += 2) {
      details.put(fields.get(i), fields.get(i + 1));
    }
    return new DecisionRow(
        fields.get(0),
        fields.get(1),
        DecisionRow.Kind.valueOf(fields.get(2)),
        Integer.parseInt(fields.get(3)),
        Integer.parseInt(fields.get(4)),
        Integer.parseInt(fields.get(5)),
        fields.get(6),
        details,
        fields.get(7),
        fields.get(8),
        fields.get(9));
  }

  private static int number(String field) {
    return Integer.parseInt(field);
  }
}
