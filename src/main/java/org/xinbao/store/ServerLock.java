package org.xinbao.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The exclusive right to work for an institution on a database server (rulings 31): several
 * machines share the server, so the {@link HomeLock} of one does not do.
 *
 * <p>It is an advisory lock of PostgreSQL, which belongs to a connection and ends with it. The
 * table {@code lock_holder} only tells people who holds it.
 */
public final class ServerLock implements AutoCloseable {

  private static final Duration LOOK_AGAIN = Duration.ofMillis(250);
  private static final int ANSWER_SECONDS = 10;

  private final Connection connection;
  private final String institution;

  private ServerLock(Connection connection, String institution) {
    this.connection = connection;
    this.institution = institution;
  }

  /**
   * Takes the lock, waiting at most {@code wait}.
   *
   * @param job the name that others are shown
   */
  public static ServerLock acquire(Database database, String institution, String job, Duration wait)
      throws LockedByOther, InterruptedException {
    if (database.product() != DatabaseProduct.POSTGRESQL) {
      throw new IllegalArgumentException("the embedded database is locked with its home");
    }
    Connection connection = connect(database);
    boolean taken = false;
    try {
      waitFor(database, connection, institution, Instant.now().plus(wait));
      announce(database, institution, job);
      taken = true;
      return new ServerLock(connection, institution);
    } catch (SQLException e) {
      throw unusable(e);
    } finally {
      if (!taken) {
        giveBack(connection);
      }
    }
  }

  /** Throws {@link StoreException} when the connection, and with it the lock, was lost. */
  public void requireHeld() {
    boolean held;
    try {
      held = connection.isValid(ANSWER_SECONDS);
    } catch (SQLException e) {
      held = false;
    }
    if (!held) {
      throw new StoreException(
          "The connection to the database server was lost while working; run the same command"
              + " again.");
    }
  }

  @Override
  public void close() {
    try (connection) {
      execute(connection, "DELETE FROM lock_holder WHERE institution = ?", institution);
      try (PreparedStatement unlock = connection.prepareStatement("SELECT pg_advisory_unlock(?)")) {
        unlock.setLong(1, key(institution));
        unlock.execute();
      }
    } catch (SQLException e) {
      throw new StoreException(
          "The lock of institution "
              + institution
              + " could not be given back; the server does so when this process ends.",
          e);
    }
  }

  private static Connection connect(Database database) {
    try {
      return database.dataSource().getConnection();
    } catch (SQLException e) {
      throw unusable(e);
    }
  }

  private static void waitFor(
      Database database, Connection connection, String institution, Instant deadline)
      throws SQLException, LockedByOther, InterruptedException {
    while (!tryLock(connection, institution)) {
      if (!Instant.now().isBefore(deadline)) {
        throw new LockedByOther("institution " + institution, holder(database, institution));
      }
      Thread.sleep(LOOK_AGAIN.toMillis());
    }
  }

  /** Ends the session's locks too, in case the lock was taken but could not be announced. */
  private static void giveBack(Connection connection) {
    try (connection;
        PreparedStatement unlock = connection.prepareStatement("SELECT pg_advisory_unlock_all()")) {
      unlock.execute();
    } catch (SQLException e) {
      throw unusable(e);
    }
  }

  private static StoreException unusable(SQLException cause) {
    return new StoreException("The database server does not answer; check that it runs.", cause);
  }

  private static boolean tryLock(Connection connection, String institution) throws SQLException {
    try (PreparedStatement lock = connection.prepareStatement("SELECT pg_try_advisory_lock(?)")) {
      lock.setLong(1, key(institution));
      try (ResultSet row = lock.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  private static void announce(Database database, String institution, String job) {
    database.inTransaction(
        () -> {
          database
              .sql()
              .sql("DELETE FROM lock_holder WHERE institution = ?")
              .param(institution)
              .update();
          return database
              .sql()
              .sql(
                  "INSERT INTO lock_holder (institution, job, since, process_id)"
                      + " VALUES (?, ?, ?, ?)")
              .params(
                  institution,
                  job,
                  Columns.timestamp(Instant.now().truncatedTo(ChronoUnit.SECONDS)),
                  ProcessHandle.current().pid())
              .update();
        });
  }

  private static LockHolder holder(Database database, String institution) {
    return database
        .sql()
        .sql("SELECT job, since, process_id FROM lock_holder WHERE institution = ?")
        .param(institution)
        .query(
            (row, number) ->
                new LockHolder(
                    row.getString("job"), Columns.instant(row, "since"), row.getLong("process_id")))
        .optional()
        .orElse(LockHolder.UNKNOWN);
  }

  private static void execute(Connection connection, String statement, String value)
      throws SQLException {
    try (PreparedStatement prepared = connection.prepareStatement(statement)) {
      prepared.setString(1, value);
      prepared.executeUpdate();
    }
  }

  /** The first 8 bytes of the SHA-256 of a text of our own, so that no other program uses it. */
  private static long key(String institution) {
    byte[] text = ("xinbao " + institution).getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.wrap(SafeFiles.newSha256().digest(text)).getLong();
  }
}
