package org.xinbao.job;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.scope.context.StepContext;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;
import org.xinbao.bureau.Fact;
import org.xinbao.ledger.LoanRange;
import org.xinbao.report.ReportInput.OutputFile;

/**
 * The nightly job as Spring Batch sees it: assess, then facilities and customers (the second pass),
 * assemble, verify, report, publish; the check before them is what makes a {@link NightRun}.
 * Partitions are worked by local threads, one plain step each, or given to workers.
 *
 * <p>All steps without partitions are done again on a restart: they are short and pure functions of
 * the parts. Of the others the partitions that have recorded their part are not done again.
 */
final class NightlyJob {

  /** The name of the partitioned step, under which parts are recorded. */
  static final String ASSESS = "assess";

  private static final String CUSTOMERS = "customers";
  private static final String FACILITIES = "facilities";

  /** The partitioned steps in the order in which their parts are put together. */
  static final List<String> PARTITIONED = List.of(ASSESS, CUSTOMERS, FACILITIES);

  private static final String RANGE = "range";
  private static final String PARTITION = "partition";

  private final NightRun night;
  private final JobRepository repository;
  private final PlatformTransactionManager transactions;
  private Optional<Assembled> assembled = Optional.empty();
  private List<OutputFile> outputs = List.of();
  private Optional<RunOutcome> outcome = Optional.empty();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private final SecondPass secondPass;
  private final Optional<RemoteWork> remote;

  /**
   * The job.
   *
   * @param remote the workers that its partitions are given to; without them they are worked here
   */
  NightlyJob(NightRun night, JobRepository repository, Optional<RemoteWork> remote) {
    this.night = night;
    this.repository = repository;
    this.remote = remote;
    this.secondPass = new SecondPass(night);
    // Each commit of a step is its own: an outer transaction would hold back what publish promises.
    this.transactions = new ResourcelessTransactionManager();
  }

  /** The step of the second pass that works by it. */
  static String step(Fact.By by) {
    return by == Fact.By.CUSTOMER ? CUSTOMERS : FACILITIES;
  }

  /** The job with its steps. */
  Job build(int partitions) throws IOException {
    return new JobBuilder(Nightly.JOB, repository)
        .start(
            partitioned(
                ASSESS,
                Ranges.of(night.staging(), night.export(), partitions),
                new AssessPartition(night)::run))
        .next(step("sort-facts", this::sortFacilities))
        .next(secondPass(Fact.By.FACILITY, partitions))
        .next(step("sort-customers", this::sortCustomers))
        .next(secondPass(Fact.By.CUSTOMER, partitions))
        .next(step("assemble", this::assemble))
        .next(step("verify", () -> Verify.run(night, assembled())))
        .next(step("report", () -> outputs = Reports.run(night, assembled())))
        .next(
            step("publish", () -> outcome = Optional.of(Publish.run(night, assembled(), outputs))))
        .build();
  }

  /** How the night ended, once it was published. */
  Optional<RunOutcome> outcome() {
    return outcome;
  }

  /** The first failure of a step or partition, if the job did not complete. */
  Optional<Throwable> failure() {
    return Optional.ofNullable(failure.get());
  }

  private Step secondPass(Fact.By by, int partitions) throws IOException {
    return partitioned(
        step(by),
        Ranges.of(night.staging(), night.export(), by, partitions),
        (partition, attempt, range) -> secondPass.run(by, partition, attempt, range));
  }

  private void sortFacilities() throws IOException {
    secondPass.prepareFacilities();
    share(Fact.By.FACILITY);
  }

  private void sortCustomers() throws IOException {
    secondPass.prepareCustomers();
    share(Fact.By.CUSTOMER);
  }

  private void share(Fact.By by) throws IOException {
    if (remote.isPresent()) {
      secondPass.share(by, remote.get().shared());
    }
  }

  private Step partitioned(String name, List<LoanRange> ranges, PartitionWork work) {
    return remote.isPresent()
        ? givenOut(remote.get(), name, ranges, work)
        : workedHere(name, ranges, work);
  }

  private Step givenOut(
      RemoteWork workers, String name, List<LoanRange> ranges, PartitionWork work) {
    RemoteStep step = new RemoteStep(workers, name, work);
    return new StepBuilder(name, repository)
        .partitioner(name + "-partition", gridSize -> contexts(ranges))
        .partitionHandler(
            new RemotePartitions(
                repository, open -> remembering(() -> step.work(open)), ranges.size()))
        .listener(new StepClock(night))
        .build();
  }

  private Step workedHere(String name, List<LoanRange> ranges, PartitionWork work) {
    SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor(name + "-");
    threads.setConcurrencyLimit(night.arguments().threads());
    Step worker =
        new StepBuilder(name + "-partition", repository)
            .tasklet(
                (contribution, chunk) -> {
                  StepContext step = chunk.getStepContext();
                  remembering(() -> partition(step, work));
                  return RepeatStatus.FINISHED;
                },
                transactions)
            .build();
    return new StepBuilder(name, repository)
        .partitioner(name + "-partition", gridSize -> contexts(ranges))
        .step(worker)
        .gridSize(ranges.size())
        .taskExecutor(threads)
        .listener(new StepClock(night))
        .build();
  }

  private static void partition(StepContext step, PartitionWork work) throws IOException {
    ExecutionContext context = step.getStepExecution().getExecutionContext();
    work.run(partition(context), step.getStepExecution().getId(), range(context));
  }

  /** The number of the partition that a context is about. */
  static int partition(ExecutionContext context) {
    return Integer.parseInt(context.getString(PARTITION));
  }

  /** Its range. */
  static LoanRange range(ExecutionContext context) {
    return LoanRange.parse(context.getString(RANGE));
  }

  /** The framework wraps and partly drops failures; the first one decides how the job ends. */
  private void remembering(Work work) throws Exception {
    try {
      work.run();
    } catch (Exception | Error e) {
      failure.compareAndSet(null, e);
      throw e;
    }
  }

  private static Map<String, ExecutionContext> contexts(List<LoanRange> ranges) {
    Map<String, ExecutionContext> contexts = new TreeMap<>();
    for (int i = 0; i < ranges.size(); i++) {
      ExecutionContext context = new ExecutionContext();
      context.putString(PARTITION, Integer.toString(i));
      context.putString(RANGE, ranges.get(i).toText());
      contexts.put("p" + i, context);
    }
    return contexts;
  }

  private void assemble() throws Exception {
    Parts parts = new Parts(PartFilesOf.run(night));
    assembled = Optional.of(Assemble.run(night, parts));
  }

  private Assembled assembled() {
    return assembled.orElseThrow();
  }

  private Step step(String name, Work work) {
    Tasklet tasklet =
        (contribution, chunk) -> {
          night.progress().step(name, 0);
          remembering(work);
          return RepeatStatus.FINISHED;
        };
    return new StepBuilder(name, repository)
        .tasklet(tasklet, transactions)
        .allowStartIfComplete(true)
        .listener(new StepClock(night))
        .build();
  }

  /** What is done for one partition. */
  @FunctionalInterface
  interface PartitionWork {
    void run(int partition, long attempt, LoanRange range) throws IOException;
  }

  /** What a step does. */
  @FunctionalInterface
  private interface Work {
    void run() throws Exception;
  }
}
