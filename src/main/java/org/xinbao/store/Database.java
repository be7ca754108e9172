package org.xinbao.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The database: an embedded HSQLDB in {@code <home>/db/}, or a PostgreSQL server. Its tables are
 * there and current once it is open.
 *
 * <p>An acknowledged commit survives the death of the process on both. The embedded one belongs to
 * whoever holds the {@link HomeLock} of its home: it must be held before opening and while open.
 */
public final class Database implements AutoCloseable {

  /** Environment variable with the user of the database server. */
  public static final String USER = "XINBAO_DB_USER";

  /** Environment variable with that user's password. */
  public static final String PASSWORD = "XINBAO_DB_PASSWORD";

  /** Two connections for each of up to 16 partitions at work, and some for the job itself. */
  private static final int CONNECTIONS = 40;

  /** A server that does not answer for so long is taken for down. */
  private static final long CONNECT_MILLIS = 30_000;

  private final HikariDataSource pool;
  private final DatabaseProduct product;
  private final Optional<Path> folder;
  private final JdbcTransactionManager transactions;

  private Database(HikariDataSource pool, DatabaseProduct product, Optional<Path> folder) {
    this.pool = pool;
    this.product = product;
    this.folder = folder;
    this.transactions = new JdbcTransactionManager(pool);
  }

  /** Opens the embedded database of a home, creating it when there is none. */
  public static Database openEmbedded(Path home) {
    // HSQLDB would replace the log handlers of the whole program.
    System.setProperty("hsqldb.reconfig_logging", "false");
    EmbeddedFolder folder = new EmbeddedFolder(home);
    try {
      SafeFiles.createFolders(home);
      folder.heal();
      if (folder.exists()) {
        Database database = embedded(folder.path());
        if (Migrations.isCurrent(database.pool)) {
          return database;
        }
        database.close();
      }
      try (Database copy = embedded(folder.copy())) {
        Migrations.run(copy.pool, DatabaseProduct.HSQLDB);
      }
      folder.replaceByCopy();
      return embedded(folder.path());
    } catch (IOException e) {
      throw new StoreException(
          folder.path() + " cannot be created; check rights and disk space.", e);
    }
  }

  private static Database embedded(Path folder) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(
        "jdbc:hsqldb:file:"
            + folder.toAbsolutePath().resolve("xinbao")
            // CACHED: rows stay on disk. Without a write delay each commit waits for the disk; the
            // default loses acknowledged commits with the process. The home lock replaces
            // HSQLDB's, which makes the next start after a crash wait ten seconds.
            + ";hsqldb.default_table_type=cached;hsqldb.tx=mvcc;hsqldb.write_delay=false"
            + ";hsqldb.lock_file=false;shutdown=false;hsqldb.log_size=50");
    config.setUsername("SA");
    config.setPassword("");
    HikariDataSource pool = open(config, "the embedded database in " + folder);
    Database database = new Database(pool, DatabaseProduct.HSQLDB, Optional.of(folder));
    restrictFiles(folder);
    return database;
  }

  /**
   * Connects to a PostgreSQL server.
   *
   * @param url {@code jdbc:postgresql://host/database}
   * @param environment where {@link #USER} and {@link #PASSWORD} are looked up; without them the
   *     URL's own hold
   */
  public static Database openServer(String url, Map<String, String> environment) {
    if (!url.startsWith("jdbc:postgresql:")) {
      throw new StoreException(
          "The database URL must begin with jdbc:postgresql: (leave it out for the embedded"
              + " database under the home).");
    }
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    if (environment.containsKey(USER)) {
      config.setUsername(environment.get(USER));
      config.setPassword(environment.getOrDefault(PASSWORD, ""));
    }
    config.addDataSourceProperty("ApplicationName", "xinbao");
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    // Details of server errors quote whole rows, which must not reach a log.
    config.addDataSourceProperty("logServerErrorDetail", "false");
    HikariDataSource pool = open(config, "the database server");
    boolean migrated = false;
    try {
      Migrations.run(pool, DatabaseProduct.POSTGRESQL);
      migrated = true;
      return new Database(pool, DatabaseProduct.POSTGRESQL, Optional.empty());
    } finally {
      if (!migrated) {
        pool.close();
      }
    }
  }

  private static HikariDataSource open(HikariConfig config, String what) {
    config.setPoolName("xinbao");
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(0);
    config.setConnectionTimeout(CONNECT_MILLIS);
    config.setAutoCommit(true);
    config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    try {
      return new HikariDataSource(config);
    } catch (HikariPool.PoolInitializationException e) {
      throw new StoreException(
          "No connection to "
              + what
              + "; check that it runs, the URL in xinbao.yaml, "
              + USER
              + " and "
              + PASSWORD
              + ", and that the disk is not full.",
          e);
    }
  }

  /** Its connections, in auto-commit mode and at isolation READ COMMITTED unless told otherwise. */
  public DataSource dataSource() {
    return pool;
  }

  /** Its transactions, also for Spring Batch. */
  public PlatformTransactionManager transactions() {
    return transactions;
  }

  /** Which database it is. */
  public DatabaseProduct product() {
    return product;
  }

  /** Does several things in one transaction: all of them, or none when one throws. */
  public <T> T inTransaction(Supplier<T> work) {
    TransactionTemplate template = new TransactionTemplate(transactions);
    return java.util.Objects.requireNonNull(template.execute(status -> work.get()));
  }

  /**
   * Has the embedded database written anew when it is closed, so that nothing of deleted rows is
   * left in its files; if the process dies before, when it is closed the next time. A server does
   * so by itself.
   */
  public void compactWhenClosed() throws IOException {
    if (folder.isPresent()) {
      EmbeddedFolder.noteCompact(folder.get());
    }
  }

  /** Closes all connections; the embedded database is written out first, so that it opens fast. */
  @Override
  public void close() {
    try {
      folder.ifPresent(this::shutDown);
    } finally {
      pool.close();
    }
  }

  JdbcClient sql() {
    return JdbcClient.create(pool);
  }

  JdbcTemplate template() {
    return new JdbcTemplate(pool);
  }

  private void shutDown(Path files) {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      boolean compact = EmbeddedFolder.mustCompact(files);
      statement.execute(compact ? "SHUTDOWN COMPACT" : "SHUTDOWN");
      EmbeddedFolder.compacted(files);
    } catch (SQLException | IOException e) {
      throw new StoreException(
          "The embedded database in " + files + " did not close; check the disk's free space.", e);
    }
    restrictFiles(files);
  }

  private static void restrictFiles(Path folder) {
    try {
      SafeFiles.restrictFiles(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
