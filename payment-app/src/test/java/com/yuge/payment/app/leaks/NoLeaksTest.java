package com.yuge.payment.app.leaks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/** The watch is awake, as Spring Boot sets logging up. */
class NoLeaksTest {
  static class Nothing {}

  @Test
  void aSecretInALineOrInACauseIsFound() {
    SpringApplication application = new SpringApplication(Nothing.class);
    application.setWebApplicationType(WebApplicationType.NONE);
    try (ConfigurableApplicationContext context = application.run()) {
      assertThat(context.isActive()).isTrue();
      Exception cause = new IllegalStateException("SELECT id FROM t_pay_order");
      LoggerFactory.getLogger("leaks").warn("a {}", "ymall-payment-secret-key-2024");
      LoggerFactory.getLogger("leaks").warn("b", new IllegalStateException("away", cause));
    }

    assertThat(LeakAppender.take()).hasSize(2);
  }
}
