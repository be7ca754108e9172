package org.xinbao.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The exclusive right to work in a home folder (rulings 31).
 *
 * <p>The operating system holds the lock on {@code <home>/lock} and lets go of it when the process
 * ends, however it ends. {@code <home>/lock.holder} only tells people who holds it: job, since when
 * and process id, one a line; left behind by a killed process it does no harm.
 */
public final class HomeLock implements AutoCloseable {

  /** How often a waiting job looks again. */
  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

  /**
   * Homes held by this process. A second channel on the lock file would, when closed, drop the lock
   * of the first (POSIX locks belong to the process), so it must never be opened.
   */
  private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

  private final Path home;
  private final FileChannel channel;
  private final FileLock lock;

  private HomeLock(Path home, FileChannel channel, FileLock lock) {
    this.home = home;
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Takes the lock, waiting at most {@code wait}; the home is created when missing.
   *
   * @param job the name that others are shown
   */
  public static HomeLock acquire(Path home, String job, Duration wait)
      throws LockedByOther, IOException, InterruptedException {
    Path real = SafeFiles.createFolders(home).toRealPath();
    Instant deadline = Instant.now().plus(wait);
    while (true) {
      HomeLock lock = tryOnce(real);
      if (lock != null) {
        return lock.announce(job);
      }
      if (!Instant.now().isBefore(deadline)) {
        throw new LockedByOther(home.toString(), LockHolder.read(note(real)));
      }
      Thread.sleep(LOOK_AGAIN.toMillis());
    }
  }

  /** Throws {@link StoreException} when the lock was let go, for example by an interrupt. */
  public void requireHeld() {
    if (!lock.isValid()) {
      throw new StoreException(
          "The lock of " + home + " was lost while working; run the same command again.");
    }
  }

  @Override
  public void close() throws IOException {
    try (channel) {
      if (lock.isValid()) {
        Files.deleteIfExists(note(home));
        lock.release();
      }
    } finally {
      HELD_HERE.remove(home);
    }
  }

  private static @Nullable HomeLock tryOnce(Path home) throws IOException {
    if (!HELD_HERE.add(home)) {
      return null;
    }
    HomeLock taken = null;
    FileChannel channel = null;
    try {
      channel = openLockFile(home.resolve("lock"));
      FileLock lock = channel.tryLock();
      if (lock != null) {
        taken = new HomeLock(home, channel, lock);
      }
      return taken;
    } finally {
      if (taken == null) {
        if (channel != null) {
          channel.close();
        }
        HELD_HERE.remove(home);
      }
    }
  }

  private static FileChannel openLockFile(Path file) throws IOException {
    try {
      return SafeFiles.createFile(file);
    } catch (java.nio.file.FileAlreadyExistsException e) {
      return FileChannel.open(file, StandardOpenOption.WRITE);
    }
  }

  private HomeLock announce(String job) throws IOException {
    boolean announced = false;
    try {
      Instant since = Instant.now().truncatedTo(ChronoUnit.SECONDS);
      new LockHolder(job, since, ProcessHandle.current().pid()).write(note(home));
      announced = true;
      return this;
    } finally {
      if (!announced) {
        close();
      }
    }
  }

  private static Path note(Path home) {
    return home.resolve("lock.holder");
  }
}
