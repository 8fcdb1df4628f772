package com.yuge.payment.out.channel.alipay;

import com.yuge.payment.domain.callback.CallbackReader;
import com.yuge.payment.domain.channel.ChannelGateway;
import com.yuge.payment.domain.channel.RefundGateway;
import com.yuge.payment.domain.channel.StatementGateway;
import com.yuge.payment.out.channel.ChannelHttp;
import com.yuge.payment.out.channel.statement.StatementBounds;
import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Alipay, if it is switched on. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AlipayProperties.class)
public class AlipayConfiguration {
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnBooleanProperty("payment.alipay.enabled")
  static class Enabled {
    @Bean
    AlipayAccounts alipayAccounts(AlipayProperties properties) {
      return AlipayAccounts.read(properties);
    }

    /** Payments, refunds and statements share one limit of calls at once. */
    @Bean
    AlipayCalls alipayCalls(
        AlipayProperties properties, Clock clock, ObservationRegistry observations) {
      return new AlipayCalls(
          new ChannelHttp(properties.limits(), observations),
          new AlipayRequests(properties.gatewayUrl(), clock));
    }

    @Bean
    ChannelGateway alipayChannel(
        AlipayProperties properties, AlipayAccounts accounts, AlipayCalls calls, Clock clock) {
      return new AlipayChannel(accounts, calls, new AlipayOrders(properties.notifyUrl()), clock);
    }

    @Bean
    RefundGateway alipayRefunds(AlipayAccounts accounts, AlipayCalls calls) {
      return new AlipayRefunds(accounts, calls);
    }

    @Bean
    StatementGateway alipayStatements(
        AlipayProperties properties, AlipayAccounts accounts, AlipayCalls calls) {
      return new AlipayStatements(accounts, calls, properties.merchants(), StatementBounds.USUAL);
    }

    @Bean
    CallbackReader alipayCallbackReader(AlipayAccounts accounts, Clock clock) {
      return new AlipayCallbackReader(accounts, new NotificationWindow(clock));
    }

    @Bean
    @ConditionalOnBooleanProperty(name = "payment.alipay.check-on-start", matchIfMissing = true)
    SmartInitializingSingleton alipayStartCheck(
        AlipayAccounts accounts, AlipayCalls calls, Clock clock) {
      return new AlipayStartCheck(accounts, calls, clock);
    }
  }
}
