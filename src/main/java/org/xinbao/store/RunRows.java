package org.xinbao.store;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows that a run has written into any table. */
final class RunRows {

  /** Every table whose rows belong to a run, children first. */
  static final List<String> TABLES = List.of("figure", "submission", "run_part", "run_step");

  private RunRows() {}

  static void deleteAll(Database database, long runId) {
    JdbcClient sql = database.sql();
    for (String table : TABLES) {
      sql.sql("DELETE FROM " + table + " WHERE run_id = ?").param(runId).update();
    }
  }
}
