package org.xinbao.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SorterTest {

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path temp;

  private record Item(String key, long line, String text) {}

  /** One run; a few; more than are merged at a time. */
  @ParameterizedTest
  @ValueSource(ints = {1 << 20, 4_000, 200})
  void recordsComeByKeyThenLine(int runBytes) throws Exception {
    Random random = TestSeed.random(5);
    List<Item> items = new ArrayList<>();
    Sorter sorter = new Sorter(temp, "x.csv", runBytes);
    for (int i = 0; i < 3_000; i++) {
      String key = random.nextInt(10) == 0 ? "" : "K" + random.nextInt(300);
      Item item = new Item(key, i, "record " + i);
      items.add(item);
      byte[] k = key.getBytes(StandardCharsets.UTF_8);
      byte[] text = item.text().getBytes(StandardCharsets.UTF_8);
      sorter.add(k, 0, k.length, i, Frames.QUOTED, text, 0, text.length);
    }
    items.sort(Comparator.comparing(Item::key).thenComparingLong(Item::line));
    Sorter.Sorted sorted = sorter.finish();
    List<Item> read = new ArrayList<>();
    try (SpoolSource source = new SpoolSource(sorted.file(), 0)) {
      while (source.next()) {
        assertThat(source.quoted).isTrue();
        assertThat(source.malformed).isFalse();
        read.add(
            new Item(
                new String(source.key(), StandardCharsets.UTF_8),
                source.line,
                new String(
                    source.data, source.start, source.end - source.start, StandardCharsets.UTF_8)));
      }
    }
    assertThat(read).as("seed %d", TestSeed.SEED).isEqualTo(items);
    try (Stream<Path> left = Files.list(temp)) {
      assertThat(left.toList()).containsExactly(sorted.file());
    }
    assertThat(Files.getPosixFilePermissions(sorted.file()))
        .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
  }

  @Test
  void indexIsThinnedOutAndStillFindsEveryKey() {
    SparseIndex index = new SparseIndex(10, 2);
    long spacing = Limits.INDEX_SPACING;
    int keys = Limits.INDEX_ENTRIES * 5;
    for (int i = 1; i < keys; i++) {
      if (index.wants(10 + i * spacing)) {
        index.add(10 + i * spacing, i, key(i));
      }
    }
    assertThat(index.size()).isBetween(Limits.INDEX_ENTRIES / 4, Limits.INDEX_ENTRIES);
    for (int i = 1; i < keys; i += 97) {
      long offset = index.floor(key(i)).offset();
      assertThat(offset).isLessThanOrEqualTo(10 + i * spacing);
      assertThat(offset).isGreaterThan(10 + (i - 9) * spacing);
    }
    assertThat(index.floor(new byte[0]).offset()).isEqualTo(10);
  }

  private static byte[] key(int i) {
    return String.format(java.util.Locale.ROOT, "K%08d", i).getBytes(StandardCharsets.UTF_8);
  }
}
