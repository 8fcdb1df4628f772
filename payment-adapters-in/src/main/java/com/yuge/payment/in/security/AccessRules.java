package com.yuge.payment.in.security;

import com.yuge.payment.in.security.SecurityProperties.Role;
import com.yuge.payment.in.web.SignedPath;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.access.intercept.RequestMatcherDelegatingAuthorizationManager;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Who may do what. A path that none of this names is there for nobody without a key. */
final class AccessRules {
  private static final PathPatternRequestMatcher.Builder PATHS =
      PathPatternRequestMatcher.withDefaults();
  private static final String OPS = Role.OPS.name();
  private static final String PAYMENTS = Role.PAYMENTS.name();

  private AccessRules() {}

  /** On the callers' port; nothing of the operators' is there, and would it be, it were theirs. */
  static RequestMatcherDelegatingAuthorizationManager ofCallers(List<SignedPath> signed) {
    RequestMatcherDelegatingAuthorizationManager.Builder rules =
        RequestMatcherDelegatingAuthorizationManager.builder();
    if (!signed.isEmpty()) {
      rules
          .requestMatchers(
              signed.stream()
                  .map(SignedPath::path)
                  .map(PATHS::matcher)
                  .toArray(RequestMatcher[]::new))
          .permitAll();
    }
    return rules
        .requestMatchers(
            PATHS.matcher("/actuator"),
            PATHS.matcher("/actuator/**"),
            PATHS.matcher("/payments/unapplied"),
            PATHS.matcher("/payments/unapplied/**"),
            PATHS.matcher("/payments/claims"),
            PATHS.matcher("/payments/overdue"),
            PATHS.matcher("/payments/trade"),
            PATHS.matcher("/payments/{payNo}/timeline"),
            PATHS.matcher("/payments/{payNo}/reconcile"))
        .hasRole(OPS)
        // Operators look at what they are asked about; only the shop creates and opens.
        .requestMatchers(read("/payments/{payNo}"), read("/payments/order/{orderNo}"))
        .hasAnyRole(PAYMENTS, OPS)
        .requestMatchers(PATHS.matcher("/payments/**"))
        .hasRole(PAYMENTS)
        // Nothing is there: who has a key is told so by the 404 of Spring MVC.
        .anyRequest()
        .authenticated()
        .build();
  }

  /** On the operators' port: wherever its paths are moved to, what is not named is theirs. */
  static RequestMatcherDelegatingAuthorizationManager ofOperators(String base) {
    return RequestMatcherDelegatingAuthorizationManager.builder()
        .requestMatchers(read(base + "/health"), read(base + "/health/**"), read(base + "/info"))
        .permitAll()
        .anyRequest()
        .hasRole(OPS)
        .build();
  }

  /** HEAD is answered wherever GET is; some load balancers ask for health by it. */
  private static RequestMatcher read(String path) {
    return new OrRequestMatcher(
        PATHS.matcher(HttpMethod.GET, path), PATHS.matcher(HttpMethod.HEAD, path));
  }
}
