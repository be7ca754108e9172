package org.xinbao.job;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Queue;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.api.jms.ActiveMQJMSClient;
import org.apache.activemq.artemis.api.jms.JMSFactoryType;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnectorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xinbao.conf.WorkerSettings;

/**
 * The message broker through which partitions are given to workers.
 *
 * <p>A lost connection is not mended behind the program's back: whoever held an order would go on
 * with work that the broker has given to another. {@link #isLost} tells, and the user decides.
 */
final class Broker implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Broker.class);

  /** A broker that does not answer for so long is taken for down. */
  private static final int ANSWER_MILLIS = 30_000;

  /** After so long without a sign of a host the broker gives its orders to another. */
  private static final long SILENT_HOST_MILLIS = 60_000;

  private static final long PING_MILLIS = 20_000;

  private final Connection connection;
  private final String queue;
  private volatile boolean lost;

  private Broker(Connection connection, String queue) {
    this.connection = connection;
    this.queue = queue;
  }

  /**
   * Connects.
   *
   * @param environment where user and password are looked up
   * @throws JobStopped when there is no connection, with what to look at
   */
  static Broker connect(WorkerSettings settings, Map<String, String> environment) {
    BrokerCredentials who = BrokerCredentials.find(settings, environment);
    try {
      // The connection owns what the factory has opened, and closes it with itself.
      @SuppressWarnings("resource")
      ActiveMQConnectionFactory factory = factory(settings, who);
      Broker broker =
          new Broker(factory.createConnection(who.user(), who.password()), settings.queue());
      broker.connection.setExceptionListener(broker::lose);
      broker.connection.start();
      return broker;
    } catch (JMSSecurityException e) {
      LOG.error("no connection to the broker: {}", FailureLog.describe(e));
      throw new JobStopped(
          ExitCode.FAILED,
          "The broker refuses this program: check user and password, and the rights of the queue "
              + settings.queue()
              + ".");
    } catch (JMSException e) {
      LOG.error("no connection to the broker: {}", FailureLog.describe(e));
      throw new JobStopped(
          ExitCode.FAILED,
          "No connection to the broker "
              + settings.brokers().stream()
                  .map(each -> each.host() + ":" + each.port())
                  .collect(Collectors.joining(", "))
              + ": check that it runs, workers.brokers and workers.tls in xinbao.yaml, and its"
              + " certificate.");
    }
  }

  private static ActiveMQConnectionFactory factory(WorkerSettings settings, BrokerCredentials who) {
    TransportConfiguration[] places =
        settings.brokers().stream()
            .map(each -> place(settings, each, who))
            .toArray(TransportConfiguration[]::new);
    ActiveMQConnectionFactory factory =
        ActiveMQJMSClient.createConnectionFactoryWithoutHA(JMSFactoryType.CF, places);
    // One order at a time: what waits in a worker's buffer nobody else can take.
    factory.setConsumerWindowSize(0);
    factory.setInitialConnectAttempts(1);
    factory.setReconnectAttempts(0);
    factory.setCallTimeout(ANSWER_MILLIS);
    factory.setConnectionTTL(SILENT_HOST_MILLIS);
    factory.setClientFailureCheckPeriod(PING_MILLIS);
    factory.setBlockOnDurableSend(true);
    return factory;
  }

  private static TransportConfiguration place(
      WorkerSettings settings, WorkerSettings.Broker broker, BrokerCredentials who) {
    Map<String, Object> how = new HashMap<>();
    how.put(TransportConstants.HOST_PROP_NAME, broker.host());
    how.put(TransportConstants.PORT_PROP_NAME, broker.port());
    how.put(TransportConstants.NETTY_CONNECT_TIMEOUT, ANSWER_MILLIS);
    if (settings.transport() == WorkerSettings.Transport.TLS) {
      how.put(TransportConstants.SSL_ENABLED_PROP_NAME, true);
      how.put(TransportConstants.VERIFY_HOST_PROP_NAME, true);
      how.put(TransportConstants.ENABLED_PROTOCOLS_PROP_NAME, "TLSv1.3,TLSv1.2");
      settings
          .trustStore()
          .ifPresent(
              file -> {
                how.put(TransportConstants.TRUSTSTORE_PATH_PROP_NAME, file.toString());
                how.put(TransportConstants.TRUSTSTORE_PASSWORD_PROP_NAME, who.trustPassword());
                how.put(
                    TransportConstants.TRUSTSTORE_TYPE_PROP_NAME,
                    file.toString().endsWith(".jks") ? "JKS" : "PKCS12");
              });
    }
    return new TransportConfiguration(NettyConnectorFactory.class.getName(), how);
  }

  private void lose(JMSException reason) {
    LOG.warn("the connection to the broker was lost: {}", reason.getClass().getName());
    lost = true;
  }

  /** Whether the connection was lost; it does not come back. */
  boolean isLost() {
    return lost;
  }

  /** A session whose messages, taken and sent, count once it commits. One thread each. */
  Session session() throws JMSException {
    return connection.createSession(true, Session.SESSION_TRANSACTED);
  }

  /** The queue of orders. */
  Queue queue(Session session) throws JMSException {
    return session.createQueue(queue);
  }

  /** Takes away all orders that a selector picks and that nobody has at work. */
  void purge(String selector) throws JMSException {
    try (Session session = session();
        MessageConsumer consumer = session.createConsumer(queue(session), selector)) {
      Message left = consumer.receiveNoWait();
      while (left != null) {
        left = consumer.receiveNoWait();
      }
      session.commit();
    }
  }

  /** Whether an order is waiting that a selector picks. */
  boolean hasWaiting(String selector) throws JMSException {
    try (Session session = session();
        QueueBrowser browser = session.createBrowser(queue(session), selector)) {
      return browser.getEnumeration().hasMoreElements();
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (JMSException e) {
      LOG.warn("the connection to the broker did not end well: {}", FailureLog.describe(e));
    }
  }
}
