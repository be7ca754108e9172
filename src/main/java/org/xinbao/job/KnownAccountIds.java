package org.xinbao.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.xinbao.bureau.AccountIds;
import org.xinbao.store.LoanRange;
import org.xinbao.store.StateCursor;
import org.xinbao.store.StateView;

/**
 * Which account ids are taken: those that decisions gave, which are few and held in memory, and the
 * loan ids of the state, which are looked up. A loan that this export has for the first time is not
 * among them; it is held itself when its id was given away.
 */
final class KnownAccountIds implements AccountIds {

  private final Map<String, String> given;
  private final StateView state;

  private KnownAccountIds(Map<String, String> given, StateView state) {
    this.given = Map.copyOf(given);
    this.state = state;
  }

  static KnownAccountIds of(NightRun night) {
    return new KnownAccountIds(
        night.stores().decisions().accountIds(night.run().input().decisionNo()), night.before());
  }

  @Override
  public boolean isOthers(String id, String loanId) {
    String owner = given.get(id);
    if (owner != null && !owner.equals(loanId)) {
      return true;
    }
    return !id.equals(loanId) && isLoan(id);
  }

  private boolean isLoan(String id) {
    // The next possible id, since ids are letters and digits, of which 0 is the first.
    try {
      StateCursor cursor = state.read(new LoanRange(id, id + "0"));
      return cursor.advance() && cursor.loanId().equals(id);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
