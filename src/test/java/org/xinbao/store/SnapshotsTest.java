package org.xinbao.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinbao.arrears.Day;

class SnapshotsTest {

  private static final long SEED = Long.getLong("xinbao.test.seed", 20261031L);

  private final Path home;
  private final Snapshots snapshots;
  private int parts;

  SnapshotsTest(@TempDir Path home) throws IOException {
    this.home = home;
    this.snapshots = new Snapshots(home);
  }

  @Test
  void aBaseAndItsDeltasEqualANaiveMapOnEveryDay() throws IOException {
    Random random = new Random(SEED);
    NavigableMap<String, byte[]> naive = newMap();
    Map<SnapshotKey, NavigableMap<String, byte[]>> published = new TreeMap<>();
    Optional<SnapshotKey> previous = Optional.empty();
    int day = Day.parse("2026-01-20");
    for (int night = 0; night < 45; night++, day += 1 + (random.nextInt(10) == 0 ? 3 : 0)) {
      SnapshotKey key = new SnapshotKey(day, 1 + random.nextInt(2));
      NavigableMap<String, byte[]> today = changed(naive, random);
      write(key, previous, naive, today, 1 + random.nextInt(5));
      naive = today;
      published.put(key, today);
      previous = Optional.of(key);
    }
    for (var entry : published.entrySet()) {
      try (StateView view = snapshots.open(entry.getKey())) {
        view.verify();
        assertThat(read(view, LoanRange.ALL))
            .as("seed %d, %s", SEED, entry.getKey())
            .isEqualTo(texts(entry.getValue()));
        LoanRange range = range(random);
        NavigableMap<String, byte[]> expected = entry.getValue().tailMap(range.from(), true);
        if (!range.isOpen()) {
          expected = expected.headMap(range.to(), false);
        }
        assertThat(read(view, range))
            .as("seed %d, %s, %s", SEED, entry.getKey(), range)
            .isEqualTo(texts(expected));
      }
    }
    assertThat(snapshots.list()).containsExactlyElementsOf(published.keySet());
  }

  @Test
  void partitionsDoNotChangeTheBytes() throws IOException {
    NavigableMap<String, byte[]> rows = newMap();
    Random random = new Random(SEED);
    for (int i = 0; i < 20_000; i++) {
      rows.put("LN" + random.nextInt(1_000_000), payload(random));
    }
    SnapshotKey key = key("2026-10-31");
    byte[] whole = null;
    for (int partitions : new int[] {1, 2, 7, 64}) {
      SnapshotInfo info = write(key, Optional.empty(), newMap(), rows, partitions);
      byte[] bytes = Files.readAllBytes(home.resolve("state/2026-10-31.state"));
      assertThat(info.bytes()).isEqualTo(bytes.length);
      assertThat(info.rows()).isEqualTo(rows.size());
      if (whole != null) {
        assertThat(bytes).as(partitions + " partitions").isEqualTo(whole);
      }
      whole = bytes;
      snapshots.delete(key);
    }
  }

  @Test
  void idsSortByUnsignedUtf8Bytes() throws IOException {
    // U+FFFD is EF BF BD, U+1F600 is F0 9F 98 80: by UTF-16 units the second would come first.
    List<String> ids = List.of("A", "B1", "Z", "a", "é", "贷款", "\uFFFD", "\uD83D\uDE00");
    SnapshotPlan plan = snapshots.plan(key("2026-10-31"), Optional.empty());
    Path part = home.resolve("part");
    try (SnapshotWriter writer = SnapshotWriter.create(part, plan)) {
      for (String id : ids) {
        writer.put(id, id.getBytes(UTF_8), Optional.empty());
      }
      assertThatThrownBy(() -> writer.put("é", new byte[0], Optional.empty()))
          .isInstanceOf(IllegalStateException.class);
      writer.finish();
    }
    snapshots.assemble(plan, List.of(part));
    snapshots.publish(plan.key());
    try (StateView view = snapshots.open(plan.key())) {
      assertThat(read(view, LoanRange.ALL).keySet()).containsExactlyElementsOf(ids);
      assertThat(read(view, new LoanRange("a", "\uFFFD")).keySet()).containsExactly("a", "é", "贷款");
    }
  }

