package org.xinbao.evidence;

import java.util.Optional;

/**
 * An entry before it is chained.
 *
 * @param businessDate epoch day
 * @param by the job and the user that it ran for
 * @param content what it says about one loan, if it does
 */
public record EvidenceDraft(
    EvidenceKind kind,
    int businessDate,
    String by,
    EvidenceBody body,
    Optional<LoanContent> content) {

  /** An entry that concerns no single loan. */
  public static EvidenceDraft of(
      EvidenceKind kind, int businessDate, String by, EvidenceBody body) {
    return new EvidenceDraft(kind, businessDate, by, body, Optional.empty());
  }

  /** The same with a content about one loan. */
  public EvidenceDraft about(LoanContent loan) {
    return new EvidenceDraft(kind, businessDate, by, body, Optional.of(loan));
  }
}
