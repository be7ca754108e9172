package org.xinbao.bureau.pboc;

import java.util.Map;
import org.xinbao.arrears.Day;
import org.xinbao.ledger.DecisionRow;

/**
 * What a decision (row of {@code decisions.csv}) asks to be told to the bureau, by record type 211
 * to 215 (reference section 4).
 */
sealed interface Order {

  DecisionRow decision();

  /** The record type that carries it out; orders of one night go out in this order. */
  String recordType();

  /** What makes two records of one file the same for the bureau (ABR002). */
  String recordKey();

  /**
   * CORRECT: one segment in full (212).
   *
   * @param reportDate RptDate of the segment; {@link Day#NONE} for the last report's (segment B)
   * @param values by tag, {@code tag.n} for the n-th group of segments D, E and K
   */
  record Correct(DecisionRow decision, Segment segment, int reportDate, Map<String, String> values)
      implements Order {

    public Correct {
      values = Map.copyOf(values);
    }

    @Override
    public String recordType() {
      return "212";
    }

    @Override
    public String recordKey() {
      return "212 " + segment;
    }
  }

  /** DELETE_PERIOD: one segment over a period (213); an open end is {@link Day#NONE}. */
  record DeletePeriod(DecisionRow decision, Segment segment, int from, int to) implements Order {

    @Override
    public String recordType() {
      return "213";
    }

    @Override
    public String recordKey() {
      return "213 " + segment;
    }
  }

  /** DELETE_ACCOUNT: the whole account (214). */
  record DeleteAccount(DecisionRow decision) implements Order {

    @Override
    public String recordType() {
      return "214";
    }

    @Override
    public String recordKey() {
      return "214";
    }
  }

  /** RENAME_ACCOUNT: another account id (211). */
  record Rename(DecisionRow decision, String newId) implements Order {

    @Override
    public String recordType() {
      return "211";
    }

    @Override
    public String recordKey() {
      return "211";
    }
  }

  /** CORRECT with {@code segment=215;Flag=0}: the special event sent before is void (215). */
  record VoidEvent(DecisionRow decision) implements Order {

    @Override
    public String recordType() {
      return "215";
    }

    @Override
    public String recordKey() {
      return "215";
    }
  }

  /** A decision whose details do not say what to do. */
  record Unreadable(DecisionRow decision, String problem) implements Order {

    @Override
    public String recordType() {
      return "";
    }

    @Override
    public String recordKey() {
      return "";
    }
  }
}
