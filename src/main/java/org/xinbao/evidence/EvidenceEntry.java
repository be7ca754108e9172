package org.xinbao.evidence;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.xinbao.arrears.Day;

/**
 * A link of the evidence chain.
 *
 * @param number from 1, without gaps
 * @param businessDate epoch day
 * @param recordedAt to the microsecond
 * @param commitment of its content, empty when it has none
 * @param previousSha256 the hash of the entry before; of the first one {@link #NO_PREVIOUS}
 * @param sha256 of everything else
 */
public record EvidenceEntry(
    long number,
    EvidenceKind kind,
    int businessDate,
    Instant recordedAt,
    String by,
    String body,
    String commitment,
    String previousSha256,
    String sha256) {

  /** What stands for the hash before the first entry. */
  public static final String NO_PREVIOUS = "0".repeat(64);

  /** The link that follows another. */
  public static EvidenceEntry after(
      long previous, String previousSha256, EvidenceDraft draft, Instant now) {
    EvidenceEntry open =
        new EvidenceEntry(
            previous + 1,
            draft.kind(),
            draft.businessDate(),
            now.truncatedTo(ChronoUnit.MICROS),
            draft.by(),
            draft.body().toText(),
            draft.content().map(LoanContent::commitment).orElse(""),
            previousSha256,
            "");
    return new EvidenceEntry(
        open.number,
        open.kind,
        open.businessDate,
        open.recordedAt,
        open.by,
        open.body,
        open.commitment,
        open.previousSha256,
        open.computedSha256());
  }

  /** The hash that the entry must have. */
  public String computedSha256() {
    return Hashing.sha256(
        Long.toString(number),
        kind.name(),
        Day.format(businessDate),
        recordedAt.toString(),
        by,
        body,
        commitment,
        previousSha256);
  }

  /** Whether its hash is that of its content. */
  public boolean isWhole() {
    return computedSha256().equals(sha256);
  }

  /** What it states. */
  public EvidenceBody statements() {
    return EvidenceBody.parse(body);
  }
}
