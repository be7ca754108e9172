package org.xinbao.arrears;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * What is unpaid of each instalment, penalty aside, oldest first.
 *
 * <p>An instalment is named by its place in the arrays ("item"), which never changes; its rank
 * among all is its place in {@code order}. Scheduled instalments come first in the arrays, those
 * that returned payments restored are added behind.
 */
final class OpenInstalments {
  private final List<Instalment> schedule;
  private final int scheduled;
  private final long tolerance;
  private int size;
  private int[] order;
  private int[] dueOn;
  private int[] origin = {};
  private long[] principal;
  private long[] interest;
  private long[] fee;
  private long principalBalance;
  private long interestBalance;
  private long feeBalance;
  private int unpaidRank;
  private boolean versions;

  /** The item that took an item's place, for replaced ones; empty when there is none. */
  private int[] successor = {};

  OpenInstalments(List<Instalment> schedule, long tolerance) {
    this.schedule = schedule;
    this.tolerance = tolerance;
    scheduled = schedule.size();
    size = scheduled;
    order = new int[size];
    dueOn = new int[size];
    principal = new long[size];
    interest = new long[size];
    fee = new long[size];
    for (int i = 0; i < size; i++) {
      Instalment each = schedule.get(i);
      order[i] = i;
      dueOn[i] = each.dueOn();
      principalBalance = Math.addExact(principalBalance, each.principal());
      interestBalance = Math.addExact(interestBalance, each.interest());
      feeBalance = Math.addExact(feeBalance, each.fee());
      if (each.validFrom() == Instalment.ALWAYS) {
        principal[i] = each.principal();
        interest[i] = each.interest();
        fee[i] = each.fee();
      } else {
        versions = true;
      }
    }
    // Whatever is summed later is part of this sum: no further check of overflow is needed here.
    long unused = Math.addExact(Math.addExact(principalBalance, interestBalance), feeBalance);
    if (versions) {
      principalBalance = LongStream.of(principal).sum();
      interestBalance = LongStream.of(interest).sum();
      feeBalance = LongStream.of(fee).sum();
    }
  }

  /** Whether some rows belong to the schedule only from a later day on. */
  boolean hasVersions() {
    return versions;
  }

  /** Tells that {@code item} takes the place of {@code before}. */
  void replaced(int before, int item) {
    if (successor.length == 0) {
      successor = new int[scheduled];
      Arrays.fill(successor, -1);
    }
    successor[before] = item;
  }

  /** The item itself, or what has taken its place. */
  int inForce(int item) {
    int current = item;
    while (current < successor.length && successor[current] >= 0) {
      current = successor[current];
    }
    return current;
  }

  int size() {
    return size;
  }

  int item(int rank) {
    return order[rank];
  }

  int dueOn(int item) {
    return dueOn[item];
  }

  boolean isScheduled(int item) {
    return item < scheduled;
  }

  long principal(int item) {
    return principal[item];
  }

  long interest(int item) {
    return interest[item];
  }

  long fee(int item) {
    return fee[item];
  }

  /** Unpaid principal, interest and fee. */
  long unpaid(int item) {
    return principal[item] + interest[item] + fee[item];
  }

  /** Whether more than the tolerance is unpaid, so that it is or will be overdue. */
  boolean isUnpaid(int item) {
    return unpaid(item) > tolerance;
  }

  long principalBalance() {
    return principalBalance;
  }

  /** All unpaid principal, interest and fee, due or not. */
  long balance() {
    return principalBalance + interestBalance + feeBalance;
  }

  /** The rank of the oldest instalment unpaid beyond the tolerance, or {@link #size()}. */
  int firstUnpaidRank() {
    while (unpaidRank < size && !isUnpaid(order[unpaidRank])) {
      unpaidRank++;
    }
    return unpaidRank;
  }

  /** What is unpaid of one part, penalty excepted. */
  long unpaid(int item, Part part) {
    return switch (part) {
      case PRINCIPAL -> principal[item];
      case INTEREST -> interest[item];
      case FEE -> fee[item];
      default -> throw new IllegalArgumentException("penalty is kept elsewhere");
    };
  }

  /** Takes an amount, at most what is unpaid, off a part. */
  void reduce(int item, Part part, long amount) {
    change(item, part, -amount);
  }

  /** Makes an amount of a part owed again. */
  void restore(int item, Part part, long amount) {
    change(item, part, amount);
    unpaidRank = 0;
  }

  private void change(int item, Part part, long amount) {
    switch (part) {
      case PRINCIPAL -> {
        principal[item] += amount;
        principalBalance += amount;
      }
      case INTEREST -> {
        interest[item] += amount;
        interestBalance += amount;
      }
      case FEE -> {
        fee[item] += amount;
        feeBalance += amount;
      }
      default -> throw new IllegalArgumentException("penalty is kept elsewhere");
    }
  }

  /**
   * Adds an empty instalment due on {@code day} that comes from {@code from}: behind the scheduled
   * ones of that day, among other restored ones in the order of those they come from.
   */
  int addRestored(int from, int day) {
    int item = size;
    grow();
    dueOn[item] = day;
    origin[item] = from;
    int rank = size;
    int fromRank = rankOf(from);
    while (rank > 0 && ranksBehind(order[rank - 1], day, fromRank)) {
      rank--;
    }
    System.arraycopy(order, rank, order, rank + 1, size - rank);
    order[rank] = item;
    size++;
    unpaidRank = 0;
    return item;
  }

  /** Nothing is owed any more. */
  void clear() {
    Arrays.fill(principal, 0);
    Arrays.fill(interest, 0);
    Arrays.fill(fee, 0);
    principalBalance = 0;
    interestBalance = 0;
    feeBalance = 0;
  }

  Journal.Item describe(int item) {
    int source = item;
    while (!isScheduled(source)) {
      source = origin[source];
    }
    return new Journal.Item(item, schedule.get(source).seq(), dueOn[item], !isScheduled(item));
  }

  int rankOf(int item) {
    int rank = 0;
    while (order[rank] != item) {
      rank++;
    }
    return rank;
  }

  private boolean ranksBehind(int other, int day, int fromRank) {
    if (dueOn[other] != day || isScheduled(other)) {
      return dueOn[other] > day;
    }
    return rankOf(origin[other]) > fromRank;
  }

  private void grow() {
    if (origin.length < size) {
      origin = new int[dueOn.length];
    }
    if (size == dueOn.length) {
      int capacity = size + 8;
      order = Arrays.copyOf(order, capacity);
      dueOn = Arrays.copyOf(dueOn, capacity);
      origin = Arrays.copyOf(origin, capacity);
      principal = Arrays.copyOf(principal, capacity);
      interest = Arrays.copyOf(interest, capacity);
      fee = Arrays.copyOf(fee, capacity);
    }
  }
}
