package com.yuge.payment.out.jdbc;

import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static com.yuge.payment.domain.fixtures.PayOrderBook.closed;
import static com.yuge.payment.domain.fixtures.PayOrderBook.success;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.domain.callback.CallbackId;
import com.yuge.payment.domain.callback.CallbackResult;
import com.yuge.payment.domain.callback.HandleCallback;
import com.yuge.payment.domain.callback.VerifiedCallback;
import com.yuge.payment.domain.channel.ChannelResult;
import com.yuge.payment.domain.fixtures.PayOrderBook;
import com.yuge.payment.domain.fixtures.TestChannels;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.outbox.relay.CommitSignal;
import com.yuge.payment.domain.shared.Transactions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Callback log, status change, audit and event are one: each statement fails once. */
class CallbackTransactionTest {
  private final FailingDataSource database = new FailingDataSource(TestDatabase.pool());
  private final List<Integer> signals = new ArrayList<>();
  private final JdbcClient jdbc = JdbcClient.create(database);
  private final Transactions transactions = TestDatabase.transactions(database);
  private final JdbcPayOrders orders = new JdbcPayOrders(jdbc);
  private final HandleCallback callbacks = handleCallback();

  @Test
  void aSuccessIsKeptWholeOrNotAtAll() {
    PayOrder order = added(aPayOrder());

    everyStatementFailsOnce(
        order,
        aCallback(success(order, "T" + order.payNo(), PRICE)),
        List.of(
            "SELECT id, pay_no",
            "INSERT INTO t_pay_trade",
            "INSERT INTO t_pay_callback_log",
            "UPDATE t_pay_order",
            "INSERT INTO t_outbox_event",
            "INSERT INTO t_outbox_pending",
            "COMMIT"));
  }

  /** Late, and of an amount that is yet to be asked for. */
  @Test
  void aLateSuccessIsKeptWholeOrNotAtAll() {
    PayOrder order = added(aPayOrder());
    PayOrder ended = closed(order);
    transactions.run(() -> orders.advance(ended));

    everyStatementFailsOnce(
        ended,
        aCallback(success(ended, "T" + ended.payNo())),
        List.of(
            "SELECT id, pay_no",
            "SELECT id FROM t_pay_callback_log",
            "SELECT id, channel, trade_no",
            "INSERT INTO t_pay_trade",
            "UPDATE t_pay_order",
            "INSERT INTO t_pay_callback_log",
            "UPDATE t_pay_order",
            "INSERT INTO t_outbox_event",
            "INSERT INTO t_outbox_pending",
            "SELECT id, channel, trade_no",
            "UPDATE t_pay_order",
            "INSERT INTO t_pay_reconcile_audit",
            "COMMIT"));
  }

  private void everyStatementFailsOnce(
      PayOrder order, VerifiedCallback callback, List<String> statements) {
    for (int others = 0; others < statements.size(); others++) {
      database.failAfter(others);

      assertThatThrownBy(() -> callbacks.handle(callback))
          .as("without %s", statements.get(others))
          .isInstanceOf(RuntimeException.class);

      database.failAfter(-1);
      assertNothingStays(order);
      database.failAfter(-1);
    }

    assertThat(callbacks.handle(callback).orElseThrow().result())
        .isEqualTo(CallbackResult.PROCESSED);
    assertThat(database.passed()).hasSameSizeAs(statements);
    for (int i = 0; i < statements.size(); i++) {
      assertThat(database.passed().get(i)).startsWith(statements.get(i));
    }
    assertAllIsThere(order);
  }

  private void assertNothingStays(PayOrder order) {
    assertThat(orders.find(order.payNo())).contains(order);
    assertThat(rows("t_pay_trade", "pay_no", order)).isZero();
    assertThat(rows("t_pay_callback_log", "pay_no", order)).isZero();
    assertThat(rows("t_pay_reconcile_audit", "pay_no", order)).isZero();
    assertThat(rows("t_outbox_event", "aggregate_key", order)).isZero();
    assertThat(rows("t_outbox_pending", "aggregate_key", order)).isZero();
    assertThat(signals).isEmpty();
  }

  private void assertAllIsThere(PayOrder order) {
    assertThat(orders.find(order.payNo()).orElseThrow().version()).isEqualTo(order.version() + 1);
    assertThat(rows("t_pay_trade", "pay_no", order)).isOne();
    assertThat(rows("t_pay_callback_log", "pay_no", order)).isOne();
    assertThat(rows("t_outbox_event", "aggregate_key", order)).isOne();
    assertThat(rows("t_outbox_pending", "aggregate_key", order)).isOne();
    assertThat(signals).hasSize(1);
  }

  private int rows(String table, String column, PayOrder order) {
    return TestDatabase.jdbc()
        .sql("SELECT COUNT(*) FROM %s WHERE %s = ?".formatted(table, column))
        .param(order.payNo().value())
        .query(Integer.class)
        .single();
  }

  private PayOrder added(PayOrder order) {
    return transactions.call(() -> orders.add(order));
  }

  private static VerifiedCallback aCallback(ChannelResult result) {
    return new VerifiedCallback(
        new CallbackId(PayOrderBook.aNonce()), TestChannels.MOCK, result, "{}");
  }

  private HandleCallback handleCallback() {
    new Partitions(TestDatabase.jdbc()).of("warm");
    CommitSignal signal = (partition, row) -> signals.add(partition);
    return new JdbcPayments(jdbc, transactions, signal).callbacks;
  }
}
