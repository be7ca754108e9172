package org.xinbao.evidence;

import java.util.ArrayList;
import java.util.List;
import org.xinbao.arrears.Journal;
import org.xinbao.arrears.Movement;
import org.xinbao.arrears.Part;

/** A movement and what the replay did with it. */
final class MovementTrace {

  /** An amount of the movement, and the part of the instalment that it changed. */
  record Applied(Journal.Item item, Part part, long amount) {}

  private final Movement movement;
  private final List<Applied> applied = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private long unallocated;

  MovementTrace(Movement movement) {
    this.movement = movement;
  }

  void note(String sentence) {
    notes.add(sentence);
  }

  void apply(Journal.Item item, Part part, long amount) {
    applied.add(new Applied(item, part, amount));
  }

  void leave(long amount) {
    unallocated = amount;
  }

  Movement movement() {
    return movement;
  }

  /** What is to be known of it besides amounts. */
  List<String> notes() {
    return List.copyOf(notes);
  }

  List<Applied> applied() {
    return List.copyOf(applied);
  }

  long unallocated() {
    return unallocated;
  }

  long penalty() {
    return applied.stream()
        .filter(
            each ->
                each.part() == Part.PENALTY_ON_PRINCIPAL || each.part() == Part.PENALTY_ON_INTEREST)
        .mapToLong(Applied::amount)
        .reduce(0, Math::addExact);
  }
}
