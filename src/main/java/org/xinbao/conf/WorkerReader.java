package org.xinbao.conf;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code workers} of {@code xinbao.yaml}. */
final class WorkerReader {

  private static final String KEY = "workers";

  private static final Pattern BROKER = Pattern.compile("([A-Za-z0-9._-]+):([0-9]{1,5})");
  private static final Pattern QUEUE = Pattern.compile("[A-Za-z0-9._-]{1,100}");

  private static final int PORT_MAX = 65_535;

  /** A live broker and its backups; more is a list of something else. */
  private static final int BROKERS_MAX = 8;

  /** Longer than any partition takes, short enough for a night to end before the morning. */
  private static final int TAKE_OVER = 600;

  private static final int TAKE_OVER_MAX = 86_400;

  private WorkerReader() {}

  /**
   * The settings, when there are any.
   *
   * @param folder where relative paths begin
   */
  static Optional<WorkerSettings> read(ConfNode settings, Path folder) {
    return settings.findNode(KEY).map(node -> read(folder, node));
  }

  private static WorkerSettings read(Path folder, ConfNode node) {
    String queue = node.text("queue", "xinbao.partitions");
    if (!QUEUE.matcher(queue).matches()) {
      throw node.error("queue", "must be letters, digits, dots and dashes");
    }
    boolean encrypted = node.flag("tls", true);
    Optional<Path> trustStore = node.findText("trust-store").map(folder::resolve);
    if (trustStore.isPresent() && !encrypted) {
      throw node.error("trust-store", "belongs to tls: true");
    }
    WorkerSettings workers =
        new WorkerSettings(
            brokers(node),
            queue,
            encrypted ? WorkerSettings.Transport.TLS : WorkerSettings.Transport.PLAIN,
            trustStore,
            node.findText("credentials-file").map(folder::resolve),
            node.integer("take-over-seconds", 1, TAKE_OVER_MAX, TAKE_OVER));
    node.refuseUnknownKeys();
    return workers;
  }

  private static List<WorkerSettings.Broker> brokers(ConfNode node) {
    List<WorkerSettings.Broker> brokers = new ArrayList<>();
    for (String each : node.texts("brokers")) {
      Matcher place = BROKER.matcher(each);
      if (!place.matches() || Integer.parseInt(place.group(2)) > PORT_MAX) {
        throw node.error("brokers", "must be a list such as [broker.example:61617]");
      }
      brokers.add(new WorkerSettings.Broker(place.group(1), Integer.parseInt(place.group(2))));
    }
    if (brokers.isEmpty() || brokers.size() > BROKERS_MAX) {
      throw node.error("brokers", "must name 1 to " + BROKERS_MAX + " places host:port");
    }
    return brokers;
  }
}
