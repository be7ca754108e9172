package org.xinbao.bureausim;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the centre must know of every loan after a row of nights: a deliberately plain reading of
 * the assessments, by the tables of {@code src/docs/bureaux.md}. It never looks at a submission.
 */
final class Expectation {

  private static final int DAYS_MAX = 30;
  private static final int NOTICE_AHEAD_DAYS = 30;

  private final SortedMap<String, ToldLoan> loans = new TreeMap<>();

  /** The loans that must be told of, and those that must not. */
  SortedMap<String, ToldLoan> loans() {
    return loans;
  }

  /** Takes in what a night assessed. */
  void night(LocalDate date, Path published, Ledger ledger) throws IOException {
    for (Map.Entry<String, List<Row>> each : Home.assessments(published).entrySet()) {
      ToldLoan told = loans.computeIfAbsent(each.getKey(), any -> new ToldLoan());
      loan(told, each.getValue().get(0), ledger, date);
    }
  }

  private static void loan(ToldLoan told, Row figures, Ledger ledger, LocalDate date) {
    if (told.isClosed()) {
      return;
    }
    Row loan = ledger.loan(figures.get("loan_id"));
    told.assess(date, Truth.monthly(figures, loan, date, told.classTold()));
    recovery(told, figures, loan, ledger, date);
    Optional<String> code = code(told, figures, loan, date);
    if (code.isEmpty() || lacksNotice(figures, loan, ledger, date)) {
      return;
    }
    told.report(date, code.get(), Truth.fiveCateAdjDate(figures, loan, told.classTold()));
    told.describe(
        Truth.data(figures, loan, ledger), Truth.parties(loan, ledger), Truth.agreement(loan));
    if (!code.get().equals("10")) {
      told.addSpecials(SpecialsTruth.named(figures.get("loan_id"), ledger, date));
    }
  }

  /** RptDateCode of the record that is due, if one is: the table "Which record, when". */
  private static Optional<String> code(ToldLoan told, Row figures, Row loan, LocalDate date) {
    boolean settles = date.equals(YearMonth.from(date).atEndOfMonth());
    boolean closed = Truth.isClosed(figures);
    if (!told.isKnown()) {
      LocalDate opened = LocalDate.parse(loan.get("opened_on"));
      boolean isNew =
          YearMonth.from(opened).equals(YearMonth.from(date))
              && ChronoUnit.DAYS.between(opened, date) < DAYS_MAX;
      if (closed) {
        return Optional.empty();
      }
      return isNew ? Optional.of("10") : settles ? Optional.of("31") : Optional.empty();
    }
    if (closed) {
      LocalDate on = LocalDate.parse(Truth.closeDate(figures, loan));
      boolean recent = ChronoUnit.DAYS.between(on, date) < DAYS_MAX;
      return settles ? Optional.of("32") : recent ? Optional.of("20") : Optional.empty();
    }
    return settles ? Optional.of("30") : Optional.empty();
  }

  /** A 40: overdue when last told, nothing overdue any more. */
  private static void recovery(
      ToldLoan told, Row figures, Row loan, Ledger ledger, LocalDate date) {
    Optional<LocalDate> paid = figures.date("last_paid_on");
    boolean clear =
        !Truth.isClosed(figures)
            && Truth.acctStatus(figures, loan).equals("1")
            && told.assessed(date).contains("TotOverd=0\n");
    if (!told.isKnown() || told.overdueTold() == 0 || paid.isEmpty() || !clear) {
      return;
    }
    YearMonth month = YearMonth.from(date);
    boolean late =
        !YearMonth.from(paid.get()).equals(month)
            || paid.get().equals(month.atEndOfMonth())
            || !paid.get().isAfter(told.lastRptDate());
    if (!late && !told.hasRecoveryIn(month)) {
      long paidThatDay =
          SpecialsTruth.paidOn(figures.get("loan_id"), ledger, paid.get().toString());
      told.recover(paid.get(), figures.yuan("principal_balance"), paidThatDay);
    }
  }

  /** Rulings 35: an adverse report without a notice about the present adverse record is held. */
  static boolean lacksNotice(Row figures, Row loan, Ledger ledger, LocalDate rptDate) {
    String status = Truth.rpyStatus(figures, loan);
    boolean adverse =
        status.matches("[1-7BG]")
            || !Truth.monthly(figures, loan, rptDate, "").contains("\nTotOverd=0\n");
    if (!adverse) {
      return false;
    }
    LocalDate from = LocalDate.parse(figures.get("adverse_since")).minusDays(NOTICE_AHEAD_DAYS);
    return ledger.notices(loan.get("loan_id")).stream()
        .map(each -> LocalDate.parse(each.get("sent_on")))
        .noneMatch(on -> !on.isBefore(from) && on.isBefore(rptDate));
  }
}
