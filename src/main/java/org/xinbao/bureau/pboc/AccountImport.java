package org.xinbao.bureau.pboc;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.xinbao.arrears.Day;
import org.xinbao.bureau.Imported;
import org.xinbao.bureau.ImportedAccount;

/**
 * An account that another system has reported (rulings 6). Which segments it told is not known, so
 * the first record that may carry them takes them as told; the special transactions up to the last
 * report count as told unless the history lists them.
 */
final class AccountImport {

  private static final Set<String> CODES = Set.of("10", "20", "30", "31", "32", "40");
  private static final Pattern REST = Pattern.compile("[A-Za-z0-9]{1,46}");
  private static final long CENTS = 100;

  private final ImportedAccount account;
  private final String provider;
  private final List<Imported.Problem> problems = new ArrayList<>();

  private AccountImport(ImportedAccount account, String provider) {
    this.account = account;
    this.provider = provider;
  }

  static Imported of(ImportedAccount account, String provider) {
    return new AccountImport(account, provider).check();
  }

  private Imported check() {
    Optional<AccountType> type =
        AccountType.find(account.accountType()).filter(AccountType::isWritten);
    require(type.isPresent(), "account_type", "D1, R1 or R4");
    boolean known = CODES.contains(account.lastReportCode());
    require(known, "last_report_code", "10, 20, 30, 31, 32 or 40");
    if (known) {
      require(
          isClosing() == account.closed(), "closed", "1 exactly when the last code is 20 or 32");
      require(monthFits(), "last_month", "the month of last_report_date or one beside it");
    }
    require(codeFits(), "account_code", "the provider code and 1 to 46 letters and digits");
    require(account.lastOverdueTotal() % CENTS == 0, "last_overdue_total", "whole yuan");
    require(
        account.lastFiveClassOn() <= account.lastReportDate(),
        "last_five_class_on",
        "not after last_report_date");
    for (int i = 0; i < specials().size(); i++) {
      ImportedAccount.SpecialTransaction each = specials().get(i);
      if (!CodeLists.CHAN_TRAN_TYPE.contains(each.kind())) {
        problems.add(new Imported.Problem(i, "kind", "a ChanTranType"));
      } else if (each.on() > account.lastReportDate()) {
        problems.add(new Imported.Problem(i, "on", "not after last_report_date"));
      }
    }
    return problems.isEmpty()
        ? Imported.of(SentHistory.of(state(type.orElseThrow())).text())
        : Imported.refused(problems);
  }

  private void require(boolean holds, String column, String sentence) {
    if (!holds) {
      problems.add(Imported.Problem.of(column, sentence));
    }
  }

  private boolean isClosing() {
    return account.lastReportCode().equals("20") || account.lastReportCode().equals("32");
  }

  private boolean isRecovered() {
    return account.lastReportCode().equals("40");
  }

  /** Month ±1 (BLE039); a 40 has none of its own, and none may have been reported before it. */
  private boolean monthFits() {
    if (isRecovered()) {
      return account.lastMonth() == Day.NONE || account.lastMonth() <= account.lastReportDate();
    }
    int first = Day.firstOfMonth(account.lastReportDate());
    return account.lastMonth() != Day.NONE
        && account.lastMonth() >= Day.plusMonths(first, -1)
        && account.lastMonth() <= Day.plusMonths(first, 1);
  }

  private boolean codeFits() {
    return account.accountCode().isEmpty()
        || (account.accountCode().startsWith(provider) && REST.matcher(rest()).matches());
  }

  private String rest() {
    return account.accountCode().substring(provider.length());
  }

  private List<ImportedAccount.SpecialTransaction> specials() {
    return account.specials().orElse(List.of());
  }

  private ReportedState state(AccountType type) {
    boolean other = !account.accountCode().isEmpty() && !rest().equals(account.loanId());
    return new ReportedState(
        Optional.of(type),
        account.lastReportDate(),
        Integer.parseInt(account.lastReportCode()),
        account.lastMonth() == Day.NONE ? 0 : Dates.month(account.lastMonth()),
        account.lastOverdueTotal() / CENTS,
        account.closed(),
        isRecovered() ? Dates.month(account.lastReportDate()) : 0,
        account.lastFiveClassOn(),
        Collections.nCopies(4, ReportedState.NOT_KNOWN),
        account.specials().isPresent() ? Day.NONE : account.lastReportDate() + 1,
        specials().stream()
            .map(
                each ->
                    new ReportedState.SpecialKey(
                        Integer.parseInt(each.kind()), each.on(), Day.NONE))
            .toList(),
        other ? Dossier.NONE.withAccount(rest()) : Dossier.NONE);
  }
}
