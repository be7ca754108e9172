package org.xinbao.bureau.baihang;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.xinbao.arrears.Day;
import org.xinbao.bureau.AbsentRequest;
import org.xinbao.bureau.Answered;
import org.xinbao.bureau.Bureau;
import org.xinbao.bureau.FacilityRequest;
import org.xinbao.bureau.Fact;
import org.xinbao.bureau.FeedbackRefused;
import org.xinbao.bureau.FeedbackSink;
import org.xinbao.bureau.FileAnswer;
import org.xinbao.bureau.Finding;
import org.xinbao.bureau.Held;
import org.xinbao.bureau.JsonMember;
import org.xinbao.bureau.JsonScanner;
import org.xinbao.bureau.KeyResult;
import org.xinbao.bureau.PrecheckKnown;
import org.xinbao.bureau.QueuedReport;
import org.xinbao.bureau.RecordSink;
import org.xinbao.bureau.RejectionCode;
import org.xinbao.bureau.ReportRequest;
import org.xinbao.bureau.ReportResult;
import org.xinbao.bureau.ShownItem;
import org.xinbao.bureau.SubmissionFile;
import org.xinbao.bureau.WhyHeld;
import org.xinbao.retention.RetainedRecord;

/**
 * Baihang Credit (百行征信): accounts of loans and what happens to them, in files of one JSON object a
 * line.
 *
 * <p>Immutable; may be used by many threads.
 */
final class Baihang implements Bureau {

  static final String NAME = "baihang";

  /** Accounts before their repayments. */
  private static final List<String> RECORD_TYPES = List.of("D2", "D4", "D3", "X2", "CL1", "CL2");

  private static final Set<String> PRIVATE = Set.of("name", "pid", "mobile", "device");

  private final BaihangConf conf;

  Baihang(BaihangConf conf) {
    this.conf = conf;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String title() {
    return "百行征信有限公司";
  }

  @Override
  public List<String> warnings() {
    return conf.warnings();
  }

  /** The mobile number stands in every record. */
  @Override
  public boolean needsBorrowers() {
    return true;
  }

  @Override
  public List<String> recordTypes() {
    return RECORD_TYPES;
  }

  @Override
  public List<String> recordTypes(Fact.By by) {
    return by == Fact.By.FACILITY ? List.of("X2") : List.of();
  }

  @Override
  public ReportResult report(ReportRequest request, RecordSink sink) {
    return new Reporter(request, sink, conf).report();
  }

  /** Every record carries the document number, which only the export has. */
  @Override
  public ReportResult reportAbsent(AbsentRequest request, RecordSink sink) {
    Told told = Told.parse(request.reported());
    List<Held> held = new ArrayList<>();
    boolean waits =
        !told.records().isEmpty()
            && !told.isGone()
            && !Order.pending(request.decisions(), request.businessDate(), told.done()).isEmpty();
    if (waits || told.records().stream().anyMatch(ToldRecord::isRejected)) {
      WhyHeld reason = HeldCode.BAIHANG_NEEDS_LOAN.reason();
      int today = request.businessDate();
      held.add(new Held(request.loanId(), NAME, reason.code(), reason.sentence(), today, today));
    }
    return new ReportResult(request.reported(), request.queue(), held, List.of());
  }

  @Override
  public Set<Fact.By> secondPass() {
    boolean revolving =
        conf.otherwise().family() == BaihangConf.Family.REVOLVING
            || conf.products().values().stream()
                .anyMatch(each -> each.family() == BaihangConf.Family.REVOLVING);
    return revolving ? Set.of(Fact.By.FACILITY) : Set.of();
  }

  @Override
  public KeyResult report(FacilityRequest request, RecordSink sink) {
    return new FacilityReporter(conf).report(request, sink);
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

  /** What happened since the last night is told whenever the next one is: no day must be kept. */
  @Override
  public boolean isSettlementDay(int day) {
    return false;
  }

  @Override
  public boolean answersFiles() {
    return conf.answersFiles();
  }

  @Override
  public boolean isFeedback(String fileName) {
    return FeedbackReader.submission(fileName).isPresent();
  }

  @Override
  public void readFeedback(Path file, FeedbackSink sink) throws FeedbackRefused, IOException {
    new FeedbackReader(conf.company(), sink).read(file);
  }

  @Override
  public Answered answered(String reported, int businessDate, List<FileAnswer> answers) {
    SortedMap<Integer, QueuedReport> repeats = new TreeMap<>();
    Told told =
        Told.parse(reported)
            .mapped(
                record -> {
                  Optional<String> code = rejection(record, answers);
                  code.ifPresent(
                      each ->
                          repeats.putIfAbsent(
                              record.day(), new QueuedReport(record.day(), businessDate, each)));
                  return code.isPresent() ? record.rejected() : record;
                });
    return new Answered(repeats.isEmpty() ? reported : told.text(), List.copyOf(repeats.values()));
  }

  private static Optional<String> rejection(ToldRecord record, List<FileAnswer> answers) {
    for (FileAnswer each : answers) {
      boolean sent =
          each.businessDate() == record.sentOn()
              && each.version() == record.sentVersion()
              && types(record.event().kind()).contains(each.recordType());
      Optional<List<RejectionCode>> codes =
          sent ? each.rejection(record.day(), record.place()) : Optional.empty();
      if (codes.isPresent()) {
        return codes.map(all -> Reporter.REJECTED + all.get(0).code());
      }
    }
    return Optional.empty();
  }

  private static Set<String> types(Event.Kind kind) {
    return switch (kind) {
      case OPENED -> Set.of("D2", "CL1");
      case EXTENDED -> Set.of("D4", "CL1");
      default -> Set.of("D3", "CL2");
    };
  }

  @Override
  public String answeredKey(String reported, List<FileAnswer> answers) {
    ToldAccount told = ToldAccount.parse(reported);
    boolean rejected =
        answers.stream()
            .filter(each -> each.recordType().equals(RecordType.X2.name()))
            .filter(each -> each.businessDate() == told.sentOn())
            .filter(each -> each.version() == told.sentVersion())
            .anyMatch(each -> each.rejection(told.day(), 1).isPresent());
    return rejected ? told.rejected().text() : reported;
  }

  @Override
  public String forgotten(String reported, Predicate<String> loans) {
    ToldAccount left = ToldAccount.parse(reported).without(loans);
    return left.loans().isEmpty() ? "" : left.text();
  }

  @Override
  public List<SubmissionFile> assemble(
      int createdOn, String recordType, int firstSerial, List<Path> parts, Path folder)
      throws IOException {
    return new SubmissionWriter(conf, RecordType.valueOf(recordType), createdOn, folder)
        .write(firstSerial, parts);
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
