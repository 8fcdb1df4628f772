package com.yuge.payment.in.security;

import com.yuge.payment.in.security.SecurityProperties.Role;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Rules for access to paths. A path without a rule needs a key. */
final class AccessRules {
  private static final String OPS = Role.OPS.name();
  private static final String PAYMENTS = Role.PAYMENTS.name();
  private static final String[] ORDERS = {"/payments/{payNo}", "/payments/order/{orderNo}"};

  private AccessRules() {}

  /** Allows everything to every caller that can connect. */
  static void open(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          rules) {
    rules.anyRequest().permitAll();
  }

  /**
   * Rules for the callers' port. The operators' endpoints are not on this port, but their paths
   * need the operators' role here too.
   */
  static void ofCallers(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          rules,
      String... publicPaths) {
    if (publicPaths.length > 0) {
      rules.requestMatchers(publicPaths).permitAll();
    }
    rules
        .requestMatchers(
            "/actuator",
            "/actuator/**",
            "/payments/unapplied",
            "/payments/unapplied/**",
            "/payments/claims",
            "/payments/overdue",
            "/payments/trade",
            "/payments/{payNo}/timeline",
            "/payments/{payNo}/reconcile")
        .hasRole(OPS)
        // Operators may read orders. Only the shop creates and opens them.
        .requestMatchers(HttpMethod.GET, ORDERS)
        .hasAnyRole(PAYMENTS, OPS)
        .requestMatchers(HttpMethod.HEAD, ORDERS)
        .hasAnyRole(PAYMENTS, OPS)
        .requestMatchers("/payments/**")
        .hasRole(PAYMENTS)
        // No endpoint exists here. A caller with a key gets the 404 of Spring MVC.
        .anyRequest()
        .authenticated();
  }

  /**
   * Rules for the operators' port. Every path without its own rule needs the operators' role, even
   * if the base path is configured differently.
   */
  static void ofOperators(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          rules) {
    rules
        .requestMatchers(state(HttpMethod.GET), state(HttpMethod.HEAD))
        .permitAll()
        .anyRequest()
        .hasRole(OPS);
  }

  /** Matches health and info. Some load balancers check health with HEAD. */
  private static RequestMatcher state(HttpMethod method) {
    return EndpointRequest.to("health", "info").withHttpMethod(method);
  }
}
