package com.yuge.payment.app;

import com.yuge.payment.domain.callback.AnswerRepeat;
import com.yuge.payment.domain.callback.CallbackLog;
import com.yuge.payment.domain.callback.HandleCallback;
import com.yuge.payment.domain.callback.RejectCallback;
import com.yuge.payment.domain.callback.SeenCallbacks;
import com.yuge.payment.domain.channel.ChannelGateway;
import com.yuge.payment.domain.channel.Channels;
import com.yuge.payment.domain.order.AcceptUnappliedPayment;
import com.yuge.payment.domain.order.AfterEndChecks;
import com.yuge.payment.domain.order.AuditTrail;
import com.yuge.payment.domain.order.BeginPayment;
import com.yuge.payment.domain.order.CreatePayOrder;
import com.yuge.payment.domain.order.DueOrders;
import com.yuge.payment.domain.order.FinalPayOrders;
import com.yuge.payment.domain.order.FindPayOrder;
import com.yuge.payment.domain.order.InspectMoney;
import com.yuge.payment.domain.order.MoneyReports;
import com.yuge.payment.domain.order.OpenPayment;
import com.yuge.payment.domain.order.OrderHistory;
import com.yuge.payment.domain.order.OrderPorts;
import com.yuge.payment.domain.order.Outbox;
import com.yuge.payment.domain.order.PaidTrades;
import com.yuge.payment.domain.order.PayOrders;
import com.yuge.payment.domain.order.SettlePayOrder;
import com.yuge.payment.domain.order.TellOrderHistory;
import com.yuge.payment.domain.shared.Randomness;
import com.yuge.payment.domain.shared.Subject;
import com.yuge.payment.domain.shared.Transactions;
import com.yuge.payment.in.job.ReconcileProperties;
import com.yuge.payment.in.ops.MoneyWatchProperties;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The use cases, which know nothing of Spring. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PaymentProperties.class)
class DomainConfiguration {
  /** What a DATETIME(6) keeps: an instant read back equals the one written. */
  private static final Duration MICROSECOND = Duration.ofNanos(1000);

  @Bean
  ZoneId shopZone(PaymentProperties properties) {
    return properties.timeZone();
  }

  @Bean
  Clock clock(ZoneId shopZone) {
    return Clock.tick(Clock.system(shopZone), MICROSECOND);
  }

  @Bean
  Channels channels(ObjectProvider<ChannelGateway> gateways) {
    return new Channels(gateways.stream().toList());
  }

  @Bean
  CreatePayOrder createPayOrder(
      PayOrders orders,
      Transactions transactions,
      Randomness randomness,
      Clock clock,
      PaymentProperties properties) {
    return new CreatePayOrder(orders, transactions, randomness, clock, properties.timeToPay());
  }

  @Bean
  OrderPorts orderPorts(
      PayOrders orders, PaidTrades trades, Outbox outbox, DueOrders due, AuditTrail audit) {
    return new OrderPorts(orders, trades, outbox, due, audit);
  }

  @Bean
  OpenPayment openPayment(
      OrderPorts ports,
      Transactions transactions,
      Channels channels,
      BeginPayment begin,
      Clock clock) {
    return new OpenPayment(ports.orders(), transactions, channels, begin, clock);
  }

  @Bean
  BeginPayment beginPayment(
      OrderPorts ports, ReconcileProperties reconcile, PaymentProperties properties, Clock clock) {
    Subject subject = new Subject(properties.subject());
    return new BeginPayment(ports, reconcile.timeoutThreshold(), subject, clock);
  }

  @Bean
  FindPayOrder findPayOrder(PayOrders orders, PaidTrades trades, FinalPayOrders finals) {
    return new FindPayOrder(orders, trades, finals);
  }

  @Bean
  InspectMoney inspectMoney(
      MoneyReports reports, PaidTrades trades, MoneyWatchProperties properties, Clock clock) {
    return new InspectMoney(reports, trades, properties.overdueAfter(), clock);
  }

  @Bean
  AcceptUnappliedPayment acceptUnappliedPayment(
      OrderPorts ports,
      MoneyReports reports,
      FinalPayOrders finals,
      Transactions transactions,
      Clock clock) {
    return new AcceptUnappliedPayment(ports, reports, finals, transactions, clock);
  }

  @Bean
  TellOrderHistory tellOrderHistory(PayOrders orders, OrderHistory history) {
    return new TellOrderHistory(orders, history);
  }

  @Bean
  AfterEndChecks afterEndChecks(ReconcileProperties reconcile) {
    return new AfterEndChecks(reconcile.afterEnd());
  }

  @Bean
  SettlePayOrder settlePayOrder(
      OrderPorts ports,
      AfterEndChecks checks,
      FinalPayOrders finals,
      Transactions transactions,
      Clock clock) {
    return new SettlePayOrder(ports, checks, finals, transactions, clock);
  }

  @Bean
  AnswerRepeat answerRepeat(
      SeenCallbacks seen,
      FindPayOrder find,
      CallbackLog log,
      Transactions transactions,
      Clock clock) {
    return new AnswerRepeat(seen, find, log, transactions, clock);
  }

  @Bean
  HandleCallback handleCallback(
      PayOrders orders,
      CallbackLog log,
      SettlePayOrder settle,
      AnswerRepeat repeats,
      Transactions transactions,
      Clock clock) {
    return new HandleCallback(orders, log, settle, repeats, transactions, clock);
  }

  @Bean
  RejectCallback rejectCallback(CallbackLog log, Transactions transactions, Clock clock) {
    return new RejectCallback(log, transactions, clock);
  }
}
