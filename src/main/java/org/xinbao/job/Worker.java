package org.xinbao.job;

import jakarta.jms.JMSException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A worker: takes partitions of nights from the broker, on any host, until it is stopped.
 *
 * <p>It may come and go at any time. Stopped, it ends the partitions that it has at work; killed,
 * it leaves them to others. When it fails at one it tells the manager, which works that one itself,
 * and ends: a host whose folder or disk is broken would otherwise take one partition after the
 * other.
 */
public final class Worker {

  private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

  /** A service manager waits about so long before it kills. */
  private static final Duration TO_STOP = Duration.ofSeconds(60);

  private static final long LOOK_MILLIS = 250;

  /** How long a worker without orders keeps its night open. */
  private static final Duration REST_AFTER = Duration.ofSeconds(60);

  /** How often an idle worker looks for orders that it must not take. */
  private static final Duration LOOK_FOR_OTHERS = Duration.ofSeconds(10);

  private final WorkerArguments arguments;
  private final Consumer<String> say;
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
  private final AtomicInteger busy = new AtomicInteger();
  private final AtomicInteger done = new AtomicInteger();
  private volatile Instant lastWork = Instant.now();
  private volatile boolean stop;

  private Worker(WorkerArguments arguments, Consumer<String> say) {
    this.arguments = arguments;
    this.say = say;
  }

  /**
   * Works until stopped, idle for too long, or failed.
   *
   * @param say takes a line for each partition
   * @throws JobStopped when it cannot work, with a documented exit code
   */
  public static RunOutcome run(WorkerArguments arguments, Consumer<String> say) throws Exception {
    return new Worker(arguments, say).run();
  }

  private RunOutcome run() throws Exception {
    NightlyConf conf = NightlyConf.read(arguments.conf());
    String institution = conf.settings().providerCode();
    String version = ProgramVersion.current();
    CountDownLatch ended = new CountDownLatch(1);
    Thread hook = stopOnSignal(ended);
    try (Broker broker = Broker.connect(RemoteWork.settings(conf), System.getenv());
        OpenNights nights = new OpenNights(arguments.conf(), arguments.home())) {
      say.accept("A worker of version " + version + " waits for partitions of " + institution);
      List<Thread> threads = new ArrayList<>();
      String mine = WorkOrder.forWorker(institution, version);
      for (int i = 0; i < arguments.threads(); i++) {
        OrderTaker taker = new OrderTaker(broker, mine, host(), order -> work(nights, order));
        threads.add(start("worker-" + i, () -> taker.run(() -> stop)));
      }
      try {
        watch(broker, nights, WorkOrder.forOthers(institution, version));
      } finally {
        stop = true;
        for (Thread each : threads) {
          each.join();
        }
      }
      return outcome(broker);
    } finally {
      ended.countDown();
      leave(hook);
    }
  }

  /** Looks after the threads until there is a reason to stop. */
  private void watch(Broker broker, OpenNights nights, String others)
      throws IOException, InterruptedException {
    Instant nextLook = Instant.MIN;
    while (!stop) {
      Thread.sleep(LOOK_MILLIS);
      Instant now = Instant.now();
      boolean idle = busy.get() == 0;
      Duration waited = Duration.between(lastWork, now);
      if (idle && waited.compareTo(REST_AFTER) > 0) {
        nights.rest();
      }
      if (broker.isLost()
          || failure.get() != null
          || (idle && arguments.idle().filter(each -> waited.compareTo(each) > 0).isPresent())) {
        stop = true;
      } else if (idle && now.isAfter(nextLook)) {
        refuseOthers(broker, others);
        nextLook = now.plus(LOOK_FOR_OTHERS);
      }
    }
  }

  /** A worker of another version than the night's takes nothing, and says so by ending. */
  private void refuseOthers(Broker broker, String others) {
    boolean waiting;
    try {
      waiting = broker.hasWaiting(others);
    } catch (JMSException e) {
      LOG.error("the queue cannot be looked at: {}", FailureLog.describe(e));
      waiting = false;
      failure.compareAndSet(null, e);
    }
    if (waiting) {
      failure.compareAndSet(
          null,
          new JobStopped(
              ExitCode.USAGE,
              "A night of another version of the program than "
                  + ProgramVersion.current()
                  + " waits for workers: install that version on this host."));
      stop = true;
    }
  }

  private void work(OpenNights nights, WorkOrder order) throws Exception {
    busy.incrementAndGet();
    say.accept(sentence("takes", order));
    try {
      nights.work(order);
      done.incrementAndGet();
      say.accept(sentence("has done", order));
    } finally {
      lastWork = Instant.now();
      busy.decrementAndGet();
    }
  }

  private static String sentence(String what, WorkOrder order) {
    return String.format(
        Locale.ROOT,
        "%s partition %d of %s of run %d",
        what,
        order.partition(),
        order.step(),
        order.runId());
  }

  /** What a thread does. */
  @FunctionalInterface
  private interface Task {
    void run() throws Exception;
  }

  private Thread start(String name, Task task) {
    Thread thread =
        new Thread(
            () -> {
              try {
                task.run();
              } catch (Exception e) {
                LOG.error("the worker failed: {}", FailureLog.describe(e));
                failure.compareAndSet(null, e);
              }
            },
            name);
    thread.start();
    return thread;
  }

  private RunOutcome outcome(Broker broker) {
    String count = String.format(Locale.ROOT, "%,d partitions were worked.", done.get());
    Exception failed = failure.get();
    if (failed instanceof JobStopped stopped) {
      throw stopped;
    }
    if (broker.isLost()) {
      throw new JobStopped(
          ExitCode.FAILED,
          "The connection to the broker was lost; what was at work is given to others. Start the"
              + " worker again. "
              + count);
    }
    if (failed != null) {
      throw new JobStopped(
          ExitCode.FAILED,
          "The worker failed ("
              + failed.getClass().getSimpleName()
              + "), the manager works that partition itself; check that this host sees the ledger,"
              + " the home and the output folder under the manager's paths, and the database. "
              + count);
    }
    return new RunOutcome(ExitCode.DONE, "The worker has ended: " + count);
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName() + "/" + ProcessHandle.current().pid();
    } catch (UnknownHostException e) {
      return "process " + ProcessHandle.current().pid();
    }
  }

  private Thread stopOnSignal(CountDownLatch ended) {
    Thread hook =
        new Thread(
            () -> {
              stop = true;
              try {
                if (!ended.await(TO_STOP.toSeconds(), TimeUnit.SECONDS)) {
                  LOG.warn("the worker has not ended in time; what it has at work is left");
                }
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "stop");
    Runtime.getRuntime().addShutdownHook(hook);
    return hook;
  }

  private static void leave(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      LOG.debug("the worker was told to stop");
    }
  }
}
