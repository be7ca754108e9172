package org.xinbao.job;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that takes orders from the broker and works them, one after the other.
 *
 * <p>An order is taken in a transaction that ends after its part is recorded: when this process
 * dies in between, the broker gives it to another. One that was given out too often, because it
 * kills whoever works it, goes back to the manager.
 */
final class OrderTaker {

  private static final Logger LOG = LoggerFactory.getLogger(OrderTaker.class);

  /** A partition that has cost two processes their lives is the manager's own affair. */
  private static final int DELIVERIES_MAX = 3;

  /** How long it takes at most to notice that there is nothing more to do. */
  private static final long LOOK_AGAIN_MILLIS = 500;

  /** Works one order. */
  @FunctionalInterface
  interface Work {
    void run(WorkOrder order) throws Exception;
  }

  private final Broker broker;
  private final String selector;
  private final String host;
  private final Work work;

  /**
   * A taker.
   *
   * @param selector which orders it takes
   * @param host as the manager is told when an order fails
   */
  OrderTaker(Broker broker, String selector, String host, Work work) {
    this.broker = broker;
    this.selector = selector;
    this.host = host;
    this.work = work;
  }

  /**
   * Works until told to stop; throws what the first failure was, after the manager was told of it.
   */
  void run(BooleanSupplier stop) throws Exception {
    try (Session session = broker.session();
        MessageConsumer orders = session.createConsumer(broker.queue(session), selector)) {
      while (!stop.getAsBoolean() && !broker.isLost()) {
        Message message = orders.receive(LOOK_AGAIN_MILLIS);
        if (message != null) {
          one(session, message);
        }
      }
    }
  }

  private void one(Session session, Message message) throws Exception {
    WorkOrder order = WorkOrder.of(message);
    if (WorkOrder.deliveries(message) > DELIVERIES_MAX) {
      answer(session, message, order, "given out " + DELIVERIES_MAX + " times in vain");
      return;
    }
    try {
      work.run(order);
    } catch (Exception e) {
      answer(session, message, order, e.getClass().getName());
      throw e;
    }
    session.commit();
  }

  private void answer(Session session, Message message, WorkOrder order, String kind)
      throws JMSException {
    try (MessageProducer producer = session.createProducer(message.getJMSReplyTo())) {
      producer.send(order.toFailure(session, host, kind));
      session.commit();
    } catch (JMSException e) {
      // The manager that asked is gone; its next start gives the partition out anew.
      LOG.warn("nobody waits for partition {} of {} any more", order.partition(), order.step());
    }
  }
}
