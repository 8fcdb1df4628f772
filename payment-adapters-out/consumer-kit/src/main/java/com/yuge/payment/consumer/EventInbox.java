package com.yuge.payment.consumer;

import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Handles each event once for a consumer group, however often and wherever it is delivered. The
 * handler's work and the row in {@code t_mq_consume_log} are one transaction.
 */
public final class EventInbox {
  private final TransactionTemplate transaction;
  private final ConsumeLog log;

  /**
   * Creates the inbox of a consumer group.
   *
   * @param database has {@code t_mq_consume_log} beside the handler's own tables
   * @param transaction begins transactions of that database
   */
  public EventInbox(DataSource database, TransactionTemplate transaction, String group) {
    this.transaction = transaction;
    this.log = new ConsumeLog(database, group);
  }

  /**
   * Calls the handler unless the event was handled before.
   *
   * @return false if the event was handled before
   */
  public boolean handleOnce(PaymentEvent event, PaymentEventHandler handler) {
    return Objects.requireNonNull(transaction.execute(status -> handleFirst(event, handler)));
  }

  // The row comes first: a second delivery at the same time waits for it, and then is a duplicate.
  private boolean handleFirst(PaymentEvent event, PaymentEventHandler handler) {
    if (!log.add(event)) {
      return false;
    }
    event.handleBy(handler);
    return true;
  }
}
