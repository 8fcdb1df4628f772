package com.yuge.payment.app;

import com.yuge.payment.app.settings.LateRefundProperties;
import com.yuge.payment.app.settings.PaymentProperties;
import com.yuge.payment.domain.PaymentPorts;
import com.yuge.payment.domain.PaymentSettings;
import com.yuge.payment.domain.PaymentUseCases;
import com.yuge.payment.domain.callback.HandleCallback;
import com.yuge.payment.domain.callback.RejectCallback;
import com.yuge.payment.domain.channel.ChannelGateway;
import com.yuge.payment.domain.channel.Channels;
import com.yuge.payment.domain.channel.RefundGateway;
import com.yuge.payment.domain.channel.StatementGateway;
import com.yuge.payment.domain.limit.ChangeLimits;
import com.yuge.payment.domain.limit.InspectLimits;
import com.yuge.payment.domain.limit.LimitPorts;
import com.yuge.payment.domain.order.AcceptUnappliedPayment;
import com.yuge.payment.domain.order.AfterEndChecks;
import com.yuge.payment.domain.order.CreatePayOrder;
import com.yuge.payment.domain.order.FindParties;
import com.yuge.payment.domain.order.FindPayOrder;
import com.yuge.payment.domain.order.FindTimeline;
import com.yuge.payment.domain.order.InspectMoney;
import com.yuge.payment.domain.order.OpenPayment;
import com.yuge.payment.domain.order.OrderPorts;
import com.yuge.payment.domain.reconcile.CheckBackoff;
import com.yuge.payment.domain.shared.Slots;
import com.yuge.payment.domain.shared.Subject;
import com.yuge.payment.in.job.ReconcileProperties;
import com.yuge.payment.in.ops.MoneyWatchProperties;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The use cases, built from the adapters' ports and the settings. They do not depend on Spring. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({PaymentProperties.class, LateRefundProperties.class})
@Import({
  LimitPorts.class,
  OrderPorts.class,
  PaymentPorts.Memory.class,
  PaymentPorts.RefundStores.class,
  PaymentPorts.Reports.class,
  PaymentPorts.class,
  PaymentUseCases.class
})
class DomainConfiguration {
  /** The precision of DATETIME(6): an instant read back equals the one written. */
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
  Channels channels(
      ObjectProvider<ChannelGateway> gateways,
      ObjectProvider<RefundGateway> refunds,
      ObjectProvider<StatementGateway> statements) {
    return new Channels(
        gateways.stream().toList(), refunds.stream().toList(), statements.stream().toList());
  }

  @Bean
  PaymentSettings paymentSettings(
      PaymentProperties properties,
      ReconcileProperties reconcile,
      MoneyWatchProperties money,
      LateRefundProperties late) {
    CheckBackoff backoff =
        new CheckBackoff(
            reconcile.timeoutThreshold(),
            reconcile.backoffMax(),
            () -> ThreadLocalRandom.current().nextDouble());
    AfterEndChecks afterEnd = new AfterEndChecks(reconcile.afterEnd());
    return new PaymentSettings(
        Slots.of(properties.slots()),
        properties.timeToPay(),
        new Subject(properties.subject()),
        money.overdueAfter(),
        new PaymentSettings.Checks(backoff, reconcile.hold(), afterEnd),
        late.late());
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
  ChangeLimits changeLimits(PaymentUseCases useCases) {
    return useCases.changeLimits();
  }

  @Bean
  InspectLimits inspectLimits(PaymentUseCases useCases) {
    return useCases.inspectLimits();
  }

  @Bean
  FindPayOrder findPayOrder(PaymentUseCases useCases) {
    return useCases.findPayOrder();
  }

  @Bean
  FindParties findParties(PaymentUseCases useCases) {
    return useCases.findParties();
  }

  @Bean
  FindTimeline findTimeline(PaymentUseCases useCases) {
    return useCases.findTimeline();
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
  HandleCallback handleCallback(PaymentUseCases useCases) {
    return useCases.handleCallback();
  }

  @Bean
  RejectCallback rejectCallback(PaymentUseCases useCases) {
    return useCases.rejectCallback();
  }
}
