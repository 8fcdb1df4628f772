package com.yuge.payment.in.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Limits the size of a request body, and the time to read it. */
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
