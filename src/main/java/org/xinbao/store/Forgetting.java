package org.xinbao.store;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinbao.arrears.Day;

/** Deletes rows that retention demands to delete; each may be repeated. */
public final class Forgetting {

  private static final int BATCH = 1_000;

  private final Database database;

  public Forgetting(Database database) {
    this.database = database;
  }

  /** Deletes every row about some loans, in whatever table. */
  public void loans(Iterator<String> loanIds) {
    List<String> tables = KeptTables.withColumn(database, "loan_id");
    while (loanIds.hasNext()) {
      List<@Nullable Object[]> batch = new ArrayList<>(BATCH);
      while (loanIds.hasNext() && batch.size() < BATCH) {
        batch.add(new Object[] {loanIds.next()});
      }
      database.inTransaction(
          () -> {
            for (String table : tables) {
              Batches.send(database, "DELETE FROM " + table + " WHERE loan_id = ?", batch);
            }
            return batch.size();
          });
    }
  }

  /**
   * Deletes the notices of a loan up to a day: they tell of an adverse record that is deleted.
   *
   * @param upTo epoch day
   */
  public void notices(String loanId, int upTo) {
    database
        .sql()
        .sql("DELETE FROM notice WHERE loan_id = ? AND sent_on <= ?")
        .params(loanId, Day.toDate(upTo))
        .update();
  }

  /**
   * Deletes what the batch framework keeps of ended jobs: it names the loans at which partitions
   * begin. Only while no job is at work or waits to be resumed.
   */
  public void partitions() {
    for (String table :
        List.of(
            "BATCH_STEP_EXECUTION_CONTEXT",
            "BATCH_STEP_EXECUTION",
            "BATCH_JOB_EXECUTION_CONTEXT",
            "BATCH_JOB_EXECUTION_PARAMS",
            "BATCH_JOB_EXECUTION",
            "BATCH_JOB_INSTANCE")) {
      database.sql().sql("DELETE FROM " + table).update();
    }
  }

  /** Deletes the lists of a run, whose files are deleted too. */
  public void lists(long runId) {
    for (String table : List.of("held", "rejected", "difference")) {
      RunRows.delete(database, table, runId);
    }
    // The first and last loan of a file are named only as long as the file is kept.
    database
        .sql()
        .sql("UPDATE submission SET first_key = '', last_key = '' WHERE run_id = ?")
        .param(runId)
        .update();
  }
}
