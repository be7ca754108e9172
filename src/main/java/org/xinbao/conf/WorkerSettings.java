package org.xinbao.conf;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How workers on other hosts are given their partitions: through a message broker (ActiveMQ
 * Artemis). Its user and password come from the environment or a file, never from here.
 *
 * @param brokers the live broker and its backups
 * @param queue through which partitions are given out
 * @param trustStore PKCS 12 or JKS file with the certificates that a broker is known by; without it
 *     those of the Java platform hold
 * @param credentialsFile a file with {@code user=} and {@code password=}, readable by its owner
 *     only; without it the environment's hold
 * @param takeOverSeconds when nothing was finished for so long, the manager works what is left
 *     itself
 */
public record WorkerSettings(
    List<Broker> brokers,
    String queue,
    Transport transport,
    Optional<Path> trustStore,
    Optional<Path> credentialsFile,
    int takeOverSeconds) {

  /** A broker's place. */
  public record Broker(String host, int port) {}

  /** How the broker is talked to. */
  public enum Transport {
    /** Encrypted, and the broker's certificate must be that of its host. */
    TLS,
    /** As it is: for a network that nobody else is on. */
    PLAIN
  }

  public WorkerSettings {
    brokers = List.copyOf(brokers);
  }
}
