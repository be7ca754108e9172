package org.xinbao.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.xinbao.evidence.EvidenceBody;
import org.xinbao.evidence.EvidenceDraft;
import org.xinbao.evidence.EvidenceKind;
import org.xinbao.store.FeedbackFile;
import org.xinbao.store.HandoverFile;
import org.xinbao.store.HandoverResult;
import org.xinbao.store.Run;
import org.xinbao.store.SafeFiles;

/**
 * What the evidence chain says of feedback taken in and of files handed over. Each entry is
 * appended in the transaction that makes what it tells count, so that a crash leaves both or none
 * and a repeated job adds nothing.
 */
final class JobEvidence {

  private JobEvidence() {}

  /** Puts a feedback file into force. */
  static void feedback(Stores stores, Path home, FeedbackFile file) throws IOException {
    Run run = stores.runs().find(file.runId()).orElseThrow();
    EvidenceBody body =
        EvidenceBody.empty()
            .add("feedback_number", file.number())
            .add("bureau", file.bureau())
            .add("input", file.fileName(), file.bytes(), file.sha256())
            .add("answers", Staging.name(run.input().businessDate(), run.input().version()))
            .add("submission", file.submission())
            .add("outcome", file.outcome())
            .add("stored", file.stored())
            .add("rejected", file.rejected())
            .add("program", ProgramVersion.current());
    Path list = FeedbackList.file(home, file.fileName());
    if (file.rejected() > 0 && Files.exists(list)) {
      body.add("list", list.getFileName(), Files.size(list), SafeFiles.sha256(list));
    }
    int date = run.input().businessDate();
    String by = Actor.of(FeedbackJob.JOB);
    stores
        .database()
        .inTransaction(
            () -> {
              stores.feedbacks().record(file);
              return stores
                  .chain()
                  .append(
                      EvidenceDraft.of(EvidenceKind.FEEDBACK, date, by, body), file.importedAt());
            });
  }

  /** Notes how an attempt to hand a file over ended. */
  static void handover(Stores stores, HandoverFile file, int attempt, HandoverResult result) {
    EvidenceBody body =
        EvidenceBody.empty()
            .add("run", file.runId())
            .add("folder", Staging.name(file.businessDate(), file.version()))
            .add("bureau", file.bureau())
            .add("submission", file.name(), file.sha256())
            .add("attempt", attempt)
            .add("ended", result.state())
            .add("exit_code", result.exitCode().isPresent() ? result.exitCode().getAsInt() : "")
            .add("reason", result.reason())
            .add("program", ProgramVersion.current());
    String by = Actor.of(HandoverJob.JOB);
    Instant now = result.endedAt();
    stores
        .database()
        .inTransaction(
            () -> {
              stores.handovers().end(file, attempt, result);
              return stores
                  .chain()
                  .append(
                      EvidenceDraft.of(EvidenceKind.HANDOVER, file.businessDate(), by, body), now);
            });
  }
}
