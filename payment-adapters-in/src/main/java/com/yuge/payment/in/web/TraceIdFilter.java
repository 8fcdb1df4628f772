package com.yuge.payment.in.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Stores the trace id in the request while the trace is active. */
final class TraceIdFilter extends OncePerRequestFilter {
  private final TraceIds traceIds;

  TraceIdFilter(TraceIds traceIds) {
    this.traceIds = traceIds;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    traceIds.remember(request);
    chain.doFilter(request, response);
  }
}
