package org.xinbao.job;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xinbao.store.Database;
import org.xinbao.store.DatabaseProduct;
import org.xinbao.store.HomeIdentity;
import org.xinbao.store.HomeLock;
import org.xinbao.store.LockedByOther;
import org.xinbao.store.ServerLock;

/**
 * How every job that works in a home begins: with its lock, its log and its database, and only for
 * the institution that the home belongs to.
 */
final class HomeJob {

  private static final Logger LOG = LoggerFactory.getLogger(HomeJob.class);

  private HomeJob() {}

  /** What a job does while it holds the home. */
  @FunctionalInterface
  interface Work<T> {
    T run(Stores stores) throws Exception;
  }

  /**
   * Does the work while holding the home.
   *
   * @param job the name that others are shown
   * @param wait how long to wait for another job to let go of the home
   * @throws JobStopped when another job holds it or it belongs to another institution
   */
  @SuppressWarnings("try")
  static <T> T run(Path home, NightlyConf conf, String job, Duration wait, Work<T> work)
      throws Exception {
    try (HomeLock lock = HomeLock.acquire(home, job, wait)) {
      LogFile.open(home);
      try (Database database = conf.openDatabase(home)) {
        Stores stores = Stores.of(database, home);
        T result = onServer(conf, stores, job, wait, work);
        return result;
      } catch (JobStopped | LockedByOther e) {
        throw e;
      } catch (Exception e) {
        LOG.error("the job {} failed: {}", job, FailureLog.describe(e));
        throw e;
      }
    } catch (LockedByOther e) {
      throw new JobStopped(
          ExitCode.LOCKED,
          String.format(
              Locale.ROOT,
              "The home %s is held by %s (process %d) since %s: wait for it to end, or use --wait.",
              home,
              e.job().isEmpty() ? "another job" : "the job " + e.job(),
              e.processId(),
              e.since()));
    }
  }

  @SuppressWarnings("try") // the lock is held, not used
  private static <T> T onServer(
      NightlyConf conf, Stores stores, String job, Duration wait, Work<T> work) throws Exception {
    if (stores.database().product() == DatabaseProduct.POSTGRESQL) {
      String institution = conf.settings().providerCode();
      try (ServerLock server = ServerLock.acquire(stores.database(), institution, job, wait)) {
        refuseOtherInstitution(conf, stores);
        return work.run(stores);
      }
    }
    refuseOtherInstitution(conf, stores);
    return work.run(stores);
  }

  private static void refuseOtherInstitution(NightlyConf conf, Stores stores) {
    String ours = conf.settings().providerCode();
    String owner = new HomeIdentity(stores.database()).claim(ours);
    if (!owner.equals(ours)) {
      throw new JobStopped(
          ExitCode.USAGE,
          "The home belongs to the institution "
              + owner
              + ", not to "
              + ours
              + ": name its own home with --home.");
    }
  }
}
