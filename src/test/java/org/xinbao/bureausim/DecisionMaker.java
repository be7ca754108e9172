package org.xinbao.bureausim;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Somebody who decides on a few accounts in good order, of which the centre has the month before:
 * an amount is put right, a month is deleted, an account gets another code, one is deleted. What
 * each must lead to is told to the expectation at once.
 */
final class DecisionMaker {

  private static final String HEADER =
      "decision_id,loan_id,kind,decided_on,effective_from,effective_to,reason,details,bureau";

  /** Of so many accounts in good order one is decided on, for each kind of decision. */
  private static final int ONE_OF = 60;

  private final Expectation expectation;
  private final Centre centre;
  private final Random random;
  private int made;

  DecisionMaker(Expectation expectation, Centre centre, long seed) {
    this.expectation = expectation;
    this.centre = centre;
    this.random = new Random(seed);
  }

  /** How many decisions were made. */
  int made() {
    return made;
  }

  /**
   * Decides, and adds the decisions to an export.
   *
   * @param month the last one that was told
   */
  void decide(Path export, LocalDate on, YearMonth month) throws IOException {
    List<String> candidates = candidates(month);
    List<String> rows = new ArrayList<>();
    int each = Math.max(1, candidates.size() / ONE_OF);
    Iterator<String> next = candidates.iterator();
    for (Kind kind : Kind.values()) {
      for (int i = 0; i < each && next.hasNext(); i++) {
        String loanId = next.next();
        ToldLoan told = expectation.loans().getOrDefault(loanId, new ToldLoan());
        rows.add(row(kind, loanId, told, on, month));
        made++;
      }
    }
    Exports.add(export, "decisions.csv", HEADER, rows);
    Exports.seal(export, on);
  }

  private enum Kind {
    CORRECT,
    DELETE_PERIOD,
    RENAME_ACCOUNT,
    DELETE_ACCOUNT
  }

  private String row(Kind kind, String loanId, ToldLoan told, LocalDate on, YearMonth month) {
    LocalDate end = month.atEndOfMonth();
    String details =
        switch (kind) {
          case CORRECT -> {
            told.correct(end, "ActRpyAmt", "777");
            yield "segment=H;report_date=" + end + ";ActRpyAmt=777";
          }
          case DELETE_PERIOD -> {
            told.deleteMonth(month);
            yield "segment=H;from=" + end + ";to=" + end;
          }
          case RENAME_ACCOUNT -> {
            told.rename("N" + loanId);
            yield "new_id=N" + loanId;
          }
          case DELETE_ACCOUNT -> {
            told.delete();
            yield "fraud=0";
          }
        };
    return String.join(
        ",", "D" + on + "-" + made, loanId, kind.name(), on.toString(), "", "", "", details, "");
  }

  /** Open accounts without arrears, two months told and stored, in an order by chance. */
  private List<String> candidates(YearMonth month) {
    List<String> ids = new ArrayList<>();
    for (Map.Entry<String, ToldLoan> each : expectation.loans().entrySet()) {
      ToldLoan told = each.getValue();
      boolean undecided = told.hasAccount() && told.accountId(each.getKey()).equals(each.getKey());
      if (undecided
          && told.isInGoodOrder(month, month.minusMonths(1))
          && centre
              .store()
              .account(Truth.PROVIDER + each.getKey())
              .filter(
                  account -> isStored(account, month) && isStored(account, month.minusMonths(1)))
              .isPresent()) {
        ids.add(each.getKey());
      }
    }
    Collections.shuffle(ids, random);
    return ids;
  }

  private static boolean isStored(Account account, YearMonth month) {
    return account.month(month).containsKey(month.atEndOfMonth());
  }
}
