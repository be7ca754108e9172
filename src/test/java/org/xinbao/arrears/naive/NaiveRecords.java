package org.xinbao.arrears.naive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinbao.arrears.AdverseRecord;
import org.xinbao.arrears.Day;
import org.xinbao.arrears.ProductRules;
import org.xinbao.arrears.ProductRules.AdverseBegins;

/** Adverse records and the day from which nothing is owed, day by day. */
final class NaiveRecords {

  private final ProductRules rules;
  private final List<AdverseRecord> ended = new ArrayList<>();
  private @Nullable LocalDate begun;
  private int worstDays;
  private long worstTotal;
  private @Nullable LocalDate nothingOwedFrom;

  NaiveRecords(ProductRules rules) {
    this.rules = rules;
  }

  void close(DayClose close) {
    begin(close);
    if (begun != null) {
      worstDays = Math.max(worstDays, close.daysPastDue());
      worstTotal = Math.max(worstTotal, close.overdueTotal());
    }
    end(close);
    if (close.owed() > 0) {
      nothingOwedFrom = null;
    } else if (nothingOwedFrom == null) {
      nothingOwedFrom = close.day();
    }
  }

  /** "Begins on the first day on which an instalment of the loan is overdue", or delinquent. */
  private void begin(DayClose close) {
    int days =
        rules.adverseBegins() == AdverseBegins.PAST_DUE
            ? close.daysPastDue()
            : close.daysDelinquent();
    if (begun == null && days > 0) {
      begun = close.day();
      worstDays = 0;
      worstTotal = 0;
    }
  }

  /**
   * "Until the first day at whose close no instalment is overdue and no penalty is unpaid"; penalty
   * up to penalty-tolerance, in total, does not keep it open.
   */
  private void end(DayClose close) {
    if (begun != null && !close.anyOverdue() && close.penalty() <= rules.penaltyTolerance()) {
      ended.add(record(begun, Math.toIntExact(close.day().toEpochDay())));
      begun = null;
    }
  }

  /**
   * The close of the transfer's day, {@code owing} as if there were none. "A record open at a
   * transfer stays UNPAID without settled_on: this lender cannot know when it is paid." As decided
   * where the contract is silent: nothing is owed to this lender from the transfer's day on, so
   * that a record that ended before it is settled then with LOAN_SETTLED.
   */
  void transfer(DayClose owing) {
    end(owing);
    if (nothingOwedFrom == null) {
      nothingOwedFrom = owing.day();
    }
  }

  private AdverseRecord record(LocalDate from, int endedOn) {
    return new AdverseRecord(Math.toIntExact(from.toEpochDay()), endedOn, worstDays, worstTotal);
  }

  List<AdverseRecord> records() {
    List<AdverseRecord> all = new ArrayList<>(ended);
    if (begun != null) {
      all.add(record(begun, Day.NONE));
    }
    return all;
  }

  int nothingOwedFrom() {
    return nothingOwedFrom == null ? Day.NONE : Math.toIntExact(nothingOwedFrom.toEpochDay());
  }
}
