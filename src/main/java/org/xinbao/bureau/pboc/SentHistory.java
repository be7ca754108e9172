package org.xinbao.bureau.pboc;

import java.util.ArrayList;
import java.util.List;
import org.xinbao.bureau.FileAnswer;

/**
 * What the bureau has been told of an account, the last ACCEPTED state, and the SENT records after
 * it (rulings 3).
 *
 * <p>As text it is one line of parts divided by {@code ;}. The first is the {@link ReportedState}
 * after everything sent, which is all that an ordinary night reads. Then one part per record
 * without an answer, the last sent first: {@code +} when it is accepted already but an earlier one
 * still waits, its {@link SentKey}, {@code ~}, and by {@link StateDelta} the state before it. The
 * state before the first of them is the last accepted one; without such parts the first part is.
 * Last come, marked {@code ?}, the records in doubt with the states before and after them in full:
 * an earlier record was rejected, so they do not count, but the bureau has not answered them.
 *
 * <p>A lender may never take in feedback. So only the records of the last {@value #NIGHTS_MAX}
 * nights that sent something wait; older ones without an answer count as accepted.
 *
 * @param text see above
 * @param last the state after everything that was sent and not rejected: reporting points and
 *     changed segments are decided on it
 */
record SentHistory(String text, ReportedState last) {

  /** Business dates whose unanswered records of one account are kept. */
  static final int NIGHTS_MAX = 3;

  static final char PART = ';';
  static final char DOUBT = '?';
  static final char ACCEPTED = '+';
  static final char STATE = '~';

  private static final String DOUBTS = "" + PART + DOUBT;

  static SentHistory parse(String text) {
    return new SentHistory(text, ReportedState.parse(lastText(text)));
  }

  /** An account of which nothing waits for an answer. */
  static SentHistory of(ReportedState accepted) {
    return new SentHistory(accepted.toText(), accepted);
  }

  /** The history once one more record is sent. */
  SentHistory sent(SentKey key, ReportedState after) {
    String afterText = after.toText();
    StringBuilder out = new StringBuilder(afterText.length() + text.length() + 64);
    out.append(afterText).append(PART);
    key.append(out);
    out.append(STATE).append(StateDelta.of(afterText, lastText(text)));
    out.append(text, lastText(text).length(), text.length());
    return new SentHistory(limited(out.toString()), after);
  }

  /** The history when something is remembered besides that no record told the bureau. */
  SentHistory noted(ReportedState now) {
    if (now.equals(last)) {
      return this;
    }
    if (!waits(text)) {
      return of(now);
    }
    SentRecords records = SentRecords.parse(text);
    List<SentRecord> waiting = new ArrayList<>(records.waiting());
    if (waiting.isEmpty()) {
      return parse(new SentRecords(now, waiting, records.doubts()).toText());
    }
    SentRecord newest = waiting.remove(waiting.size() - 1);
    waiting.add(new SentRecord(newest.key(), newest.isAccepted(), newest.before(), now));
    return parse(new SentRecords(records.accepted(), waiting, records.doubts()).toText());
  }

  /** Whether a record of this report date waits for the answer that says if it must be repeated. */
  boolean isInDoubt(int rptDate) {
    return text.contains(DOUBTS)
        && SentRecords.parse(text).doubts().stream()
            .anyMatch(each -> each.key().rptDate() == rptDate);
  }

  /** Whether anything waits for an answer. */
  static boolean waits(String text) {
    return text.indexOf(PART) >= 0;
  }

  /** The history once these answers are taken in, and what they did to single records. */
  static SentAnswers answered(String text, List<FileAnswer> answers) {
    return SentAnswers.of(SentRecords.parse(text), answers);
  }

  private static String lastText(String text) {
    int end = text.indexOf(PART);
    return end < 0 ? text : text.substring(0, end);
  }

  /** Leaves out what is older than the nights that are kept. */
  private static String limited(String text) {
    int parts = 0;
    for (int at = text.indexOf(PART); at >= 0; at = text.indexOf(PART, at + 1)) {
      parts++;
    }
    if (parts <= NIGHTS_MAX) {
      return text;
    }
    List<String> kept = new ArrayList<>();
    List<Integer> nights = new ArrayList<>();
    for (String part : text.split(String.valueOf(PART), -1)) {
      if (kept.isEmpty() || part.charAt(0) == DOUBT) {
        kept.add(part);
        continue;
      }
      int night = SentRecords.key(part).businessDate();
      if (!nights.contains(night)) {
        nights.add(night);
      }
      if (nights.size() <= NIGHTS_MAX) {
        kept.add(part);
      }
    }
    return SentRecords.parse(String.join(String.valueOf(PART), kept)).toText();
  }
}
