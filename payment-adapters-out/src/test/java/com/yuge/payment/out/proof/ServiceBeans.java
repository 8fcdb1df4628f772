package com.yuge.payment.out.proof;

import com.yuge.payment.domain.PaymentPorts;
import com.yuge.payment.domain.PaymentSettings;
import com.yuge.payment.domain.PaymentUseCases;
import com.yuge.payment.domain.channel.ChannelGateway;
import com.yuge.payment.domain.channel.Channels;
import com.yuge.payment.domain.channel.RefundGateway;
import com.yuge.payment.domain.channel.StatementGateway;
import com.yuge.payment.domain.fakes.CountingDigits;
import com.yuge.payment.domain.fakes.InMemoryFinalPayOrderCache;
import com.yuge.payment.domain.fakes.InMemorySeenCallbacks;
import com.yuge.payment.domain.fixtures.InMemoryPayments;
import com.yuge.payment.domain.limit.LimitPorts;
import com.yuge.payment.domain.order.OrderPorts;
import com.yuge.payment.domain.outbox.relay.CommitSignal;
import com.yuge.payment.domain.shared.Slots;
import com.yuge.payment.domain.shared.Transactions;
import com.yuge.payment.domain.statement.CheckDiscrepancy;
import com.yuge.payment.domain.statement.StatementPorts;
import com.yuge.payment.domain.statement.StatementSettings;
import com.yuge.payment.domain.statement.StatementUseCases;
import com.yuge.payment.out.channel.ChannelConfiguration;
import com.yuge.payment.out.jdbc.JdbcConfiguration;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Tracer;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The service's adapters and use cases without the rest; nothing happens by itself. */
@Configuration(proxyBeanMethods = false)
@Import({
  JdbcConfiguration.class,
  ChannelConfiguration.class,
  LimitPorts.class,
  OrderPorts.class,
  PaymentPorts.Memory.class,
  PaymentPorts.RefundStores.class,
  PaymentPorts.Reports.class,
  PaymentPorts.class,
  PaymentUseCases.class,
  InMemoryFinalPayOrderCache.class,
  InMemorySeenCallbacks.class,
  CountingDigits.class,
  SimpleMeterRegistry.class
})
class ServiceBeans {
  /** Few, so that a day has several chunks. */
  private static final int CHUNK = 5;

  /** What waits is due again at once, because no test waits for it. */
  private static final StatementSettings SETTINGS =
      new StatementSettings(
          Duration.ZERO,
          4,
          CHUNK,
          Duration.ofMinutes(5),
          1000,
          2,
          Duration.ZERO,
          Duration.ofMinutes(5));

  /** All adapters get these transactions, so that a test can let the process crash in any. */
  @Bean
  static BeanPostProcessor crashes() {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof Transactions real ? new CrashingTransactions(real) : bean;
      }
    };
  }

  @Bean
  ZoneId shopZone() {
    return Clocks.SHOP;
  }

  @Bean
  ObservationRegistry observations() {
    return ObservationRegistry.NOOP;
  }

  @Bean
  Tracer tracer() {
    return Tracer.NOOP;
  }

  @Bean
  CommitSignal commitSignal() {
    return (partition, row) -> {};
  }

  @Bean
  PaymentSettings paymentSettings() {
    return InMemoryPayments.within(Slots.ALL);
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
  StatementUseCases statementUseCases(
      StatementPorts ports, Channels channels, PaymentUseCases payments, Clock clock) {
    CheckDiscrepancy.Queries queries =
        new CheckDiscrepancy.Queries(
            payments.requestCheck(),
            payments.reconcilePayOrder(),
            payments.refunds().requestRefundCheck());
    return new StatementUseCases(ports, channels, SETTINGS, queries, Slots.ALL, () -> {}, clock);
  }
}
