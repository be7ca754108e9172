package org.xinbao.bureau.zhima;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.xinbao.arrears.Day;
import org.xinbao.bureau.AbsentRequest;
import org.xinbao.bureau.Bureau;
import org.xinbao.bureau.Finding;
import org.xinbao.bureau.Held;
import org.xinbao.bureau.JsonMember;
import org.xinbao.bureau.JsonScanner;
import org.xinbao.bureau.PrecheckKnown;
import org.xinbao.bureau.RecordSink;
import org.xinbao.bureau.ReportRequest;
import org.xinbao.bureau.ReportResult;
import org.xinbao.bureau.ShownItem;
import org.xinbao.bureau.SubmissionFile;
import org.xinbao.bureau.WhyHeld;
import org.xinbao.retention.RetainedRecord;

/**
 * Zhima Credit (芝麻信用): the daily feedback of what happened to loans, template V2 or V1. It is no
 * licensed personal credit bureau: nothing is reported to it unless {@code zhima.yaml} says that a
 * current contract was confirmed.
 *
 * <p>Immutable; may be used by many threads.
 */
final class Zhima implements Bureau {

  static final String NAME = "zhima";

  static final String RECORD_TYPE = "feedback";

  private static final Set<String> PRIVATE =
      Set.of("user_credentials_no", "user_name", "linked_merchant_id", "memo");

  private final ZhimaConf conf;

  Zhima(ZhimaConf conf) {
    this.conf = conf;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> warnings() {
    return conf.warnings();
  }

  @Override
  public List<String> recordTypes() {
    return List.of(RECORD_TYPE);
  }

  @Override
  public ReportResult report(ReportRequest request, RecordSink sink) {
    return new Reporter(request, sink, conf).report();
  }

  /** Every deletion carries the document number, which only the export has. */
  @Override
  public ReportResult reportAbsent(AbsentRequest request, RecordSink sink) {
    Told told = Told.parse(request.reported());
    List<Held> held = new ArrayList<>();
    boolean waits =
        !told.stages().isEmpty()
            && !Order.pending(request.decisions(), request.businessDate(), told.done()).isEmpty();
    if (waits) {
      WhyHeld reason = HeldCode.ZHIMA_NEEDS_LOAN.reason();
      int today = request.businessDate();
      held.add(new Held(request.loanId(), NAME, reason.code(), reason.sentence(), today, today));
    }
    return new ReportResult(request.reported(), request.queue(), held, List.of());
  }

  @Override
  public boolean lacksNotice(ReportRequest request) {
    int from = request.today().assessment().firstOverdueOn();
    List<RetainedRecord> adverse = request.today().adverse();
    if (from == Day.NONE || adverse.isEmpty()) {
      return false;
    }
    int began = adverse.get(adverse.size() - 1).record().overdueFrom();
    return conf.permission().lacksNotice(request, began, request.businessDate() + 1);
  }

  /** The answer to an upload is the client's; no file says what became of a record. */
  @Override
  public boolean answersFiles() {
    return false;
  }

  /** What happened since the last night is told whenever the next one is: no day must be kept. */
  @Override
  public boolean isSettlementDay(int day) {
    return false;
  }

  @Override
  public List<SubmissionFile> assemble(
      int createdOn, String recordType, int firstSerial, List<Path> parts, Path folder)
      throws IOException {
    return new FeedbackWriter(conf, createdOn, folder).write(firstSerial, parts);
  }

  @Override
  public SubmissionFile precheck(Path file, PrecheckKnown known, Consumer<Finding> findings)
      throws IOException {
    return Precheck.file(file, findings);
  }

  @Override
  public List<ShownItem> shown(String recordType, String record) {
    List<ShownItem> items = new ArrayList<>();
    try (JsonScanner scanner =
        new JsonScanner(new ByteArrayInputStream(record.getBytes(StandardCharsets.UTF_8)))) {
      for (JsonMember each : scanner.object()) {
        if (!PRIVATE.contains(each.name())) {
          items.add(new ShownItem(each.name(), each.text()));
        }
      }
    } catch (IOException | JsonScanner.Malformed e) {
      return List.of();
    }
    return items;
  }
}
