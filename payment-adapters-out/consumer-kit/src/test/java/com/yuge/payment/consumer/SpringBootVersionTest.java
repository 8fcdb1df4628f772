package com.yuge.payment.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootVersion;

/** These tests run with the Spring Boot that the module's pom.xml promises. */
class SpringBootVersionTest {
  @Test
  void itIsThePromisedOne() {
    assertThat(SpringBootVersion.getVersion() + ".")
        .startsWith(System.getProperty("promised-spring-boot") + ".");
  }
}
