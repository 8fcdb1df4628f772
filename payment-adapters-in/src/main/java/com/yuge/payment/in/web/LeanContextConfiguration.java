package com.yuge.payment.in.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.AbstractApplicationContext;

/** What Spring does in every context, and nobody here needs. */
@Configuration(proxyBeanMethods = false)
class LeanContextConfiguration {
  @Bean
  static FewerProcessors fewerProcessors() {
    return new FewerProcessors();
  }

  @Bean(AbstractApplicationContext.MESSAGE_SOURCE_BEAN_NAME)
  NoMessages noMessages() {
    return new NoMessages();
  }
}
