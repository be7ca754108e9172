package org.xinbao.arrears.naive;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.xinbao.arrears.ProductRules;

/** The five-class, day by day. */
final class NaiveFiveClass {

  private final ProductRules.FiveClass rule;
  private int kept;
  private @Nullable LocalDate cured;
  private int shown = 1;
  private LocalDate since;

  NaiveFiveClass(ProductRules.FiveClass rule, LocalDate openedOn) {
    this.rule = rule;
    since = openedOn;
  }

  void close(DayClose close, boolean writtenOff) {
    LocalDate today = close.day();
    // "Until the day f + cure-months, where f is the first day at whose close no instalment is
    // overdue and no penalty unpaid; becoming overdue before that keeps the class and starts the
    // months again."
    if (cured != null && today.isBefore(end(cured)) && close.anyOverdue()) {
      cured = null;
    }
    if (kept > 0 && cured == null && !close.anyOverdue() && close.penalty() == 0) {
      cured = today;
    }
    if (cured != null && !today.isBefore(end(cured))) {
      kept = 0;
      cured = null;
    }
    int byDays = byDays(close.daysDelinquent());
    if (byDays >= 3) {
      kept = Math.max(kept, byDays); // "keeps the worst class reached"
    }
    int now = writtenOff ? 5 : Math.max(kept, byDays); // "5 from the write-off on"
    if (now != shown) {
      shown = now;
      if (today.isAfter(since)) {
        since = today;
      }
    }
  }

  /** "f + cure-months (end of month kept)". */
  private LocalDate end(LocalDate first) {
    LocalDate end = first.plusMonths(rule.cureMonths());
    boolean lastOfMonth = first.equals(YearMonth.from(first).atEndOfMonth());
    return lastOfMonth ? YearMonth.from(end).atEndOfMonth() : end;
  }

  private int byDays(int days) {
    if (days >= rule.loss()) {
      return 5;
    }
    if (days >= rule.doubtful()) {
      return 4;
    }
    if (days >= rule.substandard()) {
      return 3;
    }
    return days >= rule.attention() ? 2 : 1;
  }

  int shown() {
    return shown;
  }

  LocalDate since() {
    return since;
  }
}
