package org.xinbao.bureau.baihang;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.xinbao.arrears.Day;
import org.xinbao.bureau.ControlFigures;
import org.xinbao.bureau.RecordSink;
import org.xinbao.bureau.ReportRequest;
import org.xinbao.bureau.WhyHeld;
import org.xinbao.bureau.baihang.BaihangConf.UploadTs;
import org.xinbao.ledger.LoanRow;

/** Gives the records of one loan and night their number, operation, time and person. */
final class Sending {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  private final ReportRequest request;
  private final RecordSink sink;
  private final BaihangConf conf;
  private final RecordRules rules = new RecordRules();
  private final Map<String, Integer> places = new HashMap<>();

  Sending(ReportRequest request, RecordSink sink, BaihangConf conf) {
    this.request = request;
    this.sink = sink;
    this.conf = conf;
  }

  /** The place that the next record of a type and day has among the loan's. */
  int place(RecordType type, int day) {
    return places.getOrDefault(type + " " + day, 0) + 1;
  }

  /** Digest of the person that records go out under. */
  String identity() {
    return Reporter.digestOf(request.today().exported().row());
  }

  /** The time at which the records of a night are made: the day after it. */
  static String madeAt(int businessDate, LocalTime time) {
    return Day.format(businessDate + 1) + "T" + TIME.format(time);
  }

  /** Sends a record that keeps the rules; else says which one it breaks. */
  Optional<WhyHeld> send(ToldRecord record, LoanRecords.Ready ready, String mobile) {
    LoanRow row = request.today().exported().row();
    boolean made = conf.uploadTs() == UploadTs.MADE || record.op() == ToldRecord.Op.D;
    Draft draft =
        ready
            .draft()
            .text("reqID", record.reqId(row.loanId()))
            .text("opCode", record.op().name())
            .text(
                "uploadTs",
                made ? madeAt(request.businessDate(), conf.reportTime()) : ready.eventAt())
            .text("name", row.borrowerName())
            .text("pid", row.idNumber())
            .text("mobile", mobile)
            .text("loanId", row.loanId());
    Optional<WhyHeld> broken = broken(rules, draft, request.businessDate() + 1);
    if (broken.isEmpty()) {
      places.merge(draft.type() + " " + record.day(), 1, Integer::sum);
      sink.accept(draft.type().name(), record.day(), draft.bytes(), ready.control());
    }
    return broken;
  }

  /** What keeps a record from passing the pre-check. */
  static Optional<WhyHeld> broken(RecordRules rules, Draft draft, int fileDay) {
    List<BaihangRule> found = new ArrayList<>();
    rules.check(draft.type(), draft.members(), fileDay, (rule, item) -> found.add(rule));
    return found.stream().findFirst().map(HeldCode::broken);
  }

  /** A deletion says which record it is about, and whose. */
  LoanRecords.Ready deletion(Event event) {
    LoanRow row = request.today().exported().row();
    RecordType type = new LoanRecords(conf).type(row, event);
    return new LoanRecords.Ready(new Draft(type), ControlFigures.NONE, "", "");
  }
}
