package org.xinbao.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinbao.cli.Ended;

/**
 * Workers in processes of their own, with a real broker and a real server: whatever becomes of
 * them, the night publishes the bytes of a local one.
 */
class WorkersTest {

  private static final String DATE = "2026-10-31";
  private static final int PARTITIONS = 5;
  private static Path folder = Path.of("");
  private static EmbeddedPostgres server;
  private static TestBroker broker;
  private static SortedMap<String, String> expected;

  @BeforeAll
  static void start(@TempDir Path shared) throws Exception {
    folder = shared;
    Nights embedded = Nights.in(shared.resolve("embedded"));
    embedded.publish(Nights.sample("2026-10-30"), "2026-10-30");
    embedded.publish(Nights.sample(DATE), DATE);
    expected = Trees.hashes(embedded.output());
    server = EmbeddedPostgres.builder().start();
    broker = TestBroker.start(shared.resolve("broker"));
  }

  @AfterAll
  static void stop() throws Exception {
    try {
      broker.stop();
    } finally {
      server.close();
    }
  }

  /** A home with a database of its own, in which the day before is published, locally. */
  private static Nights nights(String name, String... workers) throws Exception {
    Path own = folder.resolve(name);
    Path conf = Trees.copy(Nights.SAMPLE_CONF, own.resolve("conf"));
    String database = "db_" + name.replace('-', '_');
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + database);
    }
    Files.writeString(
        conf.resolve("xinbao.yaml"),
        "\ndatabase:\n  url: " + server.getJdbcUrl("postgres", database) + "\n",
        StandardOpenOption.APPEND);
    broker.describeIn(conf, workers);
    Nights nights = Nights.in(own).withConf(conf);
    nights.publish(Nights.sample("2026-10-30"), "2026-10-30");
    return nights;
  }

  /** The night with workers; those on this host are none. */
  private static CompletableFuture<Ended> remote(Nights nights) {
    Nights leading =
        nights.withOptions(
            "--workers", "remote", "--threads", "0", "--partitions", "" + PARTITIONS);
    return CompletableFuture.supplyAsync(() -> leading.runSample(DATE));
  }

  private static void assertSameBytes(Nights nights, CompletableFuture<Ended> night)
      throws Exception {
    Ended ended = night.get(120, TimeUnit.SECONDS);
    assertThat(ended.code()).as(ended.toString()).isEqualTo(10);
    assertThat(Trees.hashes(nights.output())).isEqualTo(expected);
    nights.assertOutputHasOnly("2026-10-30", DATE);
  }

  /** The partitions of all three steps, as workers name them. */
  private static List<String> allPartitions() {
    List<String> all = new ArrayList<>();
    for (String step : NightlyJob.PARTITIONED) {
      // The sample has too few facilities to be cut.
      int count = step.equals("facilities") ? 1 : PARTITIONS;
      for (int i = 0; i < count; i++) {
        all.add("partition " + i + " of " + step);
      }
    }
    return all;
  }

  private static List<String> partitions(List<String> lines) {
    return lines.stream()
        .map(line -> line.replaceAll(".*(partition [0-9]+ of [a-z]+) of run.*", "$1"))
        .toList();
  }

  @Test
  void twoWorkersGiveTheBytesOfALocalNight() throws Exception {
    Nights nights = nights("two");
    try (WorkerProcess one = WorkerProcess.start(nights, List.of(), "--threads", "1");
        WorkerProcess two =
            WorkerProcess.start(nights, List.of(), "--threads", "2", "--idle", "3")) {
      one.awaitLines(1, WorkersTest::waits);
      two.awaitLines(1, WorkersTest::waits);

      assertSameBytes(nights, remote(nights));

      List<String> done = new ArrayList<>(partitions(one.lines(WorkersTest::hasDone)));
      done.addAll(partitions(two.lines(WorkersTest::hasDone)));
      assertThat(done).containsExactlyInAnyOrderElementsOf(allPartitions());
      assertThat(two.exitCode()).as(two.toString()).isZero();
      // 143: ended by a signal, as service managers expect it.
      assertThat(one.stop()).as(one.toString()).isEqualTo(143);
    }
  }

  @Test
  void thePartitionsOfAKilledWorkerAreDoneByAnother() throws Exception {
    Nights nights = nights("killed");
    List<String> hanging =
        List.of("-D" + FailurePoint.HANG_PROPERTY + "=" + FailurePoint.PART_WRITTEN);
    try (WorkerProcess killed = WorkerProcess.start(nights, hanging, "--threads", "2")) {
      CompletableFuture<Ended> night = remote(nights);
      killed.awaitLines(2, WorkersTest::takes);
      try (WorkerProcess other = WorkerProcess.start(nights, List.of(), "--threads", "1")) {
        other.awaitLines(PARTITIONS - 2, WorkersTest::hasDone);
        assertThat(night).isNotDone();
        killed.kill();

        assertSameBytes(nights, night);

        assertThat(partitions(other.lines(WorkersTest::hasDone)))
            .containsExactlyInAnyOrderElementsOf(allPartitions());
      }
    }
  }

  @Test
  void theManagerTakesOverWhatAWorkerHangsAt() throws Exception {
    Nights nights = nights("hanging", "take-over-seconds: 2");
    List<String> hanging =
        List.of("-D" + FailurePoint.HANG_PROPERTY + "=" + FailurePoint.PART_WRITTEN);
    try (WorkerProcess worker = WorkerProcess.start(nights, hanging, "--threads", "1")) {
      worker.awaitLines(1, WorkersTest::waits);

      assertSameBytes(nights, remote(nights));

      assertThat(worker.lines(WorkersTest::takes)).isNotEmpty();
      assertThat(worker.lines(WorkersTest::hasDone)).isEmpty();
      assertThat(worker.isAlive()).isTrue();
    }
  }

  @Test
  void strangersDoNotTouchANight() throws Exception {
    Nights nights = nights("strangers");
    CompletableFuture<Ended> night = remote(nights);
    try (WorkerProcess older = WorkerProcess.start(olderProgram(), nights, List.of())) {
      assertThat(older.exitCode()).as(older.toString()).isEqualTo(2);
      assertThat(older.lines(WorkersTest::takes)).isEmpty();
    }
    // Another home of the institution on that server: the night above holds the lock.
    Nights second = Nights.in(folder.resolve("second")).withConf(nights.conf());
    Ended refused = second.withOptions("--workers", "remote").runSample(DATE);
    assertThat(refused.code()).as(refused.toString()).isEqualTo(40);
    Path otherConf = Trees.copy(nights.conf(), folder.resolve("other-rules"));
    Path products = otherConf.resolve("products.yaml");
    Files.writeString(
        products, Files.readString(products).replace("rate-multiplier: 1.5", "annual-rate: 0.5"));
    List<String> worked = new ArrayList<>();
    try (WorkerProcess other =
        WorkerProcess.start(nights.withConf(otherConf), List.of(), "--threads", "1")) {
      assertThat(other.exitCode()).as(other.toString()).isEqualTo(2);
      assertThat(other.lines(WorkersTest::hasDone)).isEmpty();
      // What it failed at, the manager has worked.
      worked.addAll(partitions(other.lines(WorkersTest::takes)));
      assertThat(worked).hasSize(1);
    }
    try (WorkerProcess right = WorkerProcess.start(nights, List.of())) {
      assertSameBytes(nights, night);
      worked.addAll(partitions(right.lines(WorkersTest::hasDone)));
      assertThat(worked).containsExactlyInAnyOrderElementsOf(allPartitions());
    }
  }

  @Test
  void withoutWorkersTheManagerDoesItsNightAlone() throws Exception {
    Nights nights = nights("alone");
    Nights leading = nights.withOptions("--workers", "remote", "--threads", "2");
    assertSameBytes(nights, CompletableFuture.completedFuture(leading.runSample(DATE)));
  }

  @Test
  void aBrokerThatRefusesEndsBothWithASentence() throws Exception {
    Path conf = Trees.copy(Nights.SAMPLE_CONF, folder.resolve("refused/conf"));
    Files.writeString(
        conf.resolve("xinbao.yaml"),
        "\ndatabase:\n  url: " + server.getJdbcUrl("postgres", "postgres") + "\n",
        StandardOpenOption.APPEND);
    broker.describeWithPassword(conf, "not the password");
    Nights nights = Nights.in(folder.resolve("refused")).withConf(conf);

    Ended night = nights.withOptions("--workers", "remote").runSample(DATE);
    assertThat(night.code()).isEqualTo(30);
    assertThat(night.sentence()).contains("The broker refuses this program");
    try (WorkerProcess worker = WorkerProcess.start(nights, List.of())) {
      assertThat(worker.exitCode()).isEqualTo(30);
      assertThat(worker.toString())
          .contains("The broker refuses this program")
          .doesNotContain("not the password");
    }
  }

  private static boolean waits(String line) {
    return line.contains("waits for partitions");
  }

  private static boolean takes(String line) {
    return line.startsWith("takes partition");
  }

  private static boolean hasDone(String line) {
    return line.startsWith("has done partition");
  }

  /** The class path with another version in front. */
  private static String olderProgram() throws IOException {
    Path older = Files.createDirectories(folder.resolve("older"));
    Files.writeString(older.resolve("xinbao-version.properties"), "version=0.0.9\n");
    return older + File.pathSeparator + System.getProperty("java.class.path");
  }
}
