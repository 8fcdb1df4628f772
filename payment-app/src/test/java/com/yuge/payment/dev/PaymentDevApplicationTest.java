package com.yuge.payment.dev;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaymentDevApplicationTest {

  @Test
  void isWhatTheBuildStartsForDevelopment() throws ReflectiveOperationException {
    Class<?> started = Class.forName(System.getProperty("development.main-class"));

    assertThat(started).isEqualTo(PaymentDevApplication.class);
    assertThat(started.getMethod("main", String[].class)).isNotNull();
  }
}
