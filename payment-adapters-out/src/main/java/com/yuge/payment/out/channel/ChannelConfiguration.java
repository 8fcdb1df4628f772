package com.yuge.payment.out.channel;

import com.yuge.payment.domain.channel.ChannelGateway;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The channels that are configured. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MockChannelProperties.class)
public class ChannelConfiguration {
  @Bean
  @ConditionalOnProperty(name = "payment.mock.enabled", matchIfMissing = true)
  ChannelGateway mockChannel(MockChannelProperties properties) {
    return new MockChannel(properties.cashierUrl());
  }
}
