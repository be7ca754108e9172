package org.xinbao.job;

import jakarta.jms.JMSException;
import java.io.IOException;
import java.util.Locale;
import org.xinbao.conf.WorkerSettings;

/** A night's connection to its workers, from its first partitioned step to its last. */
final class RemoteWork implements AutoCloseable {

  private final NightRun night;
  private final Broker broker;
  private final WorkerSettings settings;
  private final String opening;
  private final SharedNight shared;

  private RemoteWork(NightRun night, Broker broker, WorkerSettings settings, String opening) {
    this.night = night;
    this.broker = broker;
    this.settings = settings;
    this.opening = opening;
    this.shared = SharedNight.of(night.staging(), opening);
  }

  /** Workers need a broker, and a database that all hosts reach. */
  static WorkerSettings settings(NightlyConf conf) {
    if (conf.settings().database().isEmpty() || conf.settings().workers().isEmpty()) {
      throw new JobStopped(
          ExitCode.USAGE,
          "Workers on other hosts need database and workers in xinbao.yaml: a PostgreSQL server and"
              + " a message broker.");
    }
    return conf.settings().workers().get();
  }

  /**
   * Connects, and takes back what an earlier start of this institution has left in the queue: who
   * runs this holds the institution's lock, so nobody waits for it.
   */
  static RemoteWork open(NightRun night, WorkerSettings settings) throws IOException, JMSException {
    Broker broker = Broker.connect(settings, System.getenv());
    boolean opened = false;
    try {
      String opening = String.format(Locale.ROOT, "%d-%016x", night.run().id(), Attempts.next());
      RemoteWork remote = new RemoteWork(night, broker, settings, opening);
      broker.purge(WorkOrder.ofInstitution(night.settings().providerCode()));
      remote.shared.writeExport(night);
      opened = true;
      return remote;
    } finally {
      if (!opened) {
        broker.close();
      }
    }
  }

  /** Where workers find what this night has sorted. */
  SharedNight shared() {
    return shared;
  }

  Broker broker() {
    return broker;
  }

  String opening() {
    return opening;
  }

  int takeOverSeconds() {
    return settings.takeOverSeconds();
  }

  NightRun night() {
    return night;
  }

  @Override
  public void close() {
    broker.close();
  }
}
