package org.xinbao.bureau.baihang;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.xinbao.arrears.Day;

/**
 * What the bureau has been told of a revolving account. Days are epoch days.
 *
 * @param number of the last record, from 1; 0 before the first
 * @param day for which that was first sent
 * @param version of that date
 * @param sentOn the business date that sent it last
 * @param sentVersion of that date
 * @param isRejected whether the bureau did not take it
 * @param content digest of what it said; empty when nothing was told
 * @param loans under which the account is known
 */
record ToldAccount(
    int number,
    int day,
    int version,
    int sentOn,
    int sentVersion,
    boolean isRejected,
    String content,
    List<String> loans) {

  private static final String FORM = "F1";

  private static final ToldAccount NOTHING =
      new ToldAccount(0, Day.NONE, 0, Day.NONE, 0, false, "", List.of());

  ToldAccount {
    loans = List.copyOf(loans);
  }

  static ToldAccount parse(String text) {
    if (text.isEmpty()) {
      return NOTHING;
    }
    String[] part = text.split(" ", -1);
    if (part.length != 9 || !part[0].equals(FORM)) {
      throw new IllegalArgumentException("a state of the bureau baihang that cannot be read");
    }
    return new ToldAccount(
        Integer.parseInt(part[1]),
        Event.parseDay(part[2]),
        Integer.parseInt(part[3]),
        Event.parseDay(part[4]),
        Integer.parseInt(part[5]),
        part[6].equals("!"),
        part[7],
        part[8].isEmpty() ? List.of() : Arrays.asList(part[8].split(",", -1)));
  }

  String text() {
    return String.join(
        " ",
        FORM,
        String.valueOf(number),
        Event.day(day),
        String.valueOf(version),
        Event.day(sentOn),
        String.valueOf(sentVersion),
        isRejected ? "!" : "",
        content,
        String.join(",", loans));
  }

  String reqId(String facilityId) {
    return ToldRecord.reqId(facilityId, "X2." + number, day, version);
  }

  ToldAccount under(String loanId) {
    if (loans.contains(loanId)) {
      return this;
    }
    List<String> all = new ArrayList<>(loans);
    all.add(loanId);
    return new ToldAccount(number, day, version, sentOn, sentVersion, isRejected, content, all);
  }

  /** Without the loans that are forgotten. */
  ToldAccount without(Predicate<String> forgotten) {
    List<String> left = loans.stream().filter(forgotten.negate()).toList();
    return new ToldAccount(number, day, version, sentOn, sentVersion, isRejected, content, left);
  }

  /** Told by others. */
  ToldAccount known(String said) {
    return new ToldAccount(number, day, version, sentOn, sentVersion, false, said, loans);
  }

  ToldAccount sent(int on, int byVersion, String said) {
    return new ToldAccount(number + 1, on, byVersion, on, byVersion, false, said, loans);
  }

  ToldAccount sentAgain(int on, int byVersion, String said) {
    return new ToldAccount(number, day, version, on, byVersion, false, said, loans);
  }

  ToldAccount rejected() {
    return new ToldAccount(number, day, version, sentOn, sentVersion, true, content, loans);
  }
}
