package org.xinbao.arrears.naive;

import java.util.List;
import java.util.Random;
import org.xinbao.arrears.Movement;
import org.xinbao.arrears.MovementType;
import org.xinbao.arrears.Split;

/** Spoils a loan's movements in one way. */
final class RandomFault {

  private final Random random;

  RandomFault(Random random) {
    this.random = random;
  }

  void spoil(List<Movement> movements, int openedOn) {
    Movement some = movements.get(random.nextInt(movements.size()));
    int day = Math.max(openedOn, some.valueDate() + random.nextInt(20));
    switch (random.nextInt(5)) {
      case 0 -> // of nothing
          movements.add(fault(day, MovementType.REVERSAL, some.amount(), "nothing", Split.NONE));
      case 1 -> // perhaps no payment, perhaps reversed already
          movements.add(fault(day, MovementType.REVERSAL, some.amount(), some.txnId(), Split.NONE));
      case 2 -> // not in full
          movements.add(
              fault(day, MovementType.REVERSAL, some.amount() + 1, some.txnId(), Split.NONE));
      case 3 -> // before what it reverses
          movements.add(
              fault(
                  Math.max(openedOn, some.valueDate() - 1),
                  MovementType.REVERSAL,
                  some.amount(),
                  some.txnId(),
                  Split.NONE));
      default -> // more than is owed
          movements.add(
              fault(
                  day,
                  MovementType.WAIVER,
                  Long.MAX_VALUE / 1_000_000,
                  "",
                  Split.of(0, 0, 0, Long.MAX_VALUE / 1_000_000)));
    }
  }

  private static Movement fault(
      int day, MovementType type, long amount, String reverses, Split split) {
    return new Movement("x999", day, "9999-12-31", type, amount, reverses, split);
  }
}
