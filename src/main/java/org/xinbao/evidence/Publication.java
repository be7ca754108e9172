package org.xinbao.evidence;

import java.util.List;

/**
 * What a published night told about one loan, to whom, what was answered, and what has been deleted
 * since. Days are {@code yyyy-MM-dd}, moments ISO in UTC; empty where there is none. It holds no
 * name and no document number.
 *
 * @param source where the derivation was read from
 * @param compared how the derivation and the night's own row agree, one sentence each
 * @param rejected rows of the loan that the night did not use, one sentence each
 * @param reports what bureaux were told about the loan, in the order of publication
 * @param notKept nights whose files about the loan are not kept, one sentence each
 * @param deleted adverse records of that date that the register no longer has
 */
public record Publication(
    String loanId,
    Night night,
    String source,
    List<String> compared,
    List<String> rejected,
    List<HeldBack> held,
    List<Report> reports,
    List<String> notKept,
    List<Deleted> deleted) {

  public Publication {
    compared = List.copyOf(compared);
    rejected = List.copyOf(rejected);
    held = List.copyOf(held);
    reports = List.copyOf(reports);
    notKept = List.copyOf(notKept);
    deleted = List.copyOf(deleted);
  }

  /**
   * The night that published.
   *
   * @param version of its business date
   * @param by the job and the user that it ran for
   * @param entry its entry in the evidence chain
   */
  public record Night(
      String businessDate,
      int version,
      String publishedAt,
      String by,
      String program,
      String rulesSha256,
      String manifestSha256,
      long entry) {}

  /** Something that was due and held back. */
  public record HeldBack(
      String bureau, String code, String message, String reportDate, String since) {}

  /** When a report was made, seen from the date that is explained. */
  public enum When {
    BEFORE,
    THEN,
    SINCE
  }

  /**
   * One record that a bureau was told.
   *
   * @param sentBy business date of the night that wrote it, with its version from the second on
   * @param line of the file, its header being line 1
   * @param sha256 of the record; empty when it was not read
   * @param values what it says, without names and document numbers
   * @param handedOver each attempt, one sentence each
   */
  public record Report(
      When when,
      String bureau,
      String recordType,
      String reportDate,
      String sentBy,
      String file,
      long line,
      String sha256,
      List<Value> values,
      List<String> handedOver,
      Answer answer) {

    public Report {
      values = List.copyOf(values);
      handedOver = List.copyOf(handedOver);
    }
  }

  /** An item of a record. */
  public record Value(String item, String value) {}

  /**
   * What the bureau answered.
   *
   * @param state {@code ACCEPTED}, {@code REJECTED} or {@code NONE}
   * @param on the bureau's own date
   * @param file the feedback file
   * @param takenInAt when this program read it
   * @param reasons why it was rejected
   */
  public record Answer(
      String state, String on, String file, String takenInAt, List<Reason> reasons) {

    /** No answer so far. */
    public static final Answer NONE = new Answer("NONE", "", "", "", List.of());

    public Answer {
      reasons = List.copyOf(reasons);
    }
  }

  /** A bureau's reason, with the item at fault, what it means and what to do. */
  public record Reason(String code, String item, String meaning, String repair) {}

  /**
   * A record that was deleted.
   *
   * @param overdueFrom its first day
   * @param sentence when it was deleted, and where its tombstone stands
   */
  public record Deleted(String overdueFrom, String sentence) {}
}
