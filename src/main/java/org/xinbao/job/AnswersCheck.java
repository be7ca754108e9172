package org.xinbao.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.xinbao.evidence.EvidenceBody;
import org.xinbao.evidence.EvidenceEntry;
import org.xinbao.evidence.EvidenceKind;
import org.xinbao.store.FeedbackFile;
import org.xinbao.store.Handovers;

/**
 * Compares what the database says of feedback and hand-overs with the evidence chain. Those of a
 * version whose chain did not tell of them are older than its first such entry.
 */
final class AnswersCheck {

  private final Map<Long, EvidenceBody> feedback = new TreeMap<>();
  private final List<EvidenceBody> handovers = new ArrayList<>();

  void take(EvidenceEntry entry) {
    if (entry.kind() == EvidenceKind.FEEDBACK) {
      EvidenceBody body = entry.statements();
      feedback.put(Long.parseLong(body.value("feedback_number")), body);
    } else if (entry.kind() == EvidenceKind.HANDOVER) {
      handovers.add(entry.statements());
    }
  }

  /** The entries about feedback. */
  List<EvidenceBody> feedback() {
    return List.copyOf(feedback.values());
  }

  void compare(Stores stores, List<String> bureaux, Findings findings) {
    Map<Long, EvidenceBody> told = new TreeMap<>(feedback);
    long first = told.keySet().stream().findFirst().orElse(Long.MAX_VALUE);
    for (String bureau : bureaux) {
      for (FeedbackFile each : stores.feedbacks().list(bureau)) {
        EvidenceBody body = told.remove(each.number());
        if (body == null && each.number() > first) {
          findings.add(
              "feedback "
                  + each.number()
                  + " was taken in but the evidence chain does not tell of it");
        } else if (body != null && !isSame(each, body)) {
          findings.add("the row of feedback " + each.number() + " is not as it was taken in");
        }
      }
    }
    told.keySet()
        .forEach(
            each ->
                findings.add("feedback " + each + " of the evidence chain is not in the database"));
    for (EvidenceBody each : handovers) {
      handover(stores, each, findings);
    }
  }

  private static boolean isSame(FeedbackFile file, EvidenceBody body) {
    return body.values("input")
            .get(0)
            .equals(List.of(file.fileName(), Long.toString(file.bytes()), file.sha256()))
        && body.value("submission").equals(file.submission())
        && body.value("outcome").equals(file.outcome().name())
        && body.value("stored").equals(Long.toString(file.stored()))
        && body.value("rejected").equals(Long.toString(file.rejected()));
  }

  private static void handover(Stores stores, EvidenceBody body, Findings findings) {
    String name = body.value("submission");
    int number = Integer.parseInt(body.value("attempt"));
    Optional<Handovers.Attempt> attempt =
        stores
            .handovers()
            .attempt(Long.parseLong(body.value("run")), body.value("bureau"), name, number);
    boolean same =
        attempt
            .filter(each -> each.state().name().equals(body.value("ended")))
            .filter(each -> each.reason().equals(body.value("reason")))
            .isPresent();
    if (!same) {
      findings.add("the hand-over of " + name + ", attempt " + number + ", is not as it ended");
    }
  }
}