  @Test
  void aBaseIsWrittenFirstAtMonthEndAndWhenAMonthEndWasMissed() throws IOException {
    assertPlan("2026-10-28", "", true);
    assertPlan("2026-10-29", "2026-10-28", false);
    assertPlan("2026-10-31", "2026-10-29", true);
    assertPlan("2026-11-01", "2026-10-31", false);
    assertPlan("2026-11-29", "2026-11-01", false);
    // 30 November was not run: the last base is of October, a December delta would reach too far.
    assertPlan("2026-12-01", "2026-11-29", true);
    assertPlan("2026-12-02", "2026-12-01", false);
    assertPlan("2028-02-29", "2026-12-02", true);
  }

  @Test
  void aDeltaHoldsOnlyWhatChanged() throws IOException {
    NavigableMap<String, byte[]> first = newMap();
    for (int i = 10; i < 100; i++) {
      first.put("L" + i, bytes("state " + i));
    }
    write(key("2026-10-29"), Optional.empty(), newMap(), first, 1);
    NavigableMap<String, byte[]> second = newMap();
    second.putAll(first);
    second.put("L20", bytes("other"));
    second.put("L100", bytes(""));
    second.remove("L30");
    SnapshotInfo info = write(key("2026-10-30"), Optional.of(key("2026-10-29")), first, second, 1);
    assertThat(info.rows()).isEqualTo(3);
    assertThat(Files.readString(home.resolve("state/2026-10-30.state"), UTF_8))
        .startsWith("xinbao-state\t1\t2026-10-30\t2026-10-29\nL100\t\nL20\tother\nL30\n");
  }

