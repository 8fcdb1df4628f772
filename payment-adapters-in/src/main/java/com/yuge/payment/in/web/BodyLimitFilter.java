package com.yuge.payment.in.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Bounds what anybody behind it can read of a body, and for how long. */
final class BodyLimitFilter extends OncePerRequestFilter {
  private final HttpProperties limits;

  BodyLimitFilter(HttpProperties limits) {
    this.limits = limits;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    chain.doFilter(
        new LimitedRequest(request, BodyLimit.MAX_BYTES, limits.receiveTimeout()), response);
  }
}
