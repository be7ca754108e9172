package org.xinbao.store;

import java.util.List;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The finished parts of runs. Of several attempts at one partition (a slow worker, a message
 * delivered twice, a restart) the first to insert its row wins; the others' files are waste.
 */
public final class RunParts {

  /** Two attempts that insert at the very same moment make one of them try again. */
  private static final int TRIES = 10;

  private final Database database;

  public RunParts(Database database) {
    this.database = database;
  }

  /**
   * Records a part whose file is complete and on the disk, in a transaction of its own.
   *
   * @return whether this attempt is the one that counts
   */
  public boolean record(RunPart part) {
    TransactionTemplate alone = new TransactionTemplate(database.transactions());
    alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    for (int attempt = 1; ; attempt++) {
      try {
        return Boolean.TRUE.equals(alone.execute(status -> insert(part)));
      } catch (DuplicateKeyException e) {
        return winner(part) == part.attempt();
      } catch (ConcurrencyFailureException e) {
        if (attempt == TRIES) {
          throw e;
        }
      }
    }
  }

  /** The parts of a step that count, by partition. */
  public List<RunPart> list(long runId, String step) {
    return database
        .sql()
        .sql("SELECT * FROM run_part WHERE run_id = ? AND step = ? ORDER BY partition_no")
        .params(runId, step)
        .query(
            (row, number) ->
                new RunPart(
                    row.getLong("run_id"),
                    row.getString("step"),
                    row.getInt("partition_no"),
                    row.getLong("attempt"),
                    row.getString("file_name"),
                    row.getLong("row_count"),
                    row.getLong("byte_count"),
                    row.getString("sha256")))
        .list();
  }

  /** Forgets the parts of a step, so that it is done again from its beginning. */
  public void forget(long runId, String step) {
    database
        .sql()
        .sql("DELETE FROM run_part WHERE run_id = ? AND step = ?")
        .params(runId, step)
        .update();
  }

  private boolean insert(RunPart part) {
    database
        .sql()
        .sql(
            """
            INSERT INTO run_part (run_id, step, partition_no, attempt, file_name, row_count,
              byte_count, sha256)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            part.runId(),
            part.step(),
            part.partition(),
            part.attempt(),
            part.file(),
            part.rows(),
            part.bytes(),
            part.sha256())
        .update();
    return true;
  }

  private long winner(RunPart part) {
    return database
        .sql()
        .sql("SELECT attempt FROM run_part WHERE run_id = ? AND step = ? AND partition_no = ?")
        .params(part.runId(), part.step(), part.partition())
        .query((row, number) -> row.getLong("attempt"))
        .single();
  }
}
