package com.yuge.payment.in.security;

import com.yuge.payment.in.web.FailureWriter;
import com.yuge.payment.in.web.SignedPath;
import com.yuge.payment.in.web.WebConfiguration;
import jakarta.servlet.DispatcherType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.access.intercept.RequestMatcherDelegatingAuthorizationManager;

/** In front of every path. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecurityProperties.class)
@Import(WebConfiguration.class)
public class SecurityConfiguration {
  private static final Logger log = LoggerFactory.getLogger(SecurityConfiguration.class);

  /** Where Spring Boot would put it: behind the limits on bodies and queries. */
  private static final int ORDER = -100;

  @Bean
  FilterRegistrationBean<FilterChainProxy> security(
      SecurityProperties properties, ObjectProvider<SignedPath> signed, FailureWriter failures) {
    if (properties.isOpen()) {
      log.warn(
          "OPEN: no client has a key (payment.security.clients), so whoever is on this machine may"
              + " do everything; nobody else can, since only loopback is listened on");
    }
    return registration(properties, AccessRules.ofCallers(signed.stream().toList()), failures);
  }

  @Bean
  LoopbackWhileOpen loopbackWhileOpen(SecurityProperties properties) {
    return new LoopbackWhileOpen(properties);
  }

  /** Of requests only: what the container dispatches by itself was a request before. */
  static FilterRegistrationBean<FilterChainProxy> registration(
      SecurityProperties properties,
      RequestMatcherDelegatingAuthorizationManager rules,
      FailureWriter failures) {
    FilterRegistrationBean<FilterChainProxy> registration =
        new FilterRegistrationBean<>(filters(properties, rules, failures));
    registration.setDispatcherTypes(DispatcherType.REQUEST);
    registration.setOrder(ORDER);
    return registration;
  }

  private static FilterChainProxy filters(
      SecurityProperties properties,
      RequestMatcherDelegatingAuthorizationManager rules,
      FailureWriter failures) {
    return properties.isOpen()
        ? SecurityFilters.open()
        : SecurityFilters.closed(
            new ClientKeys(properties.clients()), rules, new Refusals(failures));
  }
}
