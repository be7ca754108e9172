package org.xinbao.job;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinbao.bureau.FeedbackHead;
import org.xinbao.bureau.FeedbackLine;
import org.xinbao.bureau.FeedbackRefused;
import org.xinbao.bureau.FeedbackRefused.Reason;
import org.xinbao.bureau.FeedbackSink;
import org.xinbao.bureau.RejectionCode;
import org.xinbao.store.RejectedRecords;
import org.xinbao.store.RejectedRow;
import org.xinbao.store.Submissions;

/** Turns the lines of a feedback file into rejected records, some thousand at a time. */
final class FeedbackRows implements FeedbackSink, Closeable {

  private static final int SLICE = 5_000;
  private static final int FILE_CODES_MAX = 5;

  /** Stands for the code of a file that failed without one. */
  private static final RejectionCode WITHOUT_CODE = new RejectionCode("FILE", "");

  private final long number;
  private final String bureau;
  private final Lookup lookup;
  private final RejectedRecords records;
  private final BitSet seen = new BitSet();
  private final List<RejectedRow> slice = new ArrayList<>();
  private final List<RejectionCode> fileCodes = new ArrayList<>();
  private @Nullable FeedbackHead head;
  private @Nullable Answers answers;
  private @Nullable RecordIndexReader index;

  /** Finds what a feedback file answers. */
  @FunctionalInterface
  interface Lookup {
    Answers find(FeedbackHead head) throws FeedbackRefused, IOException;
  }

  /**
   * What is answered.
   *
   * @param index of the submission
   */
  record Answers(Submissions.Sent sent, Path index) {}

  FeedbackRows(long number, String bureau, Lookup lookup, RejectedRecords records) {
    this.number = number;
    this.bureau = bureau;
    this.lookup = lookup;
    this.records = records;
  }

  @Override
  public void head(FeedbackHead told) throws FeedbackRefused, IOException {
    head = told;
    answers = lookup.find(told);
  }

  @Override
  public void line(FeedbackLine line) throws FeedbackRefused, IOException {
    if (line.submissionLine() == 0) {
      line.codes().stream()
          .filter(each -> !fileCodes.contains(each))
          .limit(Math.max(0, FILE_CODES_MAX - fileCodes.size()))
          .forEach(fileCodes::add);
      return;
    }
    long records = sent().submission().file().records();
    if (line.submissionLine() < RecordIndex.FIRST_LINE || line.submissionLine() > records + 1) {
      throw bad(line, "is about a line that was never sent");
    }
    if (seen.get((int) line.submissionLine())) {
      throw bad(line, "is about a record that another line is about");
    }
    seen.set((int) line.submissionLine());
    slice.add(row(line));
    if (slice.size() == SLICE) {
      flush();
    }
  }

  /** Writes what is left. */
  void finish() {
    flush();
    if (head().outcome() == FeedbackHead.Outcome.REJECTED && fileCodes.isEmpty()) {
      fileCodes.add(WITHOUT_CODE);
    }
  }

  private void flush() {
    records.add(slice);
    slice.clear();
  }

  private RejectedRow row(FeedbackLine line) throws FeedbackRefused, IOException {
    RecordIndexReader reader = index();
    RecordIndexReader.Entry entry;
    int place;
    try {
      Optional<RecordIndexReader.Entry> found = reader.find(line.submissionLine());
      entry = found.orElseThrow(() -> new IOException("an index row is missing"));
      place = reader.place(entry);
    } catch (IOException e) {
      throw noIndex("is damaged: restore it from a backup");
    }
    return new RejectedRow(
        number,
        line.submissionLine(),
        sent().submission().runId(),
        bureau,
        sent().submission().file().recordType(),
        entry.key(),
        entry.reportDate(),
        place,
        line.codes(),
        line.recordSha256().orElse(""));
  }

  private RecordIndexReader index() throws FeedbackRefused, IOException {
    RecordIndexReader open = index;
    if (open == null) {
      Path file = java.util.Objects.requireNonNull(answers).index();
      if (!Files.isRegularFile(file)) {
        throw noIndex("is missing: name the folder in which nights publish with --output");
      }
      open = new RecordIndexReader(file);
      index = open;
    }
    return open;
  }

  private FeedbackRefused noIndex(String what) {
    return new FeedbackRefused(
        Reason.NO_INDEX,
        "the index " + java.util.Objects.requireNonNull(answers).index() + " " + what);
  }

  private static FeedbackRefused bad(FeedbackLine line, String what) {
    return new FeedbackRefused(
        Reason.BAD_LINE,
        "its line " + line.number() + " " + what + "; fetch the file from the bureau again");
  }

  FeedbackHead head() {
    return java.util.Objects.requireNonNull(head);
  }

  Submissions.Sent sent() {
    return java.util.Objects.requireNonNull(answers).sent();
  }

  /** Why the whole file failed; empty when it did not. */
  List<RejectionCode> fileCodes() {
    return List.copyOf(fileCodes);
  }

  @Override
  public void close() throws IOException {
    RecordIndexReader open = index;
    if (open != null) {
      open.close();
    }
  }
}
