package org.xinbao.job;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.xinbao.bureau.ReportedAccounts;
import org.xinbao.store.LoanRange;
import org.xinbao.store.Run;
import org.xinbao.store.StateCursor;
import org.xinbao.store.StateView;

/**
 * What a home says was sent to a bureau: names of files, and by account what the bureau was told
 * last. Accounts that are asked for in rising order are read along; others are looked up.
 */
public final class ReportedHistory {

  /** The name that others are shown while the home is held. */
  private static final String JOB = "precheck";

  private final Stores stores;
  private final StateView view;
  private Optional<StateCursor> cursor = Optional.empty();
  private String asked = "";

  private ReportedHistory(Stores stores, StateView view) {
    this.stores = stores;
    this.view = view;
  }

  /** What is done while the home is held. */
  @FunctionalInterface
  public interface Work<T> {
    T run(ReportedHistory history) throws Exception;
  }

  /**
   * Does the work while holding the home, which is only read.
   *
   * @param wait how long to wait for another job to let go of the home
   * @throws JobStopped when another job holds it or it belongs to another institution
   */
  public static <T> T in(Path home, Path conf, Duration wait, Work<T> work) throws Exception {
    return HomeJob.run(
        home,
        NightlyConf.read(conf),
        JOB,
        wait,
        stores -> {
          Optional<Run> last = BuiltOn.find(stores);
          try (StateView view =
              last.isPresent()
                  ? stores.snapshots().open(last.get().snapshotKey())
                  : StateView.EMPTY) {
            return work.run(new ReportedHistory(stores, view));
          }
        });
  }

  /** Whether a published file has the name. */
  public boolean isUsedName(String fileName) {
    return stores.submissions().isPublished(fileName);
  }

  /** What a bureau was told of accounts. */
  public ReportedAccounts accounts(String bureau) {
    return account -> find(bureau, account);
  }

  private String find(String bureau, String account) throws IOException {
    if (cursor.isEmpty() || LoanCursor.ORDER.compare(account, asked) <= 0) {
      cursor = Optional.of(start(account));
    }
    asked = account;
    StateCursor at = cursor.get();
    while (!at.loanId().isEmpty() && LoanCursor.ORDER.compare(at.loanId(), account) < 0) {
      if (!at.advance()) {
        return "";
      }
    }
    return at.loanId().equals(account)
        ? LoanState.parse(at.payload()).reported().getOrDefault(bureau, "")
        : "";
  }

  private StateCursor start(String account) throws IOException {
    StateCursor from = view.read(new LoanRange(account, ""));
    from.advance();
    return from;
  }
}
