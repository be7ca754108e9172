package org.xinbao.job;

import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.xinbao.ledger.Reject;
import org.xinbao.report.ReportInput.RejectLine;

/** Rejects that the last published date did not have. */
final class NewRejects {

  private record Key(String file, String loanId, String column, String code) {}

  private NewRejects() {}

  static boolean any(NightRun night, List<RejectLine> rejects) {
    Set<Key> before = new HashSet<>();
    night
        .previous()
        .ifPresent(
            run -> {
              Iterator<Reject> rows = night.stores().rejects().read(run.id());
              while (rows.hasNext()) {
                Reject each = rows.next();
                before.add(new Key(each.file(), each.loanId(), each.column(), each.code().name()));
              }
            });
    return rejects.stream()
        .map(each -> new Key(each.file(), each.loanId(), each.column(), each.code()))
        .anyMatch(each -> !before.contains(each));
  }
}
