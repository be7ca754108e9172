package org.xinbao.job;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.partition.support.AbstractPartitionHandler;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.xinbao.ledger.LoanRange;

/**
 * The partitions of a step as Spring Batch hands them over, worked by workers. Whether one is done
 * is told by its recorded part alone; the framework's own record of it follows.
 */
final class RemotePartitions extends AbstractPartitionHandler {

  private final JobRepository repository;
  private final Work step;

  /** Works partitions by number; those that are done leave the map, also when it throws. */
  @FunctionalInterface
  interface Work {
    void work(SortedMap<Integer, LoanRange> open) throws Exception;
  }

  RemotePartitions(JobRepository repository, Work step, int gridSize) {
    this.repository = repository;
    this.step = step;
    setGridSize(gridSize);
  }

  @Override
  protected Set<StepExecution> doHandle(StepExecution manager, Set<StepExecution> partitions)
      throws Exception {
    Map<Integer, StepExecution> executions = new HashMap<>();
    TreeMap<Integer, LoanRange> ranges = new TreeMap<>();
    for (StepExecution each : partitions) {
      int number = NightlyJob.partition(each.getExecutionContext());
      executions.put(number, each);
      ranges.put(number, NightlyJob.range(each.getExecutionContext()));
      each.setStartTime(LocalDateTime.now(ZoneId.systemDefault()));
      each.setStatus(BatchStatus.STARTED);
      repository.update(each);
    }
    try {
      step.work(ranges);
    } finally {
      // What is left in the map has no recorded part: a restart gives it out again.
      executions.forEach((number, each) -> end(each, ranges.containsKey(number)));
    }
    return partitions;
  }

  private void end(StepExecution execution, boolean open) {
    execution.setEndTime(LocalDateTime.now(ZoneId.systemDefault()));
    execution.setStatus(open ? BatchStatus.FAILED : BatchStatus.COMPLETED);
    execution.setExitStatus(open ? ExitStatus.FAILED : ExitStatus.COMPLETED);
    repository.update(execution);
  }
}
