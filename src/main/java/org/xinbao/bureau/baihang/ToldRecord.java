package org.xinbao.bureau.baihang;

import org.xinbao.arrears.Day;
import org.xinbao.bureau.Digest;

/**
 * A record that was sent. Days are epoch days.
 *
 * @param day whose figures it tells
 * @param madeVersion the version of the date that first sent it, which is part of its number
 * @param sentOn the business date that sent it last
 * @param sentVersion of that date
 * @param place among the records of the loan with the same type and day in that night, from 1
 * @param op the operation sent last
 * @param isRejected whether the bureau did not take that
 * @param content what it said: {@link Term#content} or a digest
 */
record ToldRecord(
    Event event,
    int day,
    int madeVersion,
    int sentOn,
    int sentVersion,
    int place,
    Op op,
    boolean isRejected,
    String content) {

  /** What is done with a record at the bureau. */
  enum Op {
    A,
    M,
    D
  }

  static ToldRecord parse(String text) {
    String[] part = text.split(":", -1);
    return new ToldRecord(
        Event.parse(part[0], part[1]),
        Event.parseDay(part[2]),
        Integer.parseInt(part[3]),
        Event.parseDay(part[4]),
        Integer.parseInt(part[5]),
        Integer.parseInt(part[6]),
        Op.valueOf(part[7].substring(0, 1)),
        part[7].endsWith("!"),
        part[8]);
  }

  String text() {
    return String.join(
        ":",
        event.text(),
        Event.day(day),
        String.valueOf(madeVersion),
        Event.day(sentOn),
        String.valueOf(sentVersion),
        String.valueOf(place),
        op + (isRejected ? "!" : ""),
        content);
  }

  /** {@code reqID}: an M or D has that of its A (rulings 41). */
  String reqId(String loanId) {
    return reqId(loanId, event.id(), day, madeVersion);
  }

  /**
   * The number of a record.
   *
   * @param account the loan, or the facility of a revolving account
   */
  static String reqId(String account, String event, int day, int version) {
    return Digest.of(32, Baihang.NAME, account, event, Day.format(day), String.valueOf(version));
  }

  boolean isDeleted() {
    return op == Op.D;
  }

  ToldRecord rejected() {
    return new ToldRecord(event, day, madeVersion, sentOn, sentVersion, place, op, true, content);
  }

  /** The same record, sent again with an operation. */
  ToldRecord sentAgain(int on, int version, int newPlace, Op newOp, String newContent) {
    return new ToldRecord(event, day, madeVersion, on, version, newPlace, newOp, false, newContent);
  }
}
