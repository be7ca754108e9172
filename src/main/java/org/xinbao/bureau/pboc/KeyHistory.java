package org.xinbao.bureau.pboc;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.xinbao.bureau.FileAnswer;

/**
 * What the bureau has been told of a customer or a facility, and the records of it that wait for an
 * answer (rulings 3). A rejected record takes what was told back to what it was before; with it go
 * the records sent after it, which are decided anew.
 *
 * <p>As text: what was told last, then one part {@code ;key~before} per record without an answer,
 * the last sent first. A lender may never take in feedback: of older nights than the last {@link
 * SentHistory#NIGHTS_MAX} that sent something, records count as accepted.
 *
 * @param last what was told, after everything sent
 * @param waiting the records without an answer, the last sent first
 */
record KeyHistory(String last, List<Sent> waiting) {

  private static final String PART = ";";
  private static final char BEFORE = '~';

  /**
   * A record without an answer.
   *
   * @param before what was told before it
   */
  record Sent(SentKey key, String before) {}

  KeyHistory {
    waiting = List.copyOf(waiting);
  }

  static KeyHistory parse(String text) {
    String[] parts = text.split(PART, -1);
    List<Sent> waiting = new ArrayList<>();
    for (int i = 1; i < parts.length; i++) {
      int before = parts[i].indexOf(BEFORE);
      waiting.add(
          new Sent(SentKey.parse(parts[i].substring(0, before)), parts[i].substring(before + 1)));
    }
    return new KeyHistory(parts[0], waiting);
  }

  /** The history once one more record is sent. */
  KeyHistory sent(SentKey key, String now) {
    List<Sent> all = new ArrayList<>();
    all.add(new Sent(key, last));
    List<Integer> nights = new ArrayList<>(List.of(key.businessDate()));
    for (Sent each : waiting) {
      if (!nights.contains(each.key().businessDate())) {
        nights.add(each.key().businessDate());
      }
      if (nights.size() <= SentHistory.NIGHTS_MAX) {
        all.add(each);
      }
    }
    return new KeyHistory(now, all);
  }

  /** The history when something is remembered that no record told. */
  KeyHistory noted(String now) {
    return new KeyHistory(now, waiting);
  }

  /** The history once the bureau's answers are taken in, in their order. */
  KeyHistory answered(List<FileAnswer> answers) {
    KeyHistory history = this;
    for (FileAnswer each : answers) {
      history = history.answered(each);
    }
    return history;
  }

  private KeyHistory answered(FileAnswer answer) {
    int places = 0;
    List<Sent> kept = new ArrayList<>();
    for (int i = waiting.size() - 1; i >= 0; i--) {
      Sent each = waiting.get(i);
      if (!isOf(each.key(), answer)) {
        kept.add(0, each);
      } else if (answer.rejection(each.key().rptDate(), ++places).isPresent()) {
        return new KeyHistory(each.before(), kept);
      }
    }
    return new KeyHistory(last, kept);
  }

  private static boolean isOf(SentKey key, FileAnswer answer) {
    return key.recordType().equals(answer.recordType())
        && key.businessDate() == answer.businessDate()
        && key.version() == answer.version();
  }

  /** The same without the ids of some loans. */
  KeyHistory without(Predicate<String> loans) {
    return new KeyHistory(
        without(last, loans),
        waiting.stream().map(each -> new Sent(each.key(), without(each.before(), loans))).toList());
  }

  private static String without(String told, Predicate<String> loans) {
    return ToldKey.parse(told).without(loans).text();
  }

  String text() {
    StringBuilder text = new StringBuilder(last);
    for (Sent each : waiting) {
      text.append(PART);
      each.key().append(text);
      text.append(BEFORE).append(each.before());
    }
    return text.toString();
  }
}
