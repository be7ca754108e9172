package org.xinbao.job;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;

/** A real message broker with users, that speaks TLS with a certificate of its own. */
final class TestBroker {

  static final String USER = "night";
  static final String PASSWORD = "a secret of the night";
  private static final String STORE_PASSWORD = "changeit";

  private final EmbeddedActiveMQ server;
  private final Path trustStore;
  private final int port;

  private TestBroker(EmbeddedActiveMQ server, Path trustStore, int port) {
    this.server = server;
    this.trustStore = trustStore;
    this.port = port;
  }

  /** Starts a broker; its files go into a folder. */
  static TestBroker start(Path folder) throws Exception {
    Files.createDirectories(folder);
    Path keys = folder.resolve("keys.p12");
    Path trust = folder.resolve("trust.p12");
    Path certificate = folder.resolve("broker.crt");
    keytool(
        keys,
        "-genkeypair",
        "-alias",
        "broker",
        "-keyalg",
        "EC",
        "-dname",
        "CN=localhost",
        "-ext",
        "san=dns:localhost");
    keytool(keys, "-exportcert", "-alias", "broker", "-file", certificate.toString());
    keytool(trust, "-importcert", "-noprompt", "-alias", "b", "-file", certificate.toString());
    int port = freePort();
    Configuration configuration =
        new ConfigurationImpl()
            .setPersistenceEnabled(false)
            .setJMXManagementEnabled(false)
            .setSecurityEnabled(true)
            .addAcceptorConfiguration(
                "tls",
                "tcp://localhost:"
                    + port
                    + "?sslEnabled=true;keyStoreType=PKCS12;keyStorePassword="
                    + STORE_PASSWORD
                    + ";keyStorePath="
                    + keys);
    configuration.addAddressSetting("#", new AddressSettings());
    configuration.addQueueConfiguration(
        QueueConfiguration.of("xinbao.partitions").setRoutingType(RoutingType.ANYCAST));
    configuration.putSecurityRoles("#", Set.of(rights("workers")));
    SecurityConfiguration users = new SecurityConfiguration();
    users.addUser(USER, PASSWORD);
    users.addRole(USER, "workers");
    EmbeddedActiveMQ server = new EmbeddedActiveMQ();
    server.setConfiguration(configuration);
    server.setSecurityManager(
        new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), users));
    server.start();
    return new TestBroker(server, trust, port);
  }

  /**
   * What the operators' guide has them given: send, consume, browse, and temporary queues with
   * their addresses; not lasting queues, and no management.
   */
  private static Role rights(String name) {
    return new Role(
        name, true, true, false, false, true, true, false, true, true, true, false, false);
  }

  private static void keytool(Path store, String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    Collections.addAll(command, arguments);
    Collections.addAll(
        command,
        "-keystore",
        store.toString(),
        "-storetype",
        "PKCS12",
        "-storepass",
        STORE_PASSWORD);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(said);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Adds to a configuration how this broker is reached. */
  void describeIn(Path conf, String... settings) throws IOException {
    describeWithPassword(conf, PASSWORD, settings);
  }

  void describeWithPassword(Path conf, String password, String... settings) throws IOException {
    Path credentials = conf.resolve("broker.credentials");
    Files.createFile(
        credentials,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(
        credentials,
        "user=" + USER + "\npassword=" + password + "\ntrust-password=" + STORE_PASSWORD + "\n");
    StringBuilder yaml = new StringBuilder("\nworkers:\n");
    yaml.append("  brokers: [\"localhost:").append(port).append("\"]\n");
    yaml.append("  trust-store: ").append(trustStore).append('\n');
    yaml.append("  credentials-file: broker.credentials\n");
    for (String each : settings) {
      yaml.append("  ").append(each).append('\n');
    }
    Files.writeString(conf.resolve("xinbao.yaml"), yaml, StandardOpenOption.APPEND);
  }

  void stop() throws Exception {
    server.stop();
  }
}
