package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.PaymentPorts;
import com.yuge.payment.domain.PaymentSettings;
import com.yuge.payment.domain.PaymentUseCases;
import com.yuge.payment.domain.callback.HandleCallback;
import com.yuge.payment.domain.callback.HandleRefundCallback;
import com.yuge.payment.domain.channel.Channels;
import com.yuge.payment.domain.fakes.CountingDigits;
import com.yuge.payment.domain.fakes.InMemoryFinalPayOrderCache;
import com.yuge.payment.domain.fakes.InMemorySeenCallbacks;
import com.yuge.payment.domain.fixtures.InMemoryPayments;
import com.yuge.payment.domain.fixtures.PayOrderBook;
import com.yuge.payment.domain.limit.LimitPorts;
import com.yuge.payment.domain.order.ApplyChannelResult;
import com.yuge.payment.domain.order.OrderPorts;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayOrders;
import com.yuge.payment.domain.outbox.relay.CommitSignal;
import com.yuge.payment.domain.shared.Transactions;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Use cases on the real database. */
final class JdbcPayments {
  private final JdbcClient jdbc;
  private final PaymentPorts ports;
  final Transactions transactions;
  final PayOrders orders;
  final ApplyChannelResult apply;
  final HandleCallback callbacks;
  final HandleRefundCallback refundCallbacks;

  JdbcPayments() {
    this(TestDatabase.jdbc(), TestDatabase.transactions(), (partition, row) -> {});
  }

  /** On a database of the test's own. */
  JdbcPayments(JdbcClient jdbc, Transactions transactions, CommitSignal signal) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.orders = new JdbcPayOrders(jdbc);
    this.ports = ports(signal);
    Clock clock = Clock.fixed(PayOrderBook.LATER, ZoneOffset.UTC);
    PaymentUseCases useCases = useCases(new Channels(List.of()), InMemoryPayments.SETTINGS, clock);
    this.apply = useCases.applyChannelResult();
    this.callbacks = useCases.handleCallback();
    this.refundCallbacks = useCases.handleRefundCallback();
  }

  private PaymentPorts ports(CommitSignal signal) {
    return new PaymentPorts(
        transactions,
        new OrderPorts(
            orders,
            new JdbcPaidTrades(jdbc, transactions),
            new LimitPorts(new JdbcLimits(jdbc), new JdbcLimitUses(jdbc), new JdbcLimitAudit(jdbc)),
            OutboxTables.outbox(jdbc, transactions, signal),
            new JdbcDueOrders(jdbc, transactions),
            new JdbcAuditTrail(jdbc, transactions)),
        new PaymentPorts.RefundStores(
            new JdbcRefunds(jdbc),
            new JdbcDueRefunds(jdbc, transactions),
            new JdbcRefundReports(jdbc)),
        new JdbcCallbackLog(jdbc),
        new PaymentPorts.Memory(new InMemoryFinalPayOrderCache(), new InMemorySeenCallbacks()),
        new PaymentPorts.Reports(new JdbcMoneyReports(jdbc), new JdbcTimelines(jdbc)));
  }

  PaymentUseCases useCases(Channels channels, PaymentSettings settings, Clock clock) {
    return new PaymentUseCases(ports, channels, new CountingDigits(), settings, clock);
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
