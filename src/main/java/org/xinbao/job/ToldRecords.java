package org.xinbao.job;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.xinbao.arrears.Day;
import org.xinbao.bureau.Bureau;
import org.xinbao.bureau.RejectionCode;
import org.xinbao.bureau.RejectionReason;
import org.xinbao.bureau.SubmissionFile;
import org.xinbao.evidence.Publication;
import org.xinbao.evidence.Publication.Answer;
import org.xinbao.evidence.Publication.Report;
import org.xinbao.evidence.Publication.Value;
import org.xinbao.store.FeedbackFile;
import org.xinbao.store.Handovers;
import org.xinbao.store.RejectedRow;
import org.xinbao.store.Run;
import org.xinbao.store.SafeFiles;
import org.xinbao.store.Submission;
import org.xinbao.store.SubmissionState;
import org.xinbao.store.Submissions;

/** Every record that bureaux were told about a loan, in published files that are still kept. */
final class ToldRecords {

  private final Path output;
  private final Stores stores;
  private final List<Bureau> bureaux;
  private final Run night;
  private final List<Report> reports = new ArrayList<>();
  private final List<String> notKept = new ArrayList<>();

  /**
   * Looks into the output folder.
   *
   * @param night whose records are read, not only found
   */
  ToldRecords(Path output, Stores stores, List<Bureau> bureaux, Run night) {
    this.output = output;
    this.stores = stores;
    this.bureaux = List.copyOf(bureaux);
    this.night = night;
  }

  /**
   * Finds those about a loan, customer or facility.
   *
   * @param published the night's own folder, or the same made again
   */
  void find(String key, Path published) throws IOException {
    int date = night.input().businessDate();
    for (Submission each : stores.submissions().list(night.id())) {
      find(new Submissions.Sent(each, date, night.input().version()), key, published);
    }
    for (Submissions.Sent each : stores.submissions().mayHold(key)) {
      if (each.submission().runId() != night.id()) {
        find(each, key, output.resolve(Staging.name(each.businessDate(), each.version())));
      }
    }
  }

  private void find(Submissions.Sent each, String key, Path folder) throws IOException {
    SubmissionFile file = each.submission().file();
    Path index =
        folder
            .resolve(RecordIndex.FOLDER)
            .resolve(file.bureau())
            .resolve(file.name() + RecordIndex.SUFFIX);
    if (!Files.exists(index)) {
      notKept.add("The files of the night of " + Day.format(each.businessDate()) + " are gone.");
      return;
    }
    try (RecordIndexReader reader = new RecordIndexReader(index)) {
      for (RecordIndexReader.Entry entry : reader.of(key)) {
        reports.add(report(each, entry, folder, key));
      }
    }
  }

  List<Report> reports() {
    return List.copyOf(reports);
  }

  List<String> notKept() {
    return notKept.stream().distinct().toList();
  }

  private Report report(
      Submissions.Sent each, RecordIndexReader.Entry entry, Path folder, String key)
      throws IOException {
    Submission sent = each.submission();
    boolean then = sent.runId() == night.id();
    Path file =
        folder.resolve("submissions").resolve(sent.file().bureau()).resolve(sent.file().name());
    Optional<byte[]> record = then ? record(file, entry.line()) : Optional.empty();
    return new Report(
        when(each, then),
        sent.file().bureau(),
        sent.file().recordType(),
        Day.format(entry.reportDate()),
        Staging.name(each.businessDate(), each.version()),
        sent.file().name(),
        entry.line(),
        record
            .map(bytes -> HexFormat.of().formatHex(SafeFiles.newSha256().digest(bytes)))
            .orElse(""),
        record.map(bytes -> values(sent, bytes)).orElse(List.of()),
        handedOver(sent),
        answer(sent, entry, key));
  }

  private Publication.When when(Submissions.Sent each, boolean then) {
    if (then) {
      return Publication.When.THEN;
    }
    int date = night.input().businessDate();
    boolean before =
        each.businessDate() < date
            || (each.businessDate() == date && each.version() < night.input().version());
    return before ? Publication.When.BEFORE : Publication.When.SINCE;
  }

  private static Optional<byte[]> record(Path file, long line) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try (SubmittedRecords records = new SubmittedRecords(file)) {
      return records.record(line);
    }
  }

  private List<Value> values(Submission sent, byte[] record) {
    String text = new String(record, StandardCharsets.UTF_8);
    return bureau(sent)
        .map(each -> each.shown(sent.file().recordType(), text))
        .orElse(List.of())
        .stream()
        .map(each -> new Value(each.item(), each.value()))
        .toList();
  }

  private List<String> handedOver(Submission sent) {
    List<String> sentences = new ArrayList<>();
    for (Handovers.Attempt each : stores.handovers().attempts(sent)) {
      sentences.add(
          each.state()
              + ", attempt "
              + each.number()
              + " begun "
              + each.begunAt()
              + (each.reason().isEmpty() ? "" : ": " + each.reason()));
    }
    return sentences;
  }

  private Answer answer(Submission sent, RecordIndexReader.Entry entry, String key) {
    Optional<FeedbackFile> feedback = stores.feedbacks().answer(sent);
    if (feedback.isEmpty()) {
      return Answer.NONE;
    }
    FeedbackFile file = feedback.get();
    List<RejectionCode> codes = new ArrayList<>(file.fileCodes());
    stores.rejectedRecords().ofKey(file.number(), key).stream()
        .filter(each -> each.line() == entry.line())
        .map(RejectedRow::codes)
        .forEach(codes::addAll);
    boolean whole = file.outcome() == SubmissionState.REJECTED;
    return new Answer(
        whole || !codes.isEmpty() ? "REJECTED" : "ACCEPTED",
        Day.format(file.createdOn()),
        file.fileName(),
        file.importedAt().toString(),
        codes.stream().map(each -> reason(sent, each)).toList());
  }

  private Publication.Reason reason(Submission sent, RejectionCode code) {
    RejectionReason reason =
        bureau(sent).map(each -> each.reason(code)).orElse(new RejectionReason("", "", ""));
    return new Publication.Reason(code.code(), code.tag(), reason.english(), reason.repair());
  }

  private Optional<Bureau> bureau(Submission sent) {
    return bureaux.stream().filter(each -> each.name().equals(sent.file().bureau())).findFirst();
  }
}
