package org.xinbao.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;
import org.xinbao.arrears.Day;
import org.xinbao.bureau.Bureau;
import org.xinbao.bureau.FeedbackHead;
import org.xinbao.bureau.FeedbackRefused;
import org.xinbao.bureau.FeedbackRefused.Reason;
import org.xinbao.store.FeedbackFile;
import org.xinbao.store.RejectedRow;
import org.xinbao.store.SafeFiles;
import org.xinbao.store.SubmissionState;
import org.xinbao.store.Submissions;

/**
 * Takes in one feedback file. Its rejected records and its list are written first; one transaction
 * then makes them count, so that a crash leaves nothing or all.
 */
final class FeedbackImport {

  private final Stores stores;
  private final Bureau bureau;
  private final FeedbackArguments arguments;
  private final Path file;
  private final String name;

  FeedbackImport(Stores stores, Bureau bureau, FeedbackArguments arguments, Path file) {
    this.stores = stores;
    this.bureau = bureau;
    this.arguments = arguments;
    this.file = file;
    this.name = String.valueOf(file.getFileName());
  }

  /** Takes the file in, unless it was taken in before. */
  FeedbackFile takeUnlessKnown() throws FeedbackRefused, IOException {
    String sha256 = SafeFiles.sha256(file);
    Optional<FeedbackFile> before = stores.feedbacks().find(bureau.name(), name);
    if (before.isPresent()) {
      if (!before.get().sha256().equals(sha256)) {
        throw new FeedbackRefused(
            Reason.ANSWERED_BEFORE,
            "a file of this name with other content was taken in on "
                + before.get().importedAt()
                + "; ask the bureau which one holds");
      }
      return before.get();
    }
    long number = stores.feedbacks().lastNumber() + 1;
    stores.rejectedRecords().delete(number);
    try {
      return take(number, sha256);
    } catch (FeedbackRefused e) {
      stores.rejectedRecords().delete(number);
      throw e;
    }
  }

  private FeedbackFile take(long number, String sha256) throws FeedbackRefused, IOException {
    FeedbackFile taken;
    try (FeedbackRows rows =
        new FeedbackRows(number, bureau.name(), this::findSubmission, stores.rejectedRecords())) {
      bureau.readFeedback(file, rows);
      rows.finish();
      FeedbackHead head = rows.head();
      Submissions.Sent sent = rows.sent();
      compare(number, sent);
      taken =
          new FeedbackFile(
              number,
              bureau.name(),
              name,
              sha256,
              Files.size(file),
              arguments.folder().toString(),
              sent.submission().runId(),
              head.submission(),
              SubmissionState.valueOf(head.outcome().name()),
              head.stored(),
              head.outcome() == FeedbackHead.Outcome.REJECTED
                  ? sent.submission().file().records()
                  : head.rejected(),
              rows.fileCodes(),
              head.createdOn(),
              Instant.now());
    }
    FeedbackList.write(arguments.home(), taken, bureau, stores.rejectedRecords());
    FailurePoint.FEEDBACK_WRITTEN.pass();
    JobEvidence.feedback(stores, arguments.home(), taken);
    FailurePoint.FEEDBACK_COMMITTED.pass();
    return taken;
  }

  /** What the feedback answers, and its index; refuses what cannot be an answer to it. */
  private FeedbackRows.Answers findSubmission(FeedbackHead head)
      throws FeedbackRefused, IOException {
    Submissions.Sent sent =
        stores
            .submissions()
            .findPublished(bureau.name(), head.submission())
            .orElseThrow(
                () ->
                    new FeedbackRefused(
                        Reason.UNKNOWN_SUBMISSION,
                        "this home never sent the file that it answers; check --home"));
    if (sent.submission().state() != SubmissionState.SENT) {
      throw new FeedbackRefused(
          Reason.ANSWERED_BEFORE,
          "the file that it answers was answered on "
              + Day.format(sent.submission().answeredOn())
              + "; ask the bureau which answer holds");
    }
    long records = sent.submission().file().records();
    boolean whole = head.outcome() == FeedbackHead.Outcome.REJECTED;
    if (!whole && head.stored() + head.rejected() != records) {
      throw new FeedbackRefused(
          Reason.TRUNCATED,
          "its header tells of "
              + (head.stored() + head.rejected())
              + " records and "
              + records
              + " were sent; fetch the file from the bureau again");
    }
    return new FeedbackRows.Answers(sent, index(sent));
  }

  private Path index(Submissions.Sent sent) {
    return published(sent)
        .resolve(RecordIndex.FOLDER)
        .resolve(bureau.name())
        .resolve(sent.submission().file().name() + RecordIndex.SUFFIX);
  }

  private Path published(Submissions.Sent sent) {
    return Staging.of(
            arguments.output(), sent.businessDate(), sent.version(), sent.submission().runId())
        .target();
  }

  /** What the feedback repeats must be what was sent, where the submission is still there. */
  private void compare(long number, Submissions.Sent sent) throws FeedbackRefused, IOException {
    Path submitted =
        published(sent)
            .resolve("submissions")
            .resolve(bureau.name())
            .resolve(sent.submission().file().name());
    Iterator<RejectedRow> rows = stores.rejectedRecords().list(number);
    if (!rows.hasNext() || !Files.exists(submitted)) {
      return;
    }
    MessageDigest digest = newSha256();
    try (SubmittedRecords records = new SubmittedRecords(submitted)) {
      while (rows.hasNext()) {
        RejectedRow row = rows.next();
        if (!row.recordSha256().isEmpty()
            && !records.sha256(row.line(), digest).equals(Optional.of(row.recordSha256()))) {
          throw new FeedbackRefused(
              Reason.OTHER_RECORD,
              "it repeats another record than line "
                  + row.line()
                  + " of the file that was sent; ask the bureau what it received");
        }
      }
    }
  }

  private static MessageDigest newSha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}
