package com.yuge.payment.in.security;

import com.yuge.payment.in.security.SecurityProperties.Role;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Who may do what. A path that none of this names is there for nobody without a key. */
final class AccessRules {
  private static final String OPS = Role.OPS.name();
  private static final String PAYMENTS = Role.PAYMENTS.name();
  private static final String[] ORDERS = {"/payments/{payNo}", "/payments/order/{orderNo}"};

  private AccessRules() {}

  /** Whoever can reach it may do everything. */
  static void open(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          rules) {
    rules.anyRequest().permitAll();
  }

  /** On the callers' port; nothing of the operators' is there, and their role would be needed. */
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
        // Operators look at what they are asked about; only the shop creates and opens.
        .requestMatchers(HttpMethod.GET, ORDERS)
        .hasAnyRole(PAYMENTS, OPS)
        .requestMatchers(HttpMethod.HEAD, ORDERS)
        .hasAnyRole(PAYMENTS, OPS)
        .requestMatchers("/payments/**")
        .hasRole(PAYMENTS)
        // Nothing is there: who has a key is told so by the 404 of Spring MVC.
        .anyRequest()
        .authenticated();
  }

  /** On the operators' port: wherever its paths are moved to, what is not named is theirs. */
  static void ofOperators(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          rules) {
    rules
        .requestMatchers(state(HttpMethod.GET), state(HttpMethod.HEAD))
        .permitAll()
        .anyRequest()
        .hasRole(OPS);
  }

  /** HEAD is answered wherever GET is; some load balancers ask for health by it. */
  private static RequestMatcher state(HttpMethod method) {
    return EndpointRequest.to("health", "info").withHttpMethod(method);
  }
}
