package org.xinbao.arrears.naive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.xinbao.arrears.Instalment;

/** Later versions of instalments: as an extension makes them, and stranger ones. */
final class RandomVersions {

  private final Random random;
  private final int openedOn;

  RandomVersions(Random random, LocalDate openedOn) {
    this.random = random;
    this.openedOn = Math.toIntExact(openedOn.toEpochDay());
  }

  /** The schedule with one or two changes of its later part. */
  List<Instalment> of(List<Instalment> schedule) {
    List<Instalment> rows = new ArrayList<>(schedule);
    int from = schedule.get(0).dueOn() - 40;
    for (int change = random.nextInt(2); change >= 0; change--) {
      from += 1 + random.nextInt(150);
      int first = random.nextInt(schedule.size());
      int days = random.nextInt(4) == 0 ? -random.nextInt(30) : random.nextInt(120);
      for (Instalment row : schedule.subList(first, schedule.size())) {
        rows.add(
            new Instalment(
                row.seq(),
                Math.max(openedOn, row.dueOn() + days),
                row.principal() + (random.nextInt(6) == 0 ? random.nextInt(500) : 0),
                row.interest()
                    + random.nextInt(200)
                    - (random.nextInt(9) == 0 ? row.interest() : 0),
                row.fee(),
                from));
      }
    }
    if (random.nextInt(5) == 0) {
      Instalment last = schedule.get(schedule.size() - 1);
      rows.add(new Instalment(last.seq() + 1, last.dueOn() + 30, 777, 33, 5, from));
    }
    rows.sort(Instalment.ORDER);
    return rows;
  }
}
