package com.yuge.payment.out.random;

import com.yuge.payment.domain.shared.Randomness;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The source of random digits. */
@Configuration(proxyBeanMethods = false)
public class RandomConfiguration {
  @Bean
  Randomness randomness() {
    return new SecureRandomness();
  }
}
