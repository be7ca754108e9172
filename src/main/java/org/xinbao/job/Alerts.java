package org.xinbao.job;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Whether a night has something for a person to look at that the last one did not have (rulings 33,
 * {@code NEW}).
 */
final class Alerts {

  private Alerts() {}

  /**
   * New are reports first held on this date, and rejected rows of loans that had none at the last
   * date; a dispute that is still open after its last day to answer is looked at every night.
   */
  static boolean anyNew(NightRun night, Assembled assembled) throws IOException {
    if (assembled.disputes().stream().anyMatch(each -> each.dueOn() < night.date())) {
      return true;
    }
    AtomicBoolean any = new AtomicBoolean();
    new Parts(PartFilesOf.run(night))
        .lines(
            PartKind.HELD,
            line -> {
              if (HeldCsv.parse(line).since() == night.date()) {
                any.set(true);
              }
            });
    return any.get() || NewRejects.any(night, assembled.rejects());
  }
}
