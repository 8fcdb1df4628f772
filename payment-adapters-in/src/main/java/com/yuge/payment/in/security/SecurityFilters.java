package com.yuge.payment.in.security;

import jakarta.servlet.Filter;
import java.util.ArrayList;
import java.util.List;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestMatcherDelegatingAuthorizationManager;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.servletapi.SecurityContextHolderAwareRequestFilter;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/**
 * What Spring Security's filters do here, in their order. There are no cookies and no sessions, so
 * there is nothing for a forged request to ride on: no CSRF token is asked for.
 */
final class SecurityFilters {
  private SecurityFilters() {}

  /** Whoever can reach it may do everything. */
  static FilterChainProxy open() {
    return chain(List.of());
  }

  static FilterChainProxy closed(
      ClientKeys keys, RequestMatcherDelegatingAuthorizationManager rules, Refusals refusals) {
    ExceptionTranslationFilter refusing =
        new ExceptionTranslationFilter(refusals, new NullRequestCache());
    refusing.setAccessDeniedHandler(refusals);
    SecurityContextHolderAwareRequestFilter principal =
        new SecurityContextHolderAwareRequestFilter();
    return chain(
        List.of(
            new BearerFilter(keys),
            initialized(principal),
            refusing,
            new AuthorizationFilter(rules)));
  }

  private static FilterChainProxy chain(List<Filter> filters) {
    FilterChainProxy chain =
        new FilterChainProxy(
            new DefaultSecurityFilterChain(AnyRequestMatcher.INSTANCE, new ArrayList<>(filters)));
    chain.setFirewall(firewall());
    chain.afterPropertiesSet();
    return chain;
  }

  private static Filter initialized(SecurityContextHolderAwareRequestFilter filter) {
    try {
      filter.afterPropertiesSet();
    } catch (Exception e) {
      throw new IllegalStateException("no security filter", e);
    }
    return filter;
  }

  /**
   * Paths that two parties could read differently are refused; methods are Spring MVC's to tell.
   */
  private static StrictHttpFirewall firewall() {
    StrictHttpFirewall firewall = new StrictHttpFirewall();
    firewall.setUnsafeAllowAnyHttpMethod(true);
    // These it would refuse in the midst of somebody's reading, which ends as a bug of ours; what
    // we read of them has grammars.
    firewall.setAllowedHeaderNames(name -> true);
    firewall.setAllowedHeaderValues(value -> true);
    firewall.setAllowedParameterNames(name -> true);
    firewall.setAllowedParameterValues(value -> true);
    return firewall;
  }
}
