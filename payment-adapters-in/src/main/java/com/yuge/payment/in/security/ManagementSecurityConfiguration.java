package com.yuge.payment.in.security;

import com.yuge.payment.in.web.FailureWriter;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointProperties;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.security.web.FilterChainProxy;

/** The same keys on the operators' port, which Spring Boot gives a context of its own. */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
public class ManagementSecurityConfiguration {
  @Bean
  FilterRegistrationBean<FilterChainProxy> managementSecurity(
      SecurityProperties properties, FailureWriter failures, WebEndpointProperties endpoints) {
    return SecurityConfiguration.registration(
        properties, AccessRules.ofOperators(endpoints.getBasePath()), failures);
  }

  @Bean
  LoopbackWhileOpen managementLoopbackWhileOpen(SecurityProperties properties) {
    return new LoopbackWhileOpen(properties);
  }
}
