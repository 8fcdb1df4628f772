package com.yuge.payment.out.channel;

import com.yuge.payment.domain.channel.ChannelGateway;
import com.yuge.payment.domain.channel.RefundGateway;
import com.yuge.payment.domain.channel.StatementGateway;
import com.yuge.payment.out.channel.alipay.AlipayConfiguration;
import com.yuge.payment.out.channel.mock.MockChannelConfiguration;
import com.yuge.payment.out.channel.wechat.WechatConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Imports one configuration for each channel. Every channel gets one circuit breaker. Its payments,
 * refunds and statements are separate beans that share the breaker.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ChannelProperties.class)
@Import({AlipayConfiguration.class, MockChannelConfiguration.class, WechatConfiguration.class})
public class ChannelConfiguration {
  @Bean
  CircuitBreakers circuitBreakers(ChannelProperties properties, MeterRegistry meters) {
    return new CircuitBreakers(properties, meters);
  }

  /** Adds the circuit breaker in the container, so that no channel can be created without one. */
  @Bean
  static BeanPostProcessor breakerRoundEachChannel(ObjectProvider<CircuitBreakers> breakers) {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof ChannelGateway gateway) {
          return breakers.getObject().around(gateway);
        }
        if (bean instanceof RefundGateway refunds) {
          return breakers.getObject().around(refunds);
        }
        return bean instanceof StatementGateway statements
            ? breakers.getObject().around(statements)
            : bean;
      }
    };
  }
}
