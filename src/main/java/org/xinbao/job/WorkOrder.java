package org.xinbao.job;

import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.util.Locale;
import org.xinbao.ledger.LoanRange;

/**
 * One partition to be worked, as a message. It holds places and ranges only, no figures and nothing
 * of a person; what the partition is a function of lies in the database and the shared folders.
 *
 * @param institution whose night it is
 * @param version of the program that gives it out; another one never takes it
 * @param opening one start of the manager: what it shares lies in a folder of that name
 * @param step the partitioned step
 */
record WorkOrder(
    String institution,
    String version,
    String opening,
    long runId,
    String step,
    int partition,
    LoanRange range) {

  /** Orders are persistent, so that a broker that starts anew still has them. */
  static final int DELIVERY = DeliveryMode.PERSISTENT;

  /** An order that nobody took for a day belongs to a night that is over. */
  static final long LIVES_MILLIS = 86_400_000L;

  private static final String INSTITUTION = "institution";
  private static final String VERSION = "programVersion";
  private static final String OPENING = "opening";
  private static final String RUN = "run";
  private static final String STEP = "step";
  private static final String PARTITION = "partitionNo";
  private static final String RANGE = "loanRange";
  private static final String FAILURE = "failure";
  private static final String HOST = "host";
  private static final String DELIVERIES = "JMSXDeliveryCount";

  /** Picks the orders that a worker may take. */
  static String forWorker(String institution, String version) {
    return ofInstitution(institution) + " AND " + is(VERSION, version);
  }

  /** Picks the orders that a worker must not take. */
  static String forOthers(String institution, String version) {
    return ofInstitution(institution) + " AND NOT (" + is(VERSION, version) + ")";
  }

  /** Picks all orders of an institution. */
  static String ofInstitution(String institution) {
    return is(INSTITUTION, institution);
  }

  /** Picks the orders of one start of the manager. */
  static String ofOpening(String opening) {
    return is(OPENING, opening);
  }

  private static String is(String property, String value) {
    return String.format(Locale.ROOT, "%s = '%s'", property, value.replace("'", "''"));
  }

  Message toMessage(Session session) throws JMSException {
    Message message = session.createMessage();
    message.setStringProperty(INSTITUTION, institution);
    message.setStringProperty(VERSION, version);
    message.setStringProperty(OPENING, opening);
    message.setLongProperty(RUN, runId);
    message.setStringProperty(STEP, step);
    message.setIntProperty(PARTITION, partition);
    message.setStringProperty(RANGE, range.toText());
    return message;
  }

  static WorkOrder of(Message message) throws JMSException {
    return new WorkOrder(
        message.getStringProperty(INSTITUTION),
        message.getStringProperty(VERSION),
        message.getStringProperty(OPENING),
        message.getLongProperty(RUN),
        message.getStringProperty(STEP),
        message.getIntProperty(PARTITION),
        LoanRange.parse(message.getStringProperty(RANGE)));
  }

  /** How often it has been given out, this time included. */
  static int deliveries(Message message) throws JMSException {
    return message.getIntProperty(DELIVERIES);
  }

  /** What a worker answers that could not do it; the kind of failure, never its text. */
  Message toFailure(Session session, String host, String kind) throws JMSException {
    Message message = toMessage(session);
    message.setStringProperty(HOST, host);
    message.setStringProperty(FAILURE, kind);
    return message;
  }

  /** Who failed, and how, as {@link #toFailure} wrote it. */
  static String failure(Message message) throws JMSException {
    return message.getStringProperty(HOST) + ": " + message.getStringProperty(FAILURE);
  }
}
