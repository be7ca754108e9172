package org.xinbao.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings a database's tables up to the version of this program. */
final class Migrations {

  /** The version of the last script. */
  static final int LATEST = 9;

  private Migrations() {}

  /** Whether all scripts have run; throws {@link StoreException} on a newer database. */
  static boolean isCurrent(DataSource dataSource) {
    int present = presentVersion(dataSource);
    if (present > LATEST) {
      throw new StoreException(
          "The database was written by a newer version of the program; use that version.");
    }
    return present == LATEST;
  }

  /**
   * Does nothing when all scripts have run, which a query tells in a fraction of the time that
   * Flyway takes to load; throws {@link StoreException} on failure.
   */
  static void run(DataSource dataSource, DatabaseProduct product) {
    if (!isCurrent(dataSource)) {
      migrate(dataSource, product);
    }
  }

  private static int presentVersion(DataSource dataSource) {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT \"version\" FROM \"flyway_schema_history\" WHERE \"success\" = TRUE"
                    + " ORDER BY \"installed_rank\" DESC FETCH FIRST 1 ROWS ONLY")) {
      return rows.next() ? rows.getInt(1) : 0;
    } catch (SQLException e) {
      // A database without that table is new.
      return 0;
    }
  }

  private static void migrate(DataSource dataSource, DatabaseProduct product) {
    String vendor = product.name().toLowerCase(Locale.ROOT);
    // Text keys sort by bytes on both: HSQLDB compares code units anyway, PostgreSQL is told to.
    String binary = product == DatabaseProduct.POSTGRESQL ? "COLLATE \"C\"" : "";
    try {
      Flyway.configure()
          .loggers(QuietFlywayLog.class.getName())
          .dataSource(dataSource)
          .locations("classpath:db/migration/common", "classpath:db/migration/" + vendor)
          .placeholders(Map.of("binary", binary))
          .encoding("UTF-8")
          .validateMigrationNaming(true)
          .cleanDisabled(true)
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new StoreException(
          "The database's tables cannot be brought up to this version of the program; check the"
              + " disk's free space and run the same command again; if that does not help, restore"
              + " the database from the last backup or use the version that wrote it.",
          e);
    }
  }
}
