package org.xinbao.bureau.pboc;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A {@link SentHistory} in full, for the nights that need more of it than the last state.
 *
 * @param accepted the last accepted state
 * @param waiting the records after it, oldest first, each beginning where the one before ends; the
 *     first of them is not accepted
 * @param doubts records that may have to be repeated, oldest first
 */
record SentRecords(ReportedState accepted, List<SentRecord> waiting, List<SentRecord> doubts) {

  SentRecords {
    int settled = 0;
    while (settled < waiting.size() && waiting.get(settled).isAccepted()) {
      accepted = waiting.get(settled++).after();
    }
    waiting = List.copyOf(waiting.subList(settled, waiting.size()));
    doubts = List.copyOf(doubts);
  }

  ReportedState last() {
    return waiting.isEmpty() ? accepted : waiting.get(waiting.size() - 1).after();
  }

  static SentRecords parse(String text) {
    String[] parts = text.split(String.valueOf(SentHistory.PART), -1);
    List<SentRecord> waiting = new ArrayList<>();
    List<SentRecord> doubts = new ArrayList<>();
    String state = parts[0];
    for (int i = 1; i < parts.length; i++) {
      String[] fields = parts[i].split(String.valueOf(SentHistory.STATE), -1);
      if (parts[i].charAt(0) == SentHistory.DOUBT) {
        doubts.add(
            new SentRecord(
                key(parts[i]),
                false,
                ReportedState.parse(fields[1]),
                ReportedState.parse(fields[2])));
      } else {
        String before = StateDelta.apply(state, fields[1]);
        waiting.add(
            new SentRecord(
                key(parts[i]),
                parts[i].charAt(0) == SentHistory.ACCEPTED,
                ReportedState.parse(before),
                ReportedState.parse(state)));
        state = before;
      }
    }
    Collections.reverse(waiting);
    return new SentRecords(ReportedState.parse(state), waiting, doubts);
  }

  /** The key of a part of the text. */
  static SentKey key(String part) {
    int from = Character.isDigit(part.charAt(0)) ? 0 : 1;
    return SentKey.parse(part.substring(from, part.indexOf(SentHistory.STATE)));
  }

  String toText() {
    StringBuilder out = new StringBuilder(last().toText());
    for (int i = waiting.size() - 1; i >= 0; i--) {
      SentRecord each = waiting.get(i);
      out.append(SentHistory.PART);
      if (each.isAccepted()) {
        out.append(SentHistory.ACCEPTED);
      }
      each.key().append(out);
      out.append(SentHistory.STATE)
          .append(StateDelta.of(each.after().toText(), each.before().toText()));
    }
    for (SentRecord each : doubts) {
      out.append(SentHistory.PART).append(SentHistory.DOUBT);
      each.key().append(out);
      out.append(SentHistory.STATE).append(each.before().toText());
      out.append(SentHistory.STATE).append(each.after().toText());
    }
    return out.toString();
  }
}
