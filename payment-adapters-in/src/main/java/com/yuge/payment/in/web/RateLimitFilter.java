package com.yuge.payment.in.web;

import com.yuge.payment.domain.shared.RateLimit;
import com.yuge.payment.domain.shared.RateLimits;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses requests over the rate limit. There is no limit if {@code who} returns null. */
final class RateLimitFilter extends OncePerRequestFilter {
  private final RateLimits limits;
  private final RateLimit limit;
  private final Function<HttpServletRequest, @Nullable String> who;
  private final ErrorWriter errors;

  RateLimitFilter(
      RateLimits limits,
      RateLimit limit,
      Function<HttpServletRequest, @Nullable String> who,
      ErrorWriter errors) {
    this.limits = limits;
    this.limit = limit;
    this.who = who;
    this.errors = errors;
  }

  // A request may pass several of these filters.
  @Override
  protected String getAlreadyFilteredAttributeName() {
    return getClass().getName() + "." + limit.name();
  }

  String name() {
    return "rateLimit-" + limit.name();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<Duration> refused =
        Optional.ofNullable(who.apply(request)).flatMap(caller -> limits.take(limit, caller));
    if (refused.isPresent()) {
      response.setHeader(HttpHeaders.RETRY_AFTER, RateLimitExceeded.seconds(refused.get()));
      errors.write(ErrorCode.TOO_MANY, request, response);
    } else {
      chain.doFilter(request, response);
    }
  }
}
