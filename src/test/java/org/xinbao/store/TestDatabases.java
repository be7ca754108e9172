package org.xinbao.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.xinbao.arrears.Day;

/** Real, empty databases of both kinds. */
final class TestDatabases {

  static final Instant NOW = Instant.parse("2026-11-01T03:00:00.123456Z");
  static final String SHA = "ab".repeat(32);

  private static final AtomicInteger COUNT = new AtomicInteger();

  private TestDatabases() {}

  /** One server for the test run; it is stopped when the JVM ends. */
  private static final class Server {
    static final EmbeddedPostgres INSTANCE = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder().start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  static Database open(DatabaseProduct product, Path home) {
    return switch (product) {
      case HSQLDB -> Database.openEmbedded(home);
      case POSTGRESQL -> Database.openServer(newServerDatabase(), Map.of());
    };
  }

  static String newServerDatabase() {
    String name = "xinbao_" + COUNT.incrementAndGet();
    try (Connection connection = Server.INSTANCE.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return Server.INSTANCE.getJdbcUrl("postgres", name);
  }

  static RunInput input(String businessDate, int version) {
    return new RunInput(
        "nightly",
        Day.parse(businessDate),
        version,
        0,
        SHA,
        "cd".repeat(32),
        "/export/" + businessDate,
        "0.1.0",
        0,
        0);
  }

  /** A run that is published with these numbers. */
  static long publishedRun(Database database, String businessDate, int version) {
    Runs runs = new Runs(database);
    long run = runs.start(input(businessDate, version), NOW);
    publish(database, run);
    return run;
  }

  static void publish(Database database, long run) {
    new Runs(database)
        .publish(
            run, new RunCounts(10, 9, 1, 2), SHA, new Run.Result(0, "done", NOW.plusSeconds(60)));
  }
}
