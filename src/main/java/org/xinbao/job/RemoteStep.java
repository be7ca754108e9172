package org.xinbao.job;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TemporaryQueue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xinbao.ledger.LoanRange;
import org.xinbao.store.RunPart;

/**
 * One partitioned step given out to workers. The manager takes partitions from the same queue with
 * its own threads, so that a night without workers ends too; and works by itself what a worker
 * failed at, what nobody finishes, and everything once the broker is gone. All of that may do a
 * partition twice, which costs time and nothing else: the first recorded part counts.
 */
final class RemoteStep {

  private static final Logger LOG = LoggerFactory.getLogger(RemoteStep.class);

  private static final long LOOK_MILLIS = 200;

  private final RemoteWork remote;
  private final NightRun night;
  private final String name;
  private final NightlyJob.PartitionWork work;
  private final Set<Long> own = ConcurrentHashMap.newKeySet();
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
  private volatile boolean over;

  RemoteStep(RemoteWork remote, String name, NightlyJob.PartitionWork work) {
    this.remote = remote;
    this.night = remote.night();
    this.name = name;
    this.work = work;
  }

  /** Returns when every partition has its recorded part; those that have it leave the map. */
  void work(SortedMap<Integer, LoanRange> open) throws Exception {
    removeDone(open);
    List<Thread> threads = new ArrayList<>();
    if (!remote.broker().isLost()) {
      try {
        give(open, threads);
      } catch (JMSException e) {
        LOG.warn("{}: the broker failed: {}", name, FailureLog.describe(e));
      } finally {
        over = true;
        for (Thread each : threads) {
          each.join();
        }
      }
    }
    throwFailure();
    if (!open.isEmpty()) {
      LOG.warn("{}: {} partitions are worked without workers", name, open.size());
      alone(open);
    }
  }

  private void give(SortedMap<Integer, LoanRange> open, List<Thread> threads) throws Exception {
    Broker broker = remote.broker();
    try (Session session = broker.session()) {
      TemporaryQueue answers = session.createTemporaryQueue();
      send(session, open, answers);
      for (int i = 0; i < night.arguments().threads(); i++) {
        OrderTaker taker =
            new OrderTaker(
                broker,
                WorkOrder.ofOpening(remote.opening()),
                "manager",
                order -> workHere(order.partition(), order.range()));
        threads.add(start(name + "-" + i, () -> taker.run(() -> over)));
      }
      try (MessageConsumer failures = session.createConsumer(answers)) {
        await(session, failures, open);
      }
      answers.delete();
    }
    broker.purge(WorkOrder.ofOpening(remote.opening()));
  }

  private void send(Session session, Map<Integer, LoanRange> open, TemporaryQueue answers)
      throws JMSException {
    try (MessageProducer producer = session.createProducer(remote.broker().queue(session))) {
      for (Map.Entry<Integer, LoanRange> each : open.entrySet()) {
        Message message = order(each.getKey(), each.getValue()).toMessage(session);
        message.setJMSReplyTo(answers);
        producer.send(
            message, WorkOrder.DELIVERY, Message.DEFAULT_PRIORITY, WorkOrder.LIVES_MILLIS);
      }
    }
    session.commit();
  }

  private WorkOrder order(int partition, LoanRange range) {
    return new WorkOrder(
        night.settings().providerCode(),
        ProgramVersion.current(),
        remote.opening(),
        night.run().id(),
        name,
        partition,
        range);
  }

  /** Waits until all is done, the broker is lost, a thread has failed, or nothing moves. */
  private void await(Session session, MessageConsumer failures, SortedMap<Integer, LoanRange> open)
      throws Exception {
    Duration patience = Duration.ofSeconds(remote.takeOverSeconds());
    Instant moved = Instant.now();
    while (!open.isEmpty() && !remote.broker().isLost() && failure.get() == null) {
      Message failed = failures.receive(LOOK_MILLIS);
      if (failed != null) {
        session.commit();
        takeOver(failed, open);
      }
      if (removeDone(open) || failed != null) {
        moved = Instant.now();
      } else if (Duration.between(moved, Instant.now()).compareTo(patience) > 0) {
        LOG.warn("{}: nothing was finished for {} seconds", name, patience.toSeconds());
        return;
      }
    }
  }

  private void takeOver(Message failed, SortedMap<Integer, LoanRange> open) throws Exception {
    WorkOrder order = WorkOrder.of(failed);
    LOG.warn("{}: partition {} failed at {}", name, order.partition(), WorkOrder.failure(failed));
    if (order.step().equals(name) && open.containsKey(order.partition())) {
      workHere(order.partition(), order.range());
    }
  }

  private void workHere(int partition, LoanRange range) throws Exception {
    long attempt = Attempts.next();
    own.add(attempt);
    try {
      work.run(partition, attempt, range);
    } catch (Exception e) {
      failure.compareAndSet(null, e);
      throw e;
    }
  }

  /** Works all that is open with the manager's own threads. */
  private void alone(SortedMap<Integer, LoanRange> open) throws Exception {
    java.util.concurrent.ConcurrentLinkedQueue<Map.Entry<Integer, LoanRange>> left =
        new java.util.concurrent.ConcurrentLinkedQueue<>(new TreeMap<>(open).entrySet());
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < Math.max(1, night.arguments().threads()); i++) {
      threads.add(
          start(
              name + "-alone-" + i,
              () -> {
                for (var each = left.poll(); each != null; each = left.poll()) {
                  workHere(each.getKey(), each.getValue());
                }
              }));
    }
    for (Thread each : threads) {
      each.join();
    }
    throwFailure();
    removeDone(open);
    if (!open.isEmpty()) {
      throw new IllegalStateException("a partition of " + name + " has no recorded part");
    }
  }

  /** Takes out what has its recorded part; the progress of this process's own is told already. */
  private boolean removeDone(SortedMap<Integer, LoanRange> open) {
    TreeSet<Integer> done = new TreeSet<>();
    for (RunPart each : night.stores().parts().list(night.run().id(), name)) {
      if (open.containsKey(each.partition())) {
        done.add(each.partition());
        if (!own.contains(each.attempt())) {
          night.progress().advance(each.rows());
        }
      }
    }
    open.keySet().removeAll(done);
    return !done.isEmpty();
  }

  /** What a thread does. */
  @FunctionalInterface
  private interface Task {
    void run() throws Exception;
  }

  private Thread start(String thread, Task task) {
    Thread started =
        new Thread(
            () -> {
              try {
                task.run();
              } catch (JMSException e) {
                LOG.warn("{}: the broker failed: {}", thread, FailureLog.describe(e));
              } catch (Exception e) {
                failure.compareAndSet(null, e);
              }
            },
            thread);
    started.start();
    return started;
  }

  private void throwFailure() throws Exception {
    Exception failed = failure.get();
    if (failed != null) {
      throw failed;
    }
  }
}
