package org.xinbao.evidence;

import java.util.Optional;

/** A walk along the chain, entry by entry, that tells the first link that does not hold. */
public final class ChainWalk {

  private long number;
  private String sha256 = EvidenceEntry.NO_PREVIOUS;

  /** Goes on to the next entry; says what is wrong with it, if anything is. */
  public Optional<String> next(EvidenceEntry entry) {
    long expected = number + 1;
    number = entry.number();
    String before = sha256;
    sha256 = entry.sha256();
    if (entry.number() != expected) {
      return Optional.of(
          "entry "
              + expected
              + " of the evidence chain is missing, "
              + entry.number()
              + " follows");
    }
    if (!entry.previousSha256().equals(before)) {
      return Optional.of(
          "entry " + expected + " of the evidence chain does not follow from the one before it");
    }
    if (!entry.isWhole()) {
      return Optional.of("entry " + expected + " of the evidence chain has been changed");
    }
    return Optional.empty();
  }

  /** The number of the last entry. */
  public long number() {
    return number;
  }

  /** The hash of the last entry, which to note elsewhere fixes the whole chain. */
  public String head() {
    return sha256;
  }
}
