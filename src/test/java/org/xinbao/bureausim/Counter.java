package org.xinbao.bureausim;

import java.util.ArrayList;
import java.util.List;

/** A centre across the counter: hands in one record after the other and tells what was found. */
final class Counter {

  private final Centre centre;
  private int serial;

  Counter() {
    this(Centre.Demands.NONE);
  }

  Counter(Centre.Demands demands) {
    centre = new Centre(Papers.PROVIDER, demands, Chance.none());
  }

  Centre centre() {
    return centre;
  }

  /** Hands in a file of records of one type; the codes of all that is wrong. */
  List<String> hand(String recordType, String... records) {
    Feedback answer =
        centre.take(Papers.name(recordType, ++serial), Papers.file(recordType, records));
    List<String> codes = new ArrayList<>();
    for (Feedback.Rejection each : answer.rejections()) {
      each.faults().forEach(fault -> codes.add(fault.code()));
    }
    return codes;
  }

  /** Hands in records that must be stored. */
  Counter given(String recordType, String... records) {
    List<String> codes = hand(recordType, records);
    if (!codes.isEmpty()) {
      throw new AssertionError("not stored: " + codes);
    }
    return this;
  }

  Account account() {
    return centre.store().account(Papers.ACCOUNT).orElseThrow();
  }
}
