package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.callback.AnswerRepeat;
import com.yuge.payment.domain.callback.HandleCallback;
import com.yuge.payment.domain.fakes.InMemoryFinalPayOrders;
import com.yuge.payment.domain.fakes.InMemorySeenCallbacks;
import com.yuge.payment.domain.fixtures.PayOrderBook;
import com.yuge.payment.domain.order.FinalPayOrders;
import com.yuge.payment.domain.order.FindPayOrder;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.SettlePayOrder;
import com.yuge.payment.domain.shared.Transactions;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Use cases on the real database. */
final class JdbcPayments {
  private final JdbcClient jdbc = TestDatabase.jdbc();
  final Transactions transactions = TestDatabase.transactions();
  final JdbcPayOrders orders = new JdbcPayOrders(jdbc);
  private final Clock clock = Clock.fixed(PayOrderBook.LATER, ZoneOffset.UTC);
  private final FinalPayOrders finals = new InMemoryFinalPayOrders();
  private final JdbcCallbackLog log = new JdbcCallbackLog(jdbc);
  final SettlePayOrder settle =
      new SettlePayOrder(
          orders,
          OutboxTables.outbox(partition -> {}),
          new JdbcAuditTrail(jdbc),
          finals,
          transactions,
          clock);
  private final AnswerRepeat repeats =
      new AnswerRepeat(
          new InMemorySeenCallbacks(), new FindPayOrder(orders, finals), log, transactions, clock);
  final HandleCallback callbacks =
      new HandleCallback(orders, log, settle, repeats, transactions, clock);

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
