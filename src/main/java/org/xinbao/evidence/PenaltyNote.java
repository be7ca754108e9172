package org.xinbao.evidence;

import java.util.ArrayList;
import java.util.List;
import org.xinbao.arrears.Day;
import org.xinbao.arrears.Part;
import org.xinbao.evidence.ItemTrace.Cause;
import org.xinbao.evidence.PenaltyAccount.Block;

/**
 * One penalty of an instalment: {@code charged + restored - paid - waived - noLongerOwed} is
 * unpaid.
 *
 * @param blocks stretches, and the whole cents that they became together
 * @param gate what grace makes of it; empty where it makes nothing of it
 */
record PenaltyNote(
    ItemTrace item,
    Part part,
    List<Block> blocks,
    String gate,
    long charged,
    long restored,
    long paid,
    long waived,
    long noLongerOwed,
    long unpaid) {

  PenaltyNote {
    blocks = List.copyOf(blocks);
    if (charged + restored - paid - waived - noLongerOwed != unpaid) {
      throw new IllegalStateException("the parts of a penalty do not give what is unpaid of it");
    }
  }

  /** All penalties that ever were, by instalment. */
  static List<PenaltyNote> of(Facts facts) {
    List<PenaltyNote> notes = new ArrayList<>();
    for (ItemTrace each : facts.replay().items()) {
      for (Part part : List.of(Part.PENALTY_ON_PRINCIPAL, Part.PENALTY_ON_INTEREST)) {
        if (!each.account(part).isEmpty() || each.sum(part, Cause.RESTORED) > 0) {
          notes.add(of(each, part, facts.date()));
        }
      }
    }
    return notes;
  }

  private static PenaltyNote of(ItemTrace item, Part part, int date) {
    return new PenaltyNote(
        item,
        part,
        item.account(part).blocks(),
        gate(item, part, date),
        item.charged(part, date),
        item.sum(part, Cause.RESTORED),
        item.sum(part, Cause.PAID),
        item.sum(part, Cause.WAIVED),
        item.sum(part, Cause.NO_LONGER_OWED),
        item.unpaidPenalty(part, date));
  }

  private static String gate(ItemTrace item, Part part, int date) {
    if (item.account(part).isCured()) {
      return "cured within the grace days, which end on "
          + Day.format(item.gateOpensOn())
          + ": not charged";
    }
    return date < item.gateOpensOn()
        ? "within the grace days, which end on "
            + Day.format(item.gateOpensOn())
            + ": charged only if still unpaid at the close of that day"
        : "";
  }
}
