package org.xinbao.arrears;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Follows each instalment through the replay of a loan. */
final class InstalmentTrack implements Journal {

  private final long tolerance;
  private final Map<Integer, Line> lines = new TreeMap<>();

  InstalmentTrack(Loan loan, ProductRules rules) {
    tolerance = rules.overdueTolerance();
    for (int i = 0; i < loan.schedule().size(); i++) {
      Instalment each = loan.schedule().get(i);
      if (each.validFrom() == Instalment.ALWAYS) {
        lines.put(i, new Line(each.seq(), each.dueOn(), false, each.total()));
      }
    }
  }

  /** One instalment. */
  private static final class Line {
    private final int seq;
    private final int dueOn;
    private final boolean restored;
    private long planned;
    private long unpaid;
    private int paidOn = Day.NONE;
    private final List<InstalmentPosition.Payment> payments = new ArrayList<>();

    Line(int seq, int dueOn, boolean restored, long planned) {
      this.seq = seq;
      this.dueOn = dueOn;
      this.restored = restored;
      this.planned = planned;
      this.unpaid = planned;
    }
  }

  private Line line(Item item) {
    return lines.computeIfAbsent(
        item.number(), number -> new Line(item.seq(), item.dueOn(), item.restored(), 0));
  }

  private void change(Line line, long by, int day) {
    line.unpaid += by;
    if (line.unpaid > tolerance) {
      line.paidOn = Day.NONE;
    } else if (line.paidOn == Day.NONE) {
      line.paidOn = day;
    }
  }

  @Override
  public void applied(Movement movement, Item item, Part part, long amount) {
    Line line = line(item);
    pay(line, movement, amount);
    if (!isPenalty(part)) {
      change(line, -amount, movement.valueDate());
    }
  }

  @Override
  public void restored(Movement reversal, Item item, Part part, long amount) {
    Line line = line(item);
    if (item.restored()) {
      line.planned += isPenalty(part) ? 0 : amount;
    } else {
      pay(line, reversal, -amount);
    }
    if (!isPenalty(part)) {
      change(line, amount, reversal.valueDate());
    }
  }

  @Override
  public void begun(int day, Item item, Part part, long amount) {
    Line line = line(item);
    line.planned += amount;
    change(line, amount, day);
  }

  @Override
  public void replaced(int day, Item item, Part part, long amount) {
    change(line(item), -amount, day);
  }

  @Override
  public void nothingOwed(int day, long amount) {
    for (Line each : lines.values()) {
      change(each, -each.unpaid, day);
    }
  }

  private static void pay(Line line, Movement movement, long amount) {
    int last = line.payments.size() - 1;
    if (last >= 0 && line.payments.get(last).movement().equals(movement)) {
      long before = line.payments.remove(last).amount();
      line.payments.add(new InstalmentPosition.Payment(movement, before + amount));
    } else {
      line.payments.add(new InstalmentPosition.Payment(movement, amount));
    }
  }

  private static boolean isPenalty(Part part) {
    return part == Part.PENALTY_ON_PRINCIPAL || part == Part.PENALTY_ON_INTEREST;
  }

  /** The instalments that ask for anything, replaced versions left out, oldest first. */
  List<InstalmentPosition> positions(Replay replay) {
    List<InstalmentPosition> positions = new ArrayList<>();
    OpenInstalments open = replay.open;
    for (int rank = 0; rank < open.size(); rank++) {
      int item = open.item(rank);
      Line line = lines.get(item);
      if (line != null && line.planned > tolerance && open.inForce(item) == item) {
        positions.add(position(replay, item, line));
      }
    }
    return positions;
  }

  private InstalmentPosition position(Replay replay, int item, Line line) {
    int day = replay.businessDate;
    List<InstalmentPosition.Payment> payments = new ArrayList<>();
    for (Map.Entry<Integer, Line> each : lines.entrySet()) {
      boolean replacedByIt = each.getKey() != item && replay.open.inForce(each.getKey()) == item;
      if (replacedByIt) {
        payments.addAll(each.getValue().payments);
      }
    }
    payments.addAll(line.payments);
    long penalty =
        Math.addExact(
            replay.penalties.unpaid(item, Part.PENALTY_ON_PRINCIPAL, day),
            replay.penalties.unpaid(item, Part.PENALTY_ON_INTEREST, day));
    return new InstalmentPosition(
        line.seq,
        line.dueOn,
        replay.ageing.overdueFrom(line.dueOn),
        line.restored,
        line.planned,
        line.unpaid,
        penalty,
        line.paidOn,
        payments);
  }
}
