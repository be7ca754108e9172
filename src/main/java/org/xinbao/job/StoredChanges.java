package org.xinbao.job;

import java.io.IOException;
import java.util.List;
import org.xinbao.ledger.Reject;
import org.xinbao.ledger.RejectCode;
import org.xinbao.report.ReportInput.RejectLine;
import org.xinbao.store.RegisterChange;
import org.xinbao.store.Run;

/**
 * Writes a run's rows to the database. They carry its number and count only once the run is
 * published.
 */
final class StoredChanges {

  private StoredChanges() {}

  /** Writes all rows, replacing what an earlier attempt of the run wrote. */
  static void write(Stores stores, Run run, Parts parts, List<RejectLine> rejects)
      throws IOException {
    try (PartLines<RegisterChange> changes =
        new PartLines<>(
            parts.existing(PartKind.REGISTER),
            line -> new RegisterChange.Put(StoredLines.register(line)))) {
      stores.register().record(run.id(), changes);
    }
    try (var changes = new PartLines<>(parts.existing(PartKind.QUEUE), StoredLines::queue)) {
      stores.queue().record(run.id(), changes);
    }
    try (var notices = new PartLines<>(parts.existing(PartKind.NOTICES), StoredLines::notice)) {
      stores.notices().record(run.id(), notices);
    }
    try (var decisions =
        new PartLines<>(parts.existing(PartKind.DECISIONS), StoredLines::decision)) {
      stores.decisions().record(run.id(), decisions);
    }
    try (var held = new PartLines<>(parts.existing(PartKind.HELD), HeldCsv::parse)) {
      stores.held().record(run.id(), held);
    }
    stores.rejects().record(run.id(), rejects.stream().map(StoredChanges::reject).iterator());
  }

  private static Reject reject(RejectLine line) {
    return new Reject(
        line.file(),
        line.line(),
        line.loanId(),
        line.column(),
        RejectCode.valueOf(line.code()),
        line.message());
  }
}
