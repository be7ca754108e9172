package org.xinbao.job;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinbao.store.Database;

/**
 * The night that a worker's threads work on, opened with its first order and shared by them; when
 * orders of another one come, they wait until nobody works on this one. The configuration is read
 * anew for each night.
 */
final class OpenNights implements AutoCloseable {

  private final Path conf;
  private final Path home;
  private @Nullable Database database;
  private @Nullable RemoteNight night;
  private String opening = "";
  private int users;

  OpenNights(Path conf, Path home) {
    this.conf = conf;
    this.home = home;
  }

  /** Works an order; does nothing when its run is over. */
  void work(WorkOrder order) throws Exception {
    Optional<RemoteNight> found = take(order);
    if (found.isEmpty()) {
      return;
    }
    RemoteNight mine = found.get();
    try {
      if (mine.isRunning()) {
        mine.work(order);
      }
    } catch (IOException | RuntimeException e) {
      // A run that ended meanwhile has taken its folder with it.
      if (mine.isRunning()) {
        throw e;
      }
    } finally {
      giveBack();
    }
  }

  private synchronized Optional<RemoteNight> take(WorkOrder order) throws Exception {
    while (!opening.equals(order.opening()) && users > 0) {
      wait();
    }
    if (!opening.equals(order.opening())) {
      close();
      NightlyConf read = NightlyConf.read(conf);
      Database opened = read.openDatabase(home);
      database = opened;
      night = RemoteNight.open(read, conf, home, opened, order).orElse(null);
      opening = order.opening();
    }
    if (night != null) {
      users++;
    }
    return Optional.ofNullable(night);
  }

  private synchronized void giveBack() {
    users--;
    notifyAll();
  }

  /** Lets go of the night when nobody works on it, so that an idle worker holds nothing. */
  synchronized void rest() throws IOException {
    if (users == 0) {
      close();
    }
  }

  @Override
  public synchronized void close() throws IOException {
    opening = "";
    RemoteNight closing = night;
    Database open = database;
    night = null;
    database = null;
    try {
      if (closing != null) {
        closing.close();
      }
    } finally {
      if (open != null) {
        open.close();
      }
    }
  }
}
