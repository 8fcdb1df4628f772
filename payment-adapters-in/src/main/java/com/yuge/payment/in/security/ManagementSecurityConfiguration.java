package com.yuge.payment.in.security;

import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.security.web.FilterChainProxy;

/** The same rules on the operators' port, which Spring Boot gives a context of its own. */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
public class ManagementSecurityConfiguration {
  @Bean
  FilterRegistrationBean<FilterChainProxy> managementSecurity(FilterChainProxy securityFilters) {
    return SecurityConfiguration.registration(securityFilters);
  }

  @Bean
  LoopbackWhileOpen managementLoopbackWhileOpen(SecurityProperties properties) {
    return new LoopbackWhileOpen(properties);
  }
}
