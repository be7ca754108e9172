package org.xinbao.job;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.xinbao.store.Database;

/** The database of the homes in which the crash test kills jobs. */
interface CrashStore extends AutoCloseable {

  /** How tables of results call it. */
  String name();

  /** What names it in {@code xinbao.yaml}. */
  String settings();

  /** Notes what is in it now as what each life begins with. */
  void keep() throws SQLException;

  /** Brings that back. */
  void restore() throws SQLException;

  /** A connection to look into it; nobody else is at work. */
  Look look(Path home) throws SQLException;

  @Override
  void close() throws IOException;

  /** A look into a database. */
  interface Look extends AutoCloseable {
    Connection connection();

    @Override
    void close() throws SQLException;
  }

  /** The embedded one: its files lie in the home and are copied with it. */
  final class Embedded implements CrashStore {

    @Override
    public String name() {
      return "HSQLDB";
    }

    @Override
    public String settings() {
      return "";
    }

    @Override
    public void keep() {}

    @Override
    public void restore() {}

    @Override
    public Look look(Path home) throws SQLException {
      Database database = Database.openEmbedded(home);
      Connection connection = database.dataSource().getConnection();
      return new Look() {
        @Override
        public Connection connection() {
          return connection;
        }

        @Override
        public void close() throws SQLException {
          connection.close();
          database.close();
        }
      };
    }

    @Override
    public void close() {}
  }

  /** A server of its own. */
  final class Server implements CrashStore {

    private static final String LIFE = "life";
    private static final String KEPT = "kept";

    private final EmbeddedPostgres server;

    Server() throws IOException, SQLException {
      server = EmbeddedPostgres.builder().start();
      execute("CREATE DATABASE " + LIFE);
    }

    @Override
    public String name() {
      return "PostgreSQL";
    }

    @Override
    public String settings() {
      return "\ndatabase:\n  url: " + server.getJdbcUrl("postgres", LIFE) + "\n";
    }

    @Override
    public void keep() throws SQLException {
      copy(LIFE, KEPT);
    }

    @Override
    public void restore() throws SQLException {
      copy(KEPT, LIFE);
    }

    private void copy(String from, String to) throws SQLException {
      execute("DROP DATABASE IF EXISTS " + to + " WITH (FORCE)");
      execute(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + from + "'");
      execute("CREATE DATABASE " + to + " TEMPLATE " + from);
    }

    private void execute(String sql) throws SQLException {
      try (Connection connection = server.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute(sql);
      }
    }

    @Override
    public Look look(Path home) throws SQLException {
      Connection connection =
          DriverManager.getConnection(server.getJdbcUrl("postgres", LIFE), "postgres", "");
      return new Look() {
        @Override
        public Connection connection() {
          return connection;
        }

        @Override
        public void close() throws SQLException {
          connection.close();
        }
      };
    }

    @Override
    public void close() throws IOException {
      server.close();
    }
  }
}
