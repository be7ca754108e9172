package org.xinbao.store;

import java.nio.file.Path;
import java.time.Duration;

/** Takes the lock of a home and keeps it until it is killed. */
final class LockingProcess {

  private LockingProcess() {}

  public static void main(String[] arguments) throws Exception {
    try (HomeLock lock = HomeLock.acquire(Path.of(arguments[0]), "child", Duration.ZERO)) {
      lock.requireHeld();
      System.out.println("held");
      Thread.sleep(Duration.ofMinutes(5).toMillis());
    } catch (LockedByOther e) {
      System.out.println(e.job() + " " + e.processId());
    }
  }
}
