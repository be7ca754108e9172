package org.xinbao.job;

import java.io.Closeable;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.xinbao.bureau.Fact;
import org.xinbao.store.SnapshotKey;
import org.xinbao.store.SnapshotPlan;
import org.xinbao.store.Snapshots;
import org.xinbao.store.StateView;

/**
 * The state of customers and facilities that a run builds on, and the snapshots that it writes.
 * Fixed before the first partition begins.
 */
final class KeyStates implements Closeable {

  private final Map<Fact.By, StateView> before = new EnumMap<>(Fact.By.class);
  private final Map<Fact.By, SnapshotPlan> plans = new EnumMap<>(Fact.By.class);

  private KeyStates() {}

  static KeyStates open(Stores stores, SnapshotKey own, Optional<SnapshotKey> previous)
      throws IOException {
    KeyStates states = new KeyStates();
    boolean opened = false;
    try {
      for (Fact.By by : Fact.By.values()) {
        Snapshots snapshots = stores.states(by);
        Optional<SnapshotKey> base = snapshots.base(previous);
        states.plans.put(by, snapshots.plan(own, base));
        states.before.put(by, base.isPresent() ? snapshots.open(base.get()) : StateView.EMPTY);
      }
      opened = true;
      return states;
    } finally {
      if (!opened) {
        states.close();
      }
    }
  }

  /** The state as published for the previous date. */
  StateView before(Fact.By by) {
    return require(before.get(by));
  }

  /** The snapshot to write. */
  SnapshotPlan plan(Fact.By by) {
    return require(plans.get(by));
  }

  private static <T> T require(@org.jspecify.annotations.Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("the state of customers and facilities is not open");
    }
    return value;
  }

  @Override
  public void close() throws IOException {
    for (StateView each : before.values()) {
      each.close();
    }
  }
}
