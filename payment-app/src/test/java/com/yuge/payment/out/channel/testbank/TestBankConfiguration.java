package com.yuge.payment.out.channel.testbank;

import com.yuge.payment.domain.callback.CallbackReader;
import com.yuge.payment.domain.channel.ChannelGateway;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one class that the application imports of a channel. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TestBankProperties.class)
@ConditionalOnBooleanProperty("testbank.enabled")
public class TestBankConfiguration {
  @Bean
  ChannelGateway testBank() {
    return new TestBank();
  }

  @Bean
  CallbackReader testBankCallbackReader(TestBankProperties properties) {
    return new TestBankCallbackReader(new TestBankSignature(properties.key()));
  }
}
