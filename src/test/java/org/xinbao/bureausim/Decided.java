package org.xinbao.bureausim;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Decisions that correct what was reported, on loans of a book that are in good order: every fourth
 * of those chosen has a month corrected, a month deleted, its account deleted, or gets a new id.
 */
final class Decided {

  private static final String HEADER =
      "decision_id,loan_id,kind,decided_on,effective_from,effective_to,reason,details";

  /** What a correction says was paid in the month, yuan. */
  private static final String PAID = "777";

  private final List<String> rows = new ArrayList<>();

  private Decided() {}

  /** Adds decisions to a month-end's export, and to what is expected of their loans. */
  static int decide(Path export, LocalDate monthEnd, Expectation expectation, int loans)
      throws IOException {
    YearMonth month = YearMonth.from(monthEnd);
    List<Map.Entry<String, ToldLoan>> good =
        expectation.loans().entrySet().stream()
            .filter(each -> each.getValue().isInGoodOrder(month.minusMonths(2), month.minusMonths(1)))
            .limit(loans)
            .collect(Collectors.toList());
    Decided decided = new Decided();
    for (int i = 0; i < good.size(); i++) {
      decided.row(i, good.get(i).getKey(), good.get(i).getValue(), monthEnd);
    }
    Exports.add(export, "decisions.csv", HEADER, decided.rows);
    Exports.seal(export, monthEnd);
    return good.size();
  }

  private void row(int number, String loanId, ToldLoan told, LocalDate on) {
    YearMonth before = YearMonth.from(on).minusMonths(1);
    YearMonth twoBefore = before.minusMonths(1);
    switch (number % 4) {
      case 0 -> {
        told.correct(before.atEndOfMonth(), "ActRpyAmt", PAID);
        String details = "segment=H;report_date=" + before.atEndOfMonth() + ";ActRpyAmt=" + PAID;
        add(number, loanId, "CORRECT", on, details);
      }
      case 1 -> {
        told.deleteMonth(twoBefore);
        String details =
            "segment=H;from=" + twoBefore.atDay(1) + ";to=" + twoBefore.atEndOfMonth();
        add(number, loanId, "DELETE_PERIOD", on, details);
      }
      case 2 -> {
        told.delete();
        add(number, loanId, "DELETE_ACCOUNT", on, "fraud=0");
      }
      default -> {
        told.rename("N" + loanId);
        add(number, loanId, "RENAME_ACCOUNT", on, "new_id=N" + loanId);
      }
    }
  }

  private void add(int number, String loanId, String kind, LocalDate on, String details) {
    rows.add("K" + number + "," + loanId + "," + kind + "," + on + ",,,," + details);
  }
}
