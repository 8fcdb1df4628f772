package com.yuge.payment.app.bench.peers;

import com.yuge.payment.app.bench.Bench;
import com.yuge.payment.app.bench.OpenOrders;
import com.yuge.payment.app.bench.Payments;
import com.yuge.payment.domain.shared.PayNo;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.producer.LocalTransactionState;
import org.apache.rocketmq.client.producer.SendStatus;
import org.apache.rocketmq.client.producer.TransactionMQProducer;
import org.apache.rocketmq.client.producer.TransactionSendResult;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * RocketMQ's own answer: a half message, then the payment's transaction without an outbox, then the
 * message's commit. The client chooses the queue, so events of one order have no order.
 */
final class TransactionalMessage implements Peer {
  private final Bench bench;
  private final Payments payments;
  private final LocalTransactions local;
  private @Nullable TransactionMQProducer producer;

  TransactionalMessage(Bench bench) {
    this.bench = bench;
    this.payments = Payments.withoutEvents(bench.service());
    this.local = new LocalTransactions(JdbcClient.create(bench.service().bean(DataSource.class)));
  }

  @Override
  public String name() {
    return "transactional message";
  }

  @Override
  public void clear() {}

  @Override
  public void start() {
    TransactionMQProducer started = new TransactionMQProducer("bench-transactions");
    started.setNamesrvAddr(bench.stack().nameServer());
    started.setInstanceName("bench-" + UUID.randomUUID());
    started.setVipChannelEnabled(false);
    started.setTransactionListener(local);
    try {
      started.start();
    } catch (MQClientException e) {
      throw new IllegalStateException("no producer", e);
    }
    producer = started;
  }

  @Override
  public Payments payments() {
    return payments;
  }

  @Override
  public void pay(int number) {
    send(number, 2, "PAYMENT_SUCCEEDED", () -> payments.pay(number));
  }

  @Override
  public void payAgain(int number, int time) {
    send(number, 2 + time, "PAYMENT_MISMATCHED", () -> payments.payAgain(number, time));
  }

  private void send(int number, int version, String tag, Runnable transaction) {
    TransactionMQProducer started = producer;
    if (started == null) {
      throw new IllegalStateException("not started");
    }
    PayNo payNo = OpenOrders.payNo(number);
    EventText event = EventText.of(payNo, payNo.value() + "-" + version, tag);
    try {
      TransactionSendResult sent = started.sendMessageInTransaction(event.message(), transaction);
      if (sent.getSendStatus() != SendStatus.SEND_OK
          || sent.getLocalTransactionState() != LocalTransactionState.COMMIT_MESSAGE) {
        throw new IllegalStateException("not committed: " + sent);
      }
    } catch (MQClientException e) {
      throw new IllegalStateException("no half message", e);
    }
  }

  /** Its broker is of no use to others from now on, and is replaced before the next round. */
  @Override
  public void stop() {
    TransactionMQProducer started = producer;
    if (started != null) {
      started.shutdown();
    }
    producer = null;
  }

  @Override
  public boolean keepsOrder() {
    return false;
  }
}
