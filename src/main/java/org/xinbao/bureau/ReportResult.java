package org.xinbao.bureau;

import java.util.List;

/**
 * What a bureau answers for one loan; its records went to the {@link RecordSink}.
 *
 * @param reported what the bureau has now been told of the loan: printable text without tab or line
 *     break
 * @param queue reports that still have to be sent, by report date
 * @param held one row per report held back
 * @param dropped report dates of queued monthly reports that a later month replaced
 * @param warnings one row per report that was sent although someone should look at it
 * @param facts what the second pass must know of the loan
 * @param restatements figures of reported months that today's data show otherwise
 */
public record ReportResult(
    String reported,
    List<QueuedReport> queue,
    List<Held> held,
    List<Integer> dropped,
    List<Held> warnings,
    List<Fact> facts,
    List<Restatement> restatements) {

  /** A result without restatements. */
  public ReportResult(
      String reported,
      List<QueuedReport> queue,
      List<Held> held,
      List<Integer> dropped,
      List<Held> warnings,
      List<Fact> facts) {
    this(reported, queue, held, dropped, warnings, facts, List.of());
  }

  /** A result without facts and restatements. */
  public ReportResult(
      String reported,
      List<QueuedReport> queue,
      List<Held> held,
      List<Integer> dropped,
      List<Held> warnings) {
    this(reported, queue, held, dropped, warnings, List.of(), List.of());
  }

  /** A result without warnings, facts and restatements. */
  public ReportResult(
      String reported, List<QueuedReport> queue, List<Held> held, List<Integer> dropped) {
    this(reported, queue, held, dropped, List.of(), List.of(), List.of());
  }

  public ReportResult {
    queue = List.copyOf(queue);
    held = List.copyOf(held);
    dropped = List.copyOf(dropped);
    warnings = List.copyOf(warnings);
    facts = List.copyOf(facts);
    restatements = List.copyOf(restatements);
  }
}