  @Test
  void everyDamageIsNoticed() throws IOException {
    Random random = new Random(SEED);
    NavigableMap<String, byte[]> rows = newMap();
    for (int i = 0; i < 3_000; i++) {
      rows.put("LN" + random.nextInt(1_000_000), payload(random));
    }
    SnapshotKey key = key("2026-10-31");
    write(key, Optional.empty(), newMap(), rows, 1);
    Path file = home.resolve("state/2026-10-31.state");
    byte[] sound = Files.readAllBytes(file);
    for (int trial = 0; trial < 300; trial++) {
      byte[] damaged = sound.clone();
      int at = trial < 150 ? random.nextInt(sound.length) : sound.length - 1 - random.nextInt(400);
      damaged[at] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, damaged);
      assertDamaged(key, "seed " + SEED + ", byte " + at);
      Files.write(file, Arrays.copyOf(sound, at));
      assertDamaged(key, "seed " + SEED + ", cut at byte " + at);
    }
    Files.delete(file);
    assertThatThrownBy(() -> snapshots.open(key))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("is missing; restore the home");
  }

  @Test
  void changedRowsAreNoticedWhenTheyAreRead() throws IOException {
    write(
        key("2026-10-31"),
        Optional.empty(),
        newMap(),
        new TreeMap<>(Map.of("L1", bytes("owes 5.00"))),
        1);
    Path file = home.resolve("state/2026-10-31.state");
    Files.writeString(file, Files.readString(file, UTF_8).replace("5.00", "1.00"), UTF_8);
    try (StateView view = snapshots.open(key("2026-10-31"))) {
      assertThatThrownBy(() -> read(view, LoanRange.ALL))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("2026-10-31.state is damaged: the rows from byte")
          .hasMessageNotContaining("1.00");
    }
  }

  @Test
  void publishingAgainAfterACrashIsHarmless() throws IOException {
    SnapshotPlan plan = snapshots.plan(key("2026-10-31"), Optional.empty());
    assemble(plan, "same");
    assertThat(snapshots.exists(plan.key())).as("staged only").isFalse();
    snapshots.publish(plan.key());
    snapshots.publish(plan.key());
    assemble(plan, "same");
    snapshots.publish(plan.key());
    assertThat(snapshots.info(plan.key()).rows()).isEqualTo(1);
    assemble(plan, "other");
    assertThatThrownBy(() -> snapshots.publish(plan.key()))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("exists with other content");
  }

  @Test
  void partsOfAnotherRunAreRefused() throws IOException {
    SnapshotPlan other = snapshots.plan(key("2026-10-30"), Optional.empty());
    Path part = home.resolve("part");
    try (SnapshotWriter writer = SnapshotWriter.create(part, other)) {
      writer.finish();
    }
    SnapshotPlan plan = snapshots.plan(key("2026-10-31"), Optional.empty());
    assertThatThrownBy(() -> snapshots.assemble(plan, List.of(part)))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("another run");
  }

  @Test
  void aSnapshotThatOthersNeedIsNotDeleted() throws IOException {
    assertPlan("2026-10-28", "", true);
    assertPlan("2026-10-29", "2026-10-28", false);
    assertThatThrownBy(() -> snapshots.delete(key("2026-10-28")))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("still needed by that of 2026-10-29");
    snapshots.delete(key("2026-10-29"));
    snapshots.delete(key("2026-10-28"));
    assertThat(snapshots.list()).isEmpty();
  }

  @Test
  void anEmptyStateHasNoLoan() throws IOException {
    assertThat(read(StateView.EMPTY, LoanRange.ALL)).isEmpty();
    assertPlan("2026-10-28", "", true);
    try (StateView view = snapshots.open(key("2026-10-28"))) {
      assertThat(read(view, LoanRange.ALL)).isEmpty();
      view.verify();
    }
  }

  private void assertPlan(String date, String previous, boolean base) throws IOException {
    Optional<SnapshotKey> before =
        previous.isEmpty() ? Optional.empty() : Optional.of(key(previous));
    SnapshotPlan plan = snapshots.plan(key(date), before);
    assertThat(plan.isBase()).as(date).isEqualTo(base);
    write(key(date), before, newMap(), newMap(), 1);
  }

  private void assemble(SnapshotPlan plan, String payload) throws IOException {
    Path part = home.resolve("part" + parts++);
    try (SnapshotWriter writer = SnapshotWriter.create(part, plan)) {
      writer.put("L1", bytes(payload), Optional.empty());
      writer.finish();
    }
    snapshots.assemble(plan, List.of(part));
  }

  /** Merges the old and the new state as a night does, partition by partition. */
  private SnapshotInfo write(
      SnapshotKey key,
      Optional<SnapshotKey> previous,
      NavigableMap<String, byte[]> before,
      NavigableMap<String, byte[]> now,
      int partitions)
      throws IOException {
    SnapshotPlan plan = snapshots.plan(key, previous);
    TreeSet<String> ids = new TreeSet<>(before.keySet());
    ids.addAll(now.keySet());
    List<String> all = List.copyOf(ids);
    List<Path> files = new ArrayList<>();
    for (int partition = 0; partition < partitions; partition++) {
      Path part = home.resolve("part" + parts++);
      files.add(part);
      try (SnapshotWriter writer = SnapshotWriter.create(part, plan)) {
        int from = all.size() * partition / partitions;
        int to = all.size() * (partition + 1) / partitions;
        for (String id : all.subList(from, to)) {
          if (now.containsKey(id)) {
            writer.put(id, now.get(id), Optional.ofNullable(before.get(id)));
          } else {
            writer.remove(id);
          }
        }
        writer.finish();
      }
    }
    SnapshotInfo info = snapshots.assemble(plan, files);
    snapshots.publish(key);
    assertThat(snapshots.info(key)).isEqualTo(info);
    return info;
  }

  private void assertDamaged(SnapshotKey key, String trial) {
    assertThatThrownBy(
            () -> {
              try (StateView view = snapshots.open(key)) {
                view.verify();
              }
            })
        .as(trial)
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("The state file");
  }

  private static NavigableMap<String, byte[]> changed(
      NavigableMap<String, byte[]> before, Random random) {
    NavigableMap<String, byte[]> now = newMap();
    before.forEach(
        (id, payload) -> {
          int dice = random.nextInt(20);
          if (dice > 0) {
            now.put(id, dice < 3 ? payload(random) : payload);
          }
        });
    for (int i = 0; i < 150; i++) {
      now.put("LN" + random.nextInt(5_000), payload(random));
    }
    return now;
  }

  private static LoanRange range(Random random) {
    String from = "LN" + random.nextInt(5_000);
    return new LoanRange(from, random.nextInt(4) == 0 ? "" : from + random.nextInt(10));
  }

  private static Map<String, String> read(StateView view, LoanRange range) throws IOException {
    Map<String, String> rows = new java.util.LinkedHashMap<>();
    StateCursor cursor = view.read(range);
    while (cursor.advance()) {
      rows.put(cursor.loanId(), new String(cursor.payload(), UTF_8));
    }
    return rows;
  }

  private static Map<String, String> texts(Map<String, byte[]> rows) {
    Map<String, String> texts = new java.util.LinkedHashMap<>();
    rows.forEach((id, payload) -> texts.put(id, new String(payload, UTF_8)));
    return texts;
  }

  /** Ids of these tests are ASCII, for which the order of texts is that of their bytes. */
  private static NavigableMap<String, byte[]> newMap() {
    return new TreeMap<>();
  }

  private static byte[] payload(Random random) {
    return bytes("状态\t" + "x".repeat(random.nextInt(300)) + random.nextInt());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static SnapshotKey key(String date) {
    return new SnapshotKey(Day.parse(date), 1);
  }
}
