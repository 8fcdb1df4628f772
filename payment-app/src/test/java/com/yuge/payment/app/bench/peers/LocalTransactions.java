package com.yuge.payment.app.bench.peers;

import org.apache.rocketmq.client.producer.LocalTransactionState;
import org.apache.rocketmq.client.producer.TransactionListener;
import org.apache.rocketmq.common.message.Message;
import org.apache.rocketmq.common.message.MessageExt;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Runs the payment between the half message and its commit, and tells later what became of it. */
record LocalTransactions(JdbcClient jdbc) implements TransactionListener {
  @Override
  public LocalTransactionState executeLocalTransaction(Message half, Object transaction) {
    ((Runnable) transaction).run();
    return LocalTransactionState.COMMIT_MESSAGE;
  }

  /** The order's version is the number of its latest event. */
  @Override
  public LocalTransactionState checkLocalTransaction(MessageExt half) {
    String id = half.getUserProperty("eventId");
    int dash = id.lastIndexOf('-');
    int changes =
        jdbc.sql("SELECT version FROM t_pay_order WHERE pay_no = ?")
            .param(id.substring(0, dash))
            .query(Integer.class)
            .optional()
            .orElse(0);
    return changes >= Integer.parseInt(id.substring(dash + 1))
        ? LocalTransactionState.COMMIT_MESSAGE
        : LocalTransactionState.UNKNOW;
  }
}
