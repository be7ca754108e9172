package org.xinbao.bureau.pboc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.xinbao.arrears.Day;

/**
 * What is remembered of an account beyond its last report: under which id the bureau has it,
 * whether it is still reported, which decisions were carried out, and the reports that a correction
 * or a restatement may concern.
 *
 * @param past day and {@link PastDigest} of the last report whose figures today's data are known to
 *     agree with, as {@code day.digest} in base 36; empty when they differ or were never compared
 * @param account what follows the provider code in AcctCode; empty for the loan id
 * @param fateOn RptDate of the special event, none without one
 * @param identity digest of Name, IDType and IDNum last told, empty when not known
 * @param segmentsOn last RptDate of the segments C, D, E, F; none when not known
 * @param done digests of the decisions carried out ({@link #key})
 * @param waiting decisions that cannot be carried out yet
 */
record Dossier(
    String past,
    String account,
    Fate fate,
    int fateOn,
    String identity,
    List<Integer> segmentsOn,
    List<String> done,
    List<Waiting> waiting,
    History history) {

  /** Fields of its text. */
  static final int FIELDS = 8;

  /** Decisions on one account; a further one is held, lest one be carried out twice. */
  static final int DONE_MAX = 60;

  private static final int RADIX = 36;
  private static final List<Integer> NOT_KNOWN = Collections.nCopies(4, Day.NONE);

  static final Dossier NONE =
      new Dossier(
          "", "", Fate.REPORTED, Day.NONE, "", NOT_KNOWN, List.of(), List.of(), History.NONE);

  /** What became of the account with the bureau. */
  enum Fate {
    /** It is reported, or closed by its last report. */
    REPORTED(""),
    /** Deleted as a whole (214): never reported again. */
    DELETED("D"),
    /** Transferred out (215, event 21): nothing more is accepted (BLR025). */
    TRANSFERRED("T"),
    /** The event 21 was declared void: it is reported again. */
    EVENT_VOID("V");

    private final String letter;

    Fate(String letter) {
      this.letter = letter;
    }

    private static Fate of(String letter) {
      return Arrays.stream(values())
          .filter(each -> each.letter.equals(letter))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("no fate of an account: " + letter));
    }
  }

  /**
   * A decision that waits.
   *
   * @param key its digest
   * @param since the business date on which it was first held (epoch day)
   */
  record Waiting(String key, int since) {}

  Dossier {
    segmentsOn = List.copyOf(segmentsOn);
    done = List.copyOf(done);
    waiting = List.copyOf(waiting);
  }

  /** The digest by which a decision is remembered. */
  static String key(String decisionId) {
    RecordBytes bytes = new RecordBytes();
    return bytes.text(decisionId).digest(0);
  }

  /** The digest of a person. */
  static String identity(String name, String idType, String idNumber) {
    RecordBytes bytes = new RecordBytes();
    bytes.text(name).ascii('\n').text(idType).ascii('\n').text(idNumber);
    return bytes.digest(0);
  }

  boolean isDone(String decisionId) {
    return !done.isEmpty() && done.contains(key(decisionId));
  }

  /** Since when a decision waits. */
  Optional<Integer> waitingSince(String decisionId) {
    String key = key(decisionId);
    return waiting.stream().filter(e -> e.key().equals(key)).map(Waiting::since).findFirst();
  }

  /** Whether the account is out of the bureau's sight: deleted or transferred out. */
  boolean isGone() {
    return fate == Fate.DELETED || fate == Fate.TRANSFERRED;
  }

  Dossier withPast(String text) {
    return new Dossier(text, account, fate, fateOn, identity, segmentsOn, done, waiting, history);
  }

  Dossier withAccount(String id) {
    return new Dossier(past, id, fate, fateOn, identity, segmentsOn, done, waiting, history);
  }

  Dossier withFate(Fate became, int on) {
    return new Dossier(past, account, became, on, identity, segmentsOn, done, waiting, history);
  }

  Dossier withIdentity(String digest) {
    return new Dossier(past, account, fate, fateOn, digest, segmentsOn, done, waiting, history);
  }

  Dossier withSegmentOn(int place, int rptDate) {
    List<Integer> days = new ArrayList<>(segmentsOn);
    days.set(place, Math.max(days.get(place), rptDate));
    return new Dossier(past, account, fate, fateOn, identity, days, done, waiting, history);
  }

  Dossier withDone(String decisionId) {
    List<String> all = new ArrayList<>(done);
    all.add(key(decisionId));
    return new Dossier(past, account, fate, fateOn, identity, segmentsOn, all, waiting, history);
  }

  Dossier withWaiting(List<Waiting> all) {
    return new Dossier(past, account, fate, fateOn, identity, segmentsOn, done, all, history);
  }

  Dossier withHistory(History reports) {
    return new Dossier(past, account, fate, fateOn, identity, segmentsOn, done, waiting, reports);
  }

  /**
   * What is remembered when the record that led here from {@code from} is the next one after {@code
   * onto}: what it changed counts. Whether today's data agree is then not known.
   */
  Dossier rebased(Dossier from, Dossier onto) {
    List<Integer> days = new ArrayList<>();
    for (int i = 0; i < segmentsOn.size(); i++) {
      days.add(changed(from.segmentsOn.get(i), segmentsOn.get(i), onto.segmentsOn.get(i)));
    }
    List<String> decisions = new ArrayList<>(onto.done);
    done.stream()
        .filter(each -> !from.done.contains(each) && !decisions.contains(each))
        .forEach(decisions::add);
    return new Dossier(
        from.equals(onto) ? past : "",
        changed(from.account, account, onto.account),
        changed(from.fate, fate, onto.fate),
        changed(from.fateOn, fateOn, onto.fateOn),
        changed(from.identity, identity, onto.identity),
        days,
        decisions,
        waiting,
        history.rebased(from.history, onto.history));
  }

  private static <T> T changed(T from, T now, T otherwise) {
    return now.equals(from) ? otherwise : now;
  }

  /** The {@link #FIELDS} fields, each after a bar. */
  void appendTo(StringBuilder out) {
    out.append('|').append(past).append('|').append(account).append('|');
    out.append(fate.letter).append(day(fateOn)).append('|').append(identity).append('|');
    if (!segmentsOn.equals(NOT_KNOWN)) {
      for (int i = 0; i < segmentsOn.size(); i++) {
        out.append(i == 0 ? "" : ".").append(day(segmentsOn.get(i)));
      }
    }
    out.append('|').append(String.join(",", done)).append('|');
    for (int i = 0; i < waiting.size(); i++) {
      Waiting each = waiting.get(i);
      out.append(i == 0 ? "" : ",").append(each.key()).append(':').append(day(each.since()));
    }
    out.append('|').append(history.text());
  }

  /** Reads the fields from {@code first} on. */
  static Dossier parse(String[] fields, int first) {
    String fate = fields[first + 2];
    return new Dossier(
        fields[first],
        fields[first + 1],
        Fate.of(fate.isEmpty() ? "" : fate.substring(0, 1)),
        fate.isEmpty() ? Day.NONE : day(fate.substring(1)),
        fields[first + 3],
        fields[first + 4].isEmpty()
            ? NOT_KNOWN
            : Arrays.stream(fields[first + 4].split("\\.", -1)).map(Dossier::day).toList(),
        fields[first + 5].isEmpty() ? List.of() : List.of(fields[first + 5].split(",", -1)),
        waiting(fields[first + 6]),
        fields[first + 7].isEmpty() ? History.NONE : new History(fields[first + 7]));
  }

  private static List<Waiting> waiting(String text) {
    List<Waiting> waiting = new ArrayList<>();
    for (String each : text.isEmpty() ? new String[0] : text.split(",", -1)) {
      int colon = each.indexOf(':');
      waiting.add(new Waiting(each.substring(0, colon), day(each.substring(colon + 1))));
    }
    return waiting;
  }

  private static String day(int day) {
    return day == Day.NONE ? "" : Integer.toString(day, RADIX);
  }

  private static int day(String text) {
    return text.isEmpty() ? Day.NONE : Integer.parseInt(text, RADIX);
  }
}
