package com.yuge.payment.consumer;

import javax.sql.DataSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The table of the events that were handled. */
final class ConsumeLog {
  private final DataSource database;
  private final JdbcClient jdbc;
  private final String group;

  ConsumeLog(DataSource database, String group) {
    this.database = database;
    this.jdbc = JdbcClient.create(database);
    this.group = group;
  }

  /**
   * Adds an event in the running transaction. If another transaction is adding the same event, this
   * waits until that one ends.
   *
   * @return false if the event is in the log already
   */
  boolean add(PaymentEvent event) {
    requireTransaction();
    try {
      return jdbc.sql(
                  """
                  INSERT INTO t_mq_consume_log (consumer_group, event_id, tag, order_no, trace_id)
                  VALUES (?, ?, ?, ?, ?)
                  """)
              .params(group, event.eventId(), event.tag().name(), event.orderNo(), event.traceId())
              .update()
          == 1;
    } catch (DuplicateKeyException handledBefore) {
      return false;
    }
  }

  // On another data source, the row would stay when the handler's work is rolled back.
  private void requireTransaction() {
    if (!TransactionSynchronizationManager.hasResource(database)) {
      throw new IllegalStateException(
          "the transaction is not one of the consume log's data source");
    }
  }
}
