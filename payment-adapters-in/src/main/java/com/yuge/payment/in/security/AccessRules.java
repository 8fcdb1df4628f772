package com.yuge.payment.in.security;

import com.yuge.payment.in.security.SecurityProperties.Role;
import com.yuge.payment.in.web.OpenApiConfiguration;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Rules for access to paths. A path without a rule needs a key. */
final class AccessRules {
  private static final String OPS = Role.OPS.name();
  private static final String PAYMENTS = Role.PAYMENTS.name();
  private static final String REFUNDS = Role.REFUNDS.name();
  private static final String ORDER_OF = "/payments/order/{orderNo}";
  private static final String ORDER = "/payments/{payNo}";
  private static final String[] OPERATORS = {
    "/actuator",
    "/actuator/**",
    "/payments/unapplied",
    "/payments/unapplied/**",
    "/payments/claims",
    "/payments/overdue",
    "/payments/trade",
    "/payments/{payNo}/timeline",
    "/payments/{payNo}/reconcile",
    "/payments/refunds",
    "/payments/refunds/{refundNo}/reconcile",
    "/payments/refunds/{refundNo}/cancel",
    "/payments/refunds/{refundNo}/resolve"
  };
  private static final String[] REFUNDS_READ = {
    "/payments/refunds/{refundNo}",
    "/payments/{payNo}/refunds",
    "/payments/{payNo}/refunds/order/{refundOrderNo}"
  };
  private static final String[] REFUNDS_REST = {
    "/payments/refunds/**", "/payments/{payNo}/refunds/**"
  };

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
    // First, because an order number may be the same word as the end of another path.
    read(rules, PAYMENTS, ORDER_OF);
    rules.requestMatchers(OPERATORS).hasRole(OPS);
    // Operators may read orders and refunds. Only the shop creates and opens them.
    read(rules, REFUNDS, REFUNDS_READ);
    rules.requestMatchers(REFUNDS_REST).hasRole(REFUNDS);
    read(rules, PAYMENTS, ORDER);
    rules
        .requestMatchers("/payments/**")
        .hasRole(PAYMENTS)
        // No endpoint exists here. A caller with a key gets the 404 of Spring MVC.
        .anyRequest()
        .authenticated();
  }

  private static void read(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          rules,
      String role,
      String... paths) {
    rules.requestMatchers(HttpMethod.GET, paths).hasAnyRole(role, OPS);
    rules.requestMatchers(HttpMethod.HEAD, paths).hasAnyRole(role, OPS);
  }

  /**
   * Rules for the operators' port. Every path without its own rule needs the operators' role, even
   * if the base path is configured differently.
   */
  static void ofOperators(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          rules) {
    rules
        .requestMatchers(health(HttpMethod.GET), health(HttpMethod.HEAD))
        .permitAll()
        // The document is the same for every service, so it reveals nothing about this one.
        .requestMatchers(HttpMethod.GET, OpenApiConfiguration.PATH)
        .permitAll()
        .requestMatchers(HttpMethod.HEAD, OpenApiConfiguration.PATH)
        .permitAll()
        .anyRequest()
        .hasRole(OPS);
  }

  /** Some load balancers check health with HEAD. */
  private static RequestMatcher health(HttpMethod method) {
    return EndpointRequest.to("health").withHttpMethod(method);
  }
}
