package org.xinbao.sample;

import java.time.LocalDate;

/** A row of {@code decisions.csv} of the sample book. */
record Decision(
    String id, String loanId, String kind, LocalDate decidedOn, String reason, String details) {

  static Decision of(
      String id, String loanId, String kind, String decidedOn, String reason, String details) {
    return new Decision(id, loanId, kind, LocalDate.parse(decidedOn), reason, details);
  }
}
