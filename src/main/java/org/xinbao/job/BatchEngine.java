package org.xinbao.job;

import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.support.TaskExecutorJobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.core.task.SyncTaskExecutor;
import org.xinbao.store.Database;

/**
 * Spring Batch on the program's own database, wired by hand: no component scan, no automatic
 * configuration, so that a run of few loans starts at once.
 */
final class BatchEngine {

  private final JobRepository repository;
  private final TaskExecutorJobOperator operator;

  BatchEngine(Database database) throws Exception {
    JdbcJobRepositoryFactoryBean factory = new JdbcJobRepositoryFactoryBean();
    factory.setDataSource(database.dataSource());
    factory.setTransactionManager(database.transactions());
    // One job holds the home at a time, so nobody else creates executions.
    factory.setIsolationLevelForCreate("ISOLATION_READ_COMMITTED");
    factory.afterPropertiesSet();
    repository = java.util.Objects.requireNonNull(factory.getObject());
    operator = new TaskExecutorJobOperator();
    operator.setJobRepository(repository);
    operator.setJobRegistry(new MapJobRegistry());
    operator.setTaskExecutor(new SyncTaskExecutor());
    operator.afterPropertiesSet();
  }

  JobRepository repository() {
    return repository;
  }

  /**
   * Ends, as failed, what a killed process left running; the home's lock proves that nobody works
   * on it.
   */
  void recover(String job) {
    for (JobExecution each : repository.findRunningJobExecutions(job)) {
      operator.recover(each);
    }
  }

  /** Runs a job to its end; a run that failed before is taken up where it stood. */
  JobExecution start(Job job, long runId, int attempt) throws JobExecutionException {
    return operator.start(
        job,
        new JobParametersBuilder()
            .addString("run", Long.toString(runId))
            .addString("attempt", Integer.toString(attempt))
            .toJobParameters());
  }
}
