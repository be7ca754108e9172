package org.xinbao.report;

import java.util.List;
import org.xinbao.arrears.Day;
import org.xinbao.report.AuditInput.Column;
import org.xinbao.report.AuditInput.Kind;
import org.xinbao.report.AuditInput.Table;

/** Small inputs of the auditors' workbook. */
final class AuditSamples {

  /** Text that is a formula, an escape or markup to careless programs. */
  static final String HOSTILE = "=1+1_x000D_<b>&\u0007";

  private AuditSamples() {}

  /** Three rejects, one reconciliation that differs by 7, four disputes, no deletion. */
  static AuditInput input(Language language) {
    return input(language, "");
  }

  static AuditInput input(Language language, String broken) {
    return new AuditInput(
        Day.parse("2026-10-01"),
        Day.parse("2026-10-31"),
        "TEST0000000001",
        language,
        "xinbao test",
        new AuditInput.Chain(12, "ab".repeat(32), broken),
        List.of(
            new Table(
                "rejects",
                List.of(
                    new Column("date", Kind.DATE),
                    new Column("line", Kind.PLAIN),
                    new Column("meaning", Kind.MEANING),
                    new Column("message", Kind.TEXT)),
                List.of(
                        List.of("2026-10-01", "2", "UNKNOWN_LOAN", HOSTILE),
                        List.of("2026-10-02", "", "UNKNOWN_LOAN", "second"),
                        List.of("2026-10-31", "17", "NO_SUCH_CODE", ""))
                    .iterator()),
            new Table(
                "reconciliations",
                List.of(
                    new Column("date", Kind.DATE),
                    new Column("assessedrecords", Kind.COUNT),
                    new Column("writtenrecords", Kind.COUNT),
                    new Column("difference", Kind.DIFFERENCE)),
                List.of(List.of("2026-10-31", "235", "242", "")).iterator()),
            new Table(
                "disputes",
                List.of(new Column("decision", Kind.TEXT), new Column("state", Kind.WORD)),
                List.of(
                        List.of("D1", "IN_TIME"),
                        List.of("D2", "LATE"),
                        List.of("D3", "IN_TIME"),
                        List.of("D4", "OVERDUE"))
                    .iterator()),
            new Table(
                "deletions",
                List.of(new Column("date", Kind.DATE)),
                List.<List<String>>of().iterator())));
  }
}
