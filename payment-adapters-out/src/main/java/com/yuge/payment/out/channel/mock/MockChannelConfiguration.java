package com.yuge.payment.out.channel.mock;

import com.yuge.payment.domain.channel.ChannelGateway;
import com.yuge.payment.domain.channel.RefundGateway;
import com.yuge.payment.domain.channel.StatementGateway;
import com.yuge.payment.out.channel.ChannelHttp;
import com.yuge.payment.out.channel.statement.StatementBounds;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** The MOCK channel, unless it is switched off. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MockChannelProperties.class)
@Import(MockCallbackConfiguration.class)
public class MockChannelConfiguration {
  @Bean
  @ConditionalOnBooleanProperty(name = "payment.mock.enabled", matchIfMissing = true)
  ChannelGateway mockChannel(
      MockChannelProperties properties, Environment environment, ObservationRegistry observations) {
    NotifyUrl notifyUrl =
        new NotifyUrl(properties.notifyUrl(), environment, "/payments/mock-callback");
    ChannelHttp http = new ChannelHttp(properties.limits(), observations);
    return new MockChannel(http, properties.url(), notifyUrl);
  }

  @Bean
  @ConditionalOnBooleanProperty(name = "payment.mock.enabled", matchIfMissing = true)
  RefundGateway mockRefunds(
      MockChannelProperties properties,
      MockCallbackProperties keys,
      Environment environment,
      ObservationRegistry observations) {
    NotifyUrl notifyUrl =
        new NotifyUrl(properties.refundNotifyUrl(), environment, "/channels/mock/refunds");
    return new MockRefunds(
        new ChannelHttp(properties.limits(), observations),
        new MockRefunds.Settings(properties.url(), notifyUrl, properties.refundSpacing()),
        new HmacSignatures(keys.answerKeys()),
        new Nonces());
  }

  @Bean
  @ConditionalOnBooleanProperty(name = "payment.mock.enabled", matchIfMissing = true)
  StatementGateway mockStatements(
      MockChannelProperties properties,
      MockCallbackProperties keys,
      ObservationRegistry observations) {
    return new MockStatements(
        new ChannelHttp(properties.limits(), observations),
        new MockStatements.Settings(properties.url(), properties.feeRate(), StatementBounds.USUAL),
        new HmacSignatures(keys.answerKeys()),
        new Nonces());
  }
}
