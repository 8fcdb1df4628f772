package com.yuge.payment.in;

import com.yuge.payment.domain.callback.AnswerRepeat;
import com.yuge.payment.domain.callback.CallbackLog;
import com.yuge.payment.domain.callback.HandleCallback;
import com.yuge.payment.domain.callback.RejectCallback;
import com.yuge.payment.domain.channel.Channels;
import com.yuge.payment.domain.fakes.CountingDigits;
import com.yuge.payment.domain.fakes.FakeChannel;
import com.yuge.payment.domain.fakes.InMemoryAuditTrail;
import com.yuge.payment.domain.fakes.InMemoryCallbackLog;
import com.yuge.payment.domain.fakes.InMemoryDueOrders;
import com.yuge.payment.domain.fakes.InMemoryFinalPayOrders;
import com.yuge.payment.domain.fakes.InMemoryMoneyReports;
import com.yuge.payment.domain.fakes.InMemoryOrderHistory;
import com.yuge.payment.domain.fakes.InMemoryOutbox;
import com.yuge.payment.domain.fakes.InMemoryPaidTrades;
import com.yuge.payment.domain.fakes.InMemoryPayOrders;
import com.yuge.payment.domain.fakes.InMemoryRateLimits;
import com.yuge.payment.domain.fakes.InMemorySeenCallbacks;
import com.yuge.payment.domain.fakes.InMemoryStore;
import com.yuge.payment.domain.fakes.SettableClock;
import com.yuge.payment.domain.fixtures.InMemoryPayments;
import com.yuge.payment.domain.fixtures.PayOrderBook;
import com.yuge.payment.domain.order.AcceptUnappliedPayment;
import com.yuge.payment.domain.order.BeginPayment;
import com.yuge.payment.domain.order.CreatePayOrder;
import com.yuge.payment.domain.order.FindPayOrder;
import com.yuge.payment.domain.order.InspectMoney;
import com.yuge.payment.domain.order.OpenPayment;
import com.yuge.payment.domain.order.OrderPorts;
import com.yuge.payment.domain.order.PayOrders;
import com.yuge.payment.domain.order.SettlePayOrder;
import com.yuge.payment.domain.order.TellOrderHistory;
import com.yuge.payment.domain.shared.RateLimits;
import com.yuge.payment.domain.shared.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The use cases as the application wires them, on the fakes. */
@Configuration(proxyBeanMethods = false)
public class InMemoryService {
  /** Half past twelve of New Year 2024, in Shanghai. */
  static final Instant START = Instant.parse("2024-01-01T04:30:00.123Z");

  @Bean
  ZoneId shopZone(Environment settings) {
    return ZoneId.of(settings.getProperty("payment.time-zone", "Asia/Shanghai"));
  }

  @Bean
  SettableClock clock(ZoneId shopZone) {
    return new SettableClock(START, shopZone);
  }

  @Bean
  MeterRegistry meters() {
    return new SimpleMeterRegistry();
  }

  @Bean
  RateLimits rateLimits(SettableClock clock) {
    return new InMemoryRateLimits(clock);
  }

  @Bean
  StoreTrouble storeTrouble() {
    return new StoreTrouble();
  }

  @Bean
  FakeChannel fakeChannel() {
    return new FakeChannel();
  }

  @Bean
  InMemoryStore store() {
    return new InMemoryStore();
  }

  /** The ports behind the trouble; no bean each, so that nothing goes round it. */
  record Ports(
      OrderPorts orders,
      CallbackLog log,
      Transactions transactions,
      InMemoryFinalPayOrders finals,
      SettlePayOrder settle) {}

  @Bean
  Ports ports(InMemoryStore store, StoreTrouble trouble, SettableClock clock) {
    OrderPorts orders =
        new OrderPorts(
            trouble.before(PayOrders.class, new InMemoryPayOrders(store, clock)),
            new InMemoryPaidTrades(store),
            new InMemoryOutbox(store),
            new InMemoryDueOrders(store, store, clock),
            new InMemoryAuditTrail(store));
    CallbackLog log = trouble.before(CallbackLog.class, new InMemoryCallbackLog(store));
    Transactions transactions = trouble.before(Transactions.class, store);
    InMemoryFinalPayOrders finals = new InMemoryFinalPayOrders();
    SettlePayOrder settle =
        new SettlePayOrder(orders, InMemoryPayments.AFTER_END, finals, transactions, clock);
    return new Ports(orders, log, transactions, finals, settle);
  }

  @Bean
  CreatePayOrder createPayOrder(Ports ports, Clock clock) {
    return new CreatePayOrder(
        ports.orders().orders(),
        ports.transactions(),
        new CountingDigits(),
        clock,
        Duration.ofMinutes(30));
  }

  @Bean
  Channels channels(FakeChannel channel, Environment settings) {
    boolean enabled = settings.getProperty("payment.mock.enabled", Boolean.class, true);
    return new Channels(enabled ? List.of(channel) : List.of());
  }

  @Bean
  OpenPayment openPayment(Ports ports, Channels channels, Clock clock) {
    BeginPayment begin =
        new BeginPayment(ports.orders(), Duration.ofMinutes(5), PayOrderBook.SUBJECT, clock);
    return new OpenPayment(ports.orders().orders(), ports.transactions(), channels, begin, clock);
  }

  @Bean
  FindPayOrder findPayOrder(Ports ports) {
    return new FindPayOrder(ports.orders().orders(), ports.orders().trades(), ports.finals());
  }

  @Bean
  InspectMoney inspectMoney(Ports ports, InMemoryStore store, Clock clock) {
    return new InspectMoney(
        new InMemoryMoneyReports(store),
        ports.orders().trades(),
        InMemoryPayments.OVERDUE_AFTER,
        clock);
  }

  @Bean
  AcceptUnappliedPayment acceptUnappliedPayment(Ports ports, InMemoryStore store, Clock clock) {
    return new AcceptUnappliedPayment(
        ports.orders(),
        new InMemoryMoneyReports(store),
        ports.finals(),
        ports.transactions(),
        clock);
  }

  @Bean
  TellOrderHistory tellOrderHistory(Ports ports, InMemoryStore store) {
    return new TellOrderHistory(ports.orders().orders(), new InMemoryOrderHistory(store));
  }

  @Bean
  AnswerRepeat answerRepeat(Ports ports, FindPayOrder find, Clock clock) {
    return new AnswerRepeat(
        new InMemorySeenCallbacks(), find, ports.log(), ports.transactions(), clock);
  }

  @Bean
  HandleCallback handleCallback(Ports ports, AnswerRepeat repeats, Clock clock) {
    return new HandleCallback(
        ports.orders().orders(), ports.log(), ports.settle(), repeats, ports.transactions(), clock);
  }

  @Bean
  RejectCallback rejectCallback(Ports ports, Clock clock) {
    return new RejectCallback(ports.log(), ports.transactions(), clock);
  }
}
