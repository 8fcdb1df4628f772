package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.callback.AnswerRepeat;
import com.yuge.payment.domain.callback.HandleCallback;
import com.yuge.payment.domain.fakes.InMemoryFinalPayOrders;
import com.yuge.payment.domain.fakes.InMemorySeenCallbacks;
import com.yuge.payment.domain.fixtures.InMemoryPayments;
import com.yuge.payment.domain.fixtures.PayOrderBook;
import com.yuge.payment.domain.order.FinalPayOrders;
import com.yuge.payment.domain.order.FindPayOrder;
import com.yuge.payment.domain.order.OrderPorts;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.SettlePayOrder;
import com.yuge.payment.domain.shared.Transactions;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Use cases on the real database. */
final class JdbcPayments {
  private final JdbcClient jdbc;
  final Transactions transactions;
  final JdbcPayOrders orders;
  private final Clock clock = Clock.fixed(PayOrderBook.LATER, ZoneOffset.UTC);
  private final FinalPayOrders finals = new InMemoryFinalPayOrders();
  final JdbcPaidTrades trades;
  final OrderPorts ports;
  final SettlePayOrder settle;
  final HandleCallback callbacks;

  JdbcPayments() {
    this(TestDatabase.jdbc(), TestDatabase.transactions());
  }

  /** On a database of the test's own. */
  JdbcPayments(JdbcClient jdbc, Transactions transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.orders = new JdbcPayOrders(jdbc);
    this.trades = new JdbcPaidTrades(jdbc, transactions);
    this.ports =
        new OrderPorts(
            orders,
            trades,
            OutboxTables.outbox(jdbc, transactions, (partition, row) -> {}),
            new JdbcDueOrders(jdbc, transactions),
            new JdbcAuditTrail(jdbc, transactions));
    this.settle =
        new SettlePayOrder(ports, InMemoryPayments.AFTER_END, finals, transactions, clock);
    JdbcCallbackLog log = new JdbcCallbackLog(jdbc);
    AnswerRepeat repeats =
        new AnswerRepeat(
            new InMemorySeenCallbacks(),
            new FindPayOrder(orders, trades, finals),
            log,
            transactions,
            clock);
    this.callbacks = new HandleCallback(orders, log, settle, repeats, transactions, clock);
  }

  PayOrder added(PayOrder order) {
    return transactions.call(() -> orders.add(order));
  }

  int eventsOf(PayOrder order) {
    return jdbc.sql("SELECT COUNT(*) FROM t_outbox_event WHERE aggregate_key = ?")
        .param(order.payNo().value())
        .query(Integer.class)
        .single();
  }
}
