package org.xinbao.bureau.baihang;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.xinbao.arrears.Day;

/**
 * What the bureau has been told of a loan, as it is carried from night to night: printable text
 * without personal data. Days are epoch days.
 *
 * @param through the last business date that was looked at; none before the first
 * @param since the first one; what was booked and valued before it is history
 * @param knownBefore the day before which others reported, or none
 * @param isGone whether the account was deleted, and nothing more is told
 * @param identity digest of the document and name that records went out under
 * @param pastOn the day up to which {@code past} counts
 * @param past digest of the loan's rows up to {@code pastOn}, see {@link
 *     org.xinbao.bureau.PastRows}
 * @param done digests of decisions that were carried out
 * @param records in the order of telling
 */
record Told(
    int through,
    int since,
    int knownBefore,
    boolean isGone,
    String identity,
    int pastOn,
    String past,
    List<String> done,
    List<ToldRecord> records) {

  static final Told NOTHING =
      new Told(Day.NONE, Day.NONE, Day.NONE, false, "", Day.NONE, "", List.of(), List.of());

  private static final String VERSION = "B1";
  private static final int PARTS = 10;

  Told {
    done = List.copyOf(done);
    records = List.copyOf(records);
  }

  static Told parse(String text) {
    if (text.isEmpty()) {
      return NOTHING;
    }
    String[] part = text.split(" ", -1);
    if (part.length != PARTS || !part[0].equals(VERSION)) {
      throw new IllegalArgumentException("a state of the bureau baihang that cannot be read");
    }
    return new Told(
        Event.parseDay(part[1]),
        Event.parseDay(part[2]),
        Event.parseDay(part[3]),
        part[4].equals("gone"),
        part[5],
        Event.parseDay(part[6]),
        part[7],
        list(part[8]),
        list(part[9]).stream().map(ToldRecord::parse).toList());
  }

  private static List<String> list(String text) {
    return text.isEmpty() ? List.of() : Arrays.asList(text.split(",", -1));
  }

  String text() {
    return String.join(
        " ",
        VERSION,
        Event.day(through),
        Event.day(since),
        Event.day(knownBefore),
        isGone ? "gone" : "",
        identity,
        Event.day(pastOn),
        past,
        String.join(",", done),
        String.join(",", records.stream().map(ToldRecord::text).toList()));
  }

  /** A loan that others reported before a day. */
  static Told knownBefore(int day) {
    return new Told(day - 1, day, day, false, "", Day.NONE, "", List.of(), List.of());
  }

  Optional<ToldRecord> find(Event event) {
    return records.stream().filter(each -> each.event().id().equals(event.id())).findFirst();
  }

  /** The record that opened the account, if one was sent. */
  Optional<ToldRecord> opening() {
    return records.stream().filter(each -> each.event().kind() == Event.Kind.OPENED).findFirst();
  }

  /** Whether the bureau knows the account. */
  boolean isOpened() {
    return knownBefore != Day.NONE || opening().isPresent();
  }

  /** Whether the last thing that was told of its instalments is that it is settled. */
  boolean isSettledTold() {
    return records.stream()
        .filter(each -> !each.event().kind().isAccount() && !each.isDeleted())
        .reduce((earlier, later) -> later)
        .filter(each -> Term.isSettled(each.content()))
        .isPresent();
  }

  /** With a record in place of what was told of the same event, else as the last one. */
  Told with(ToldRecord record) {
    List<ToldRecord> all = new ArrayList<>(records);
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).event().id().equals(record.event().id())) {
        all.set(i, record);
        return withRecords(all);
      }
    }
    all.add(record);
    return withRecords(all);
  }

  Told without(Event event) {
    return withRecords(
        records.stream().filter(each -> !each.event().id().equals(event.id())).toList());
  }

  Told mapped(UnaryOperator<ToldRecord> change) {
    return withRecords(records.stream().map(change).toList());
  }

  private Told withRecords(List<ToldRecord> all) {
    return new Told(through, since, knownBefore, isGone, identity, pastOn, past, done, all);
  }

  Told withThrough(int day) {
    int first = since == Day.NONE ? day : since;
    return new Told(
        Math.max(day, through), first, knownBefore, isGone, identity, pastOn, past, done, records);
  }

  Told withIdentity(String digest) {
    return new Told(through, since, knownBefore, isGone, digest, pastOn, past, done, records);
  }

  Told withPast(int on, String digest) {
    return new Told(through, since, knownBefore, isGone, identity, on, digest, done, records);
  }

  Told withDone(String decision) {
    List<String> all = new ArrayList<>(done);
    all.add(decision);
    return new Told(through, since, knownBefore, isGone, identity, pastOn, past, all, records);
  }

  /** After a deletion of everything: only deletions that the bureau may refuse are remembered. */
  Told deleted() {
    return new Told(through, since, knownBefore, true, identity, Day.NONE, "", done, records);
  }
}
