package org.xinbao.bureau.baihang;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.xinbao.arrears.Day;
import org.xinbao.arrears.InstalmentPosition;
import org.xinbao.arrears.Movement;
import org.xinbao.bureau.Digest;

/**
 * Something that happens to a loan and is told once.
 *
 * @param seq number of the instalment that it is about; 0 for the whole loan
 * @param ref tells apart what else is the same: the due date, the day, or a digest of the movement
 * @param on the day on which it happened (epoch day)
 */
record Event(Kind kind, int seq, String ref, int on) {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);

  /** What happened. */
  enum Kind {
    /** The loan was first seen: D2 or CL1. */
    OPENED('A', 0),
    /** Its schedule was extended: D4 or CL1 again. */
    EXTENDED('X', 1),
    /** An instalment passed its due date unpaid: D3 or CL2, like what follows. */
    OVERDUE('O', 2),
    /** A movement changed what is unpaid of an instalment. */
    MOVED('P', 3),
    /** A payment that was told came back. */
    RETURNED('R', 4),
    /** So many days more have passed since the last due date, and something is unpaid. */
    TRACKED('T', 5),
    /** The loan was settled by no movement that was told of. */
    SETTLED('S', 6);

    private final char letter;
    private final int rank;

    Kind(char letter, int rank) {
      this.letter = letter;
      this.rank = rank;
    }

    boolean isAccount() {
      return this == OPENED || this == EXTENDED;
    }

    static Kind of(char letter) {
      return List.of(values()).stream()
          .filter(each -> each.letter == letter)
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("an event of an unknown kind"));
    }
  }

  static Event opened(int on) {
    return new Event(Kind.OPENED, 0, "", on);
  }

  static Event extended(int on) {
    return new Event(Kind.EXTENDED, 0, day(on), on);
  }

  static Event overdue(InstalmentPosition position) {
    return new Event(Kind.OVERDUE, position.seq(), day(position.dueOn()), position.overdueFrom());
  }

  static Event moved(InstalmentPosition position, InstalmentPosition.Payment payment) {
    String txn = payment.movement().txnId();
    String ref = position.restored() ? Digest.of(8, txn, day(position.dueOn())) : Digest.of(8, txn);
    return new Event(Kind.MOVED, position.seq(), ref, payment.movement().valueDate());
  }

  /** The return of a payment of which an instalment's record was told. */
  static Event returned(Event paid, Movement reversal) {
    return new Event(
        Kind.RETURNED, paid.seq(), Digest.of(8, reversal.txnId()), reversal.valueDate());
  }

  /** Whether it is what a movement did to an instalment that no return has made. */
  boolean isBy(String txnId) {
    return kind == Kind.MOVED && ref.equals(Digest.of(8, txnId));
  }

  static Event tracked(int on) {
    return new Event(Kind.TRACKED, 0, day(on), on);
  }

  static Event settled(int on) {
    return new Event(Kind.SETTLED, 0, day(on), on);
  }

  /** What it is known by: neither its day nor anything else that a correction may move. */
  String id() {
    return kind.letter + "." + seq + "." + ref;
  }

  /** Payout first, settlement last. */
  int rank() {
    return kind.rank;
  }

  String text() {
    return id() + ":" + day(on);
  }

  static Event parse(String id, String on) {
    String[] part = id.split("\\.", -1);
    return new Event(Kind.of(part[0].charAt(0)), Integer.parseInt(part[1]), part[2], parseDay(on));
  }

  static String day(int day) {
    return day == Day.NONE ? "" : DAY.format(Day.toDate(day));
  }

  static int parseDay(String text) {
    return text.isEmpty() ? Day.NONE : Day.of(LocalDate.parse(text, DAY));
  }
}
