package com.yuge.payment.app.proof;

import com.yuge.payment.domain.PaymentPorts;
import com.yuge.payment.domain.PaymentSettings;
import com.yuge.payment.domain.PaymentUseCases;
import com.yuge.payment.domain.channel.Channels;
import com.yuge.payment.domain.fakes.InMemoryFinalPayOrderCache;
import com.yuge.payment.domain.fakes.InMemorySeenCallbacks;
import com.yuge.payment.domain.fixtures.InMemoryPayments;
import com.yuge.payment.domain.limit.LimitPorts;
import com.yuge.payment.domain.order.OrderPorts;
import com.yuge.payment.domain.outbox.operations.OperateOutbox;
import com.yuge.payment.out.jdbc.JdbcConfiguration;
import com.yuge.payment.out.outbox.OutboxConfiguration;
import com.yuge.payment.out.random.RandomConfiguration;
import com.yuge.payment.out.rocketmq.RocketMqConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.tracing.Tracer;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * The service's real stores, relay and sender, without web and channels: it starts quickly. No
 * {@code @Configuration}, which the service's own scan would find in the tests.
 */
@ImportAutoConfiguration({
  DataSourceAutoConfiguration.class,
  JdbcTemplateAutoConfiguration.class,
  JdbcClientAutoConfiguration.class,
  FlywayAutoConfiguration.class,
  SslAutoConfiguration.class
})
@Import({
  JdbcConfiguration.class,
  OutboxConfiguration.class,
  RocketMqConfiguration.class,
  RandomConfiguration.class,
  LimitPorts.class,
  OperateOutbox.class,
  OrderPorts.class,
  PaymentPorts.Memory.class,
  PaymentPorts.RefundStores.class,
  PaymentPorts.Reports.class,
  PaymentPorts.class,
  PaymentUseCases.class
})
class RelayBeans {
  @Bean
  ZoneId shopZone() {
    return ZoneOffset.UTC;
  }

  @Bean
  Clock clock() {
    return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
  }

  @Bean
  MeterRegistry meters() {
    return new SimpleMeterRegistry();
  }

  @Bean
  Tracer tracer() {
    return Tracer.NOOP;
  }

  @Bean
  Channels channels() {
    return new Channels(List.of());
  }

  @Bean
  InMemoryFinalPayOrderCache finals() {
    return new InMemoryFinalPayOrderCache();
  }

  @Bean
  InMemorySeenCallbacks seen() {
    return new InMemorySeenCallbacks();
  }

  @Bean
  PaymentSettings settings() {
    return InMemoryPayments.SETTINGS;
  }

  @Bean
  Payments payments(PaymentUseCases useCases) {
    return new Payments(useCases.createPayOrder(), useCases.applyChannelResult());
  }
}
