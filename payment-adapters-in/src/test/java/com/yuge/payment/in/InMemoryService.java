package com.yuge.payment.in;

import com.yuge.payment.domain.PaymentPorts;
import com.yuge.payment.domain.PaymentSettings;
import com.yuge.payment.domain.PaymentUseCases;
import com.yuge.payment.domain.callback.CallbackLog;
import com.yuge.payment.domain.callback.HandleCallback;
import com.yuge.payment.domain.callback.HandleRefundCallback;
import com.yuge.payment.domain.callback.RejectCallback;
import com.yuge.payment.domain.channel.Channels;
import com.yuge.payment.domain.fakes.CountingDigits;
import com.yuge.payment.domain.fakes.FakeChannel;
import com.yuge.payment.domain.fakes.FakeRefunds;
import com.yuge.payment.domain.fakes.InMemoryAuditTrail;
import com.yuge.payment.domain.fakes.InMemoryCallbackLog;
import com.yuge.payment.domain.fakes.InMemoryDueOrders;
import com.yuge.payment.domain.fakes.InMemoryFinalPayOrderCache;
import com.yuge.payment.domain.fakes.InMemoryLimitUses;
import com.yuge.payment.domain.fakes.InMemoryLimits;
import com.yuge.payment.domain.fakes.InMemoryMoneyReports;
import com.yuge.payment.domain.fakes.InMemoryOutbox;
import com.yuge.payment.domain.fakes.InMemoryPaidTrades;
import com.yuge.payment.domain.fakes.InMemoryPayOrders;
import com.yuge.payment.domain.fakes.InMemoryRateLimits;
import com.yuge.payment.domain.fakes.InMemoryRefunds;
import com.yuge.payment.domain.fakes.InMemorySeenCallbacks;
import com.yuge.payment.domain.fakes.InMemoryStore;
import com.yuge.payment.domain.fakes.InMemoryTimelines;
import com.yuge.payment.domain.fakes.SettableClock;
import com.yuge.payment.domain.fixtures.InMemoryPayments;
import com.yuge.payment.domain.limit.ChangeLimits;
import com.yuge.payment.domain.limit.InspectLimits;
import com.yuge.payment.domain.limit.LimitPorts;
import com.yuge.payment.domain.order.AcceptUnappliedPayment;
import com.yuge.payment.domain.order.CreatePayOrder;
import com.yuge.payment.domain.order.FindParties;
import com.yuge.payment.domain.order.FindPayOrder;
import com.yuge.payment.domain.order.FindTimeline;
import com.yuge.payment.domain.order.InspectMoney;
import com.yuge.payment.domain.order.OpenPayment;
import com.yuge.payment.domain.order.OrderPorts;
import com.yuge.payment.domain.order.PayOrders;
import com.yuge.payment.domain.refund.CancelRefund;
import com.yuge.payment.domain.refund.CreateRefund;
import com.yuge.payment.domain.refund.FindRefund;
import com.yuge.payment.domain.refund.InspectRefunds;
import com.yuge.payment.domain.refund.RequestRefundCheck;
import com.yuge.payment.domain.refund.ResolveRefund;
import com.yuge.payment.domain.shared.RateLimits;
import com.yuge.payment.domain.shared.Slots;
import com.yuge.payment.domain.shared.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
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
  FakeRefunds fakeRefunds(InMemoryStore store) {
    return new FakeRefunds(store);
  }

  @Bean
  InMemoryStore store() {
    return new InMemoryStore();
  }

  @Bean
  Channels channels(FakeChannel channel, FakeRefunds refunds, Environment settings) {
    boolean enabled = settings.getProperty("payment.mock.enabled", Boolean.class, true);
    return enabled ? new Channels(List.of(channel), List.of(refunds)) : new Channels(List.of());
  }

  /** The ports behind the trouble are no bean each, so that nothing goes round it. */
  @Bean
  PaymentUseCases useCases(
      InMemoryStore store,
      StoreTrouble trouble,
      Channels channels,
      SettableClock clock,
      Environment environment) {
    InMemoryRefunds refunds = new InMemoryRefunds(store, store, clock);
    InMemoryLimits limits = new InMemoryLimits(store);
    PaymentPorts ports =
        new PaymentPorts(
            trouble.before(Transactions.class, store),
            new OrderPorts(
                trouble.before(PayOrders.class, new InMemoryPayOrders(store, clock)),
                new InMemoryPaidTrades(store),
                new LimitPorts(limits, new InMemoryLimitUses(store), limits),
                new InMemoryOutbox(store),
                new InMemoryDueOrders(store, store, clock),
                new InMemoryAuditTrail(store)),
            new PaymentPorts.RefundStores(refunds, refunds, refunds),
            trouble.before(CallbackLog.class, new InMemoryCallbackLog(store)),
            new PaymentPorts.Memory(new InMemoryFinalPayOrderCache(), new InMemorySeenCallbacks()),
            new PaymentPorts.Reports(
                new InMemoryMoneyReports(store), new InMemoryTimelines(store)));
    PaymentSettings settings =
        InMemoryPayments.within(Slots.of(environment.getProperty("payment.slots", "0-99")));
    return new PaymentUseCases(ports, channels, new CountingDigits(), settings, clock);
  }

  @Bean
  CreatePayOrder createPayOrder(PaymentUseCases useCases) {
    return useCases.createPayOrder();
  }

  @Bean
  OpenPayment openPayment(PaymentUseCases useCases) {
    return useCases.openPayment();
  }

  @Bean
  FindPayOrder findPayOrder(PaymentUseCases useCases) {
    return useCases.findPayOrder();
  }

  @Bean
  InspectMoney inspectMoney(PaymentUseCases useCases) {
    return useCases.inspectMoney();
  }

  @Bean
  AcceptUnappliedPayment acceptUnappliedPayment(PaymentUseCases useCases) {
    return useCases.acceptUnappliedPayment();
  }

  @Bean
  FindParties findParties(PaymentUseCases useCases) {
    return useCases.findParties();
  }

  @Bean
  ChangeLimits changeLimits(PaymentUseCases useCases) {
    return useCases.changeLimits();
  }

  @Bean
  InspectLimits inspectLimits(PaymentUseCases useCases) {
    return useCases.inspectLimits();
  }

  @Bean
  FindTimeline findTimeline(PaymentUseCases useCases) {
    return useCases.findTimeline();
  }

  @Bean
  HandleCallback handleCallback(PaymentUseCases useCases) {
    return useCases.handleCallback();
  }

  @Bean
  RejectCallback rejectCallback(PaymentUseCases useCases) {
    return useCases.rejectCallback();
  }

  @Bean
  CreateRefund createRefund(PaymentUseCases useCases) {
    return useCases.refunds().createRefund();
  }

  @Bean
  FindRefund findRefund(PaymentUseCases useCases) {
    return useCases.refunds().findRefund();
  }

  @Bean
  InspectRefunds inspectRefunds(PaymentUseCases useCases) {
    return useCases.refunds().inspectRefunds();
  }

  @Bean
  RequestRefundCheck requestRefundCheck(PaymentUseCases useCases) {
    return useCases.refunds().requestRefundCheck();
  }

  @Bean
  CancelRefund cancelRefund(PaymentUseCases useCases) {
    return useCases.refunds().cancelRefund();
  }

  @Bean
  ResolveRefund resolveRefund(PaymentUseCases useCases) {
    return useCases.refunds().resolveRefund();
  }

  @Bean
  HandleRefundCallback handleRefundCallback(PaymentUseCases useCases) {
    return useCases.handleRefundCallback();
  }
}
