package org.xinbao.store;

import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings a database's tables up to the version of this program. */
final class Migrations {

  private Migrations() {}

  /** Does nothing when all scripts have run; throws {@link StoreException} otherwise on failure. */
  static void run(DataSource dataSource, DatabaseProduct product) {
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
          "The database's tables cannot be brought up to this version of the program; restore the"
              + " database from the last backup or use the version that wrote it.",
          e);
    }
  }
}
