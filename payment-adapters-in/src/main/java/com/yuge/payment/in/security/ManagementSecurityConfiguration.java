package com.yuge.payment.in.security;

import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.context.annotation.Bean;

/** Binds the operators' port, which has a context of its own, to loopback as well. */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
public class ManagementSecurityConfiguration {
  @Bean
  LoopbackWhileOpen managementLoopbackWhileOpen(SecurityProperties properties) {
    return new LoopbackWhileOpen(properties);
  }
}
