package org.xinbao.bureau.metro2;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.xinbao.arrears.Day;
import org.xinbao.bureau.AbsentRequest;
import org.xinbao.bureau.Bureau;
import org.xinbao.bureau.Finding;
import org.xinbao.bureau.Held;
import org.xinbao.bureau.PrecheckKnown;
import org.xinbao.bureau.RecordSink;
import org.xinbao.bureau.ReportRequest;
import org.xinbao.bureau.ReportResult;
import org.xinbao.bureau.ShownItem;
import org.xinbao.bureau.SubmissionFile;
import org.xinbao.bureau.WhyHeld;

/**
 * The consumer bureaux of the United States, reported to in the Metro 2 character format once a
 * month.
 *
 * <p>Immutable; may be used by many threads.
 */
final class Metro2 implements Bureau {

  static final String NAME = "metro2";

  /** A base segment with what is appended to it. */
  static final String RECORD_TYPE = "base";

  private static final Set<String> PRIVATE =
      Set.of(
          "SURNAME",
          "FIRST_NAME",
          "MIDDLE_NAME",
          "GENERATION",
          "SSN",
          "DATE_OF_BIRTH",
          "TELEPHONE",
          "COUNTRY",
          "ADDRESS_1",
          "ADDRESS_2",
          "CITY",
          "STATE",
          "ZIP",
          "ADDRESS_INDICATOR",
          "RESIDENCE",
          "EMPLOYER",
          "EMPLOYER_ADDRESS_1",
          "EMPLOYER_ADDRESS_2",
          "EMPLOYER_CITY",
          "EMPLOYER_STATE",
          "EMPLOYER_ZIP",
          "OCCUPATION");

  private final Metro2Conf conf;

  Metro2(Metro2Conf conf) {
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
  public boolean needsBorrowers() {
    return true;
  }

  @Override
  public List<String> recordTypes() {
    return List.of(RECORD_TYPE);
  }

  @Override
  public ReportResult report(ReportRequest request, RecordSink sink) {
    return new Reporter(request, sink, conf).report();
  }

  /** Every record carries the consumer's name and address, which only the export has. */
  @Override
  public ReportResult reportAbsent(AbsentRequest request, RecordSink sink) {
    Told told = Told.parse(request.reported());
    List<Held> held = new ArrayList<>();
    boolean waits =
        told.isReported()
            && !told.isDeleted()
            && !Order.pending(request.decisions(), request.businessDate(), told.done()).isEmpty();
    if (waits) {
      WhyHeld reason = HeldCode.METRO2_NEEDS_LOAN.reason();
      int today = request.businessDate();
      held.add(new Held(request.loanId(), NAME, reason.code(), reason.sentence(), today, today));
    }
    return new ReportResult(request.reported(), request.queue(), held, List.of());
  }

  @Override
  public boolean lacksNotice(ReportRequest request) {
    int from = request.today().adverse().isEmpty() ? Day.NONE : adverseSince(request);
    return conf.permission().lacksNotice(request, from, request.businessDate() + 1);
  }

  private static int adverseSince(ReportRequest request) {
    boolean late = Delinquency.of(request.today(), request.businessDate()).band() != Status.CURRENT;
    int last = request.today().adverse().size() - 1;
    return late ? request.today().adverse().get(last).record().overdueFrom() : Day.NONE;
  }

  /** Reports of rejected records reach the furnisher by other ways. */
  @Override
  public boolean answersFiles() {
    return false;
  }

  @Override
  public boolean isSettlementDay(int day) {
    return Day.lastOfMonth(day) == day;
  }

  @Override
  public List<SubmissionFile> assemble(
      int createdOn, String recordType, int firstSerial, List<Path> parts, Path folder)
      throws IOException {
    return new FileWriter(conf).write(createdOn, firstSerial, parts, folder);
  }

  @Override
  public SubmissionFile precheck(Path file, PrecheckKnown known, Consumer<Finding> findings)
      throws IOException {
    return Precheck.file(file, known, findings);
  }

  @Override
  public List<ShownItem> shown(String recordType, String record) {
    Optional<ReadRecord> read =
        ReadRecord.read(record.getBytes(StandardCharsets.ISO_8859_1), (rule, field) -> {});
    List<ShownItem> items = new ArrayList<>();
    for (ReadSegment segment : read.map(ReadRecord::all).orElse(List.of())) {
      for (Field each : segment.segment().fields()) {
        if (!PRIVATE.contains(each.name())) {
          items.add(
              new ShownItem(segment.segment() + "." + each.name(), segment.value(each.name())));
        }
      }
    }
    return items;
  }
}
