package com.yuge.payment.in.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses an unreadable query before the code behind this filter reads it. */
final class QueryFilter extends OncePerRequestFilter {
  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (isReadable(request)) {
      chain.doFilter(request, response);
    } else {
      response.sendError(ErrorCode.BAD_REQUEST.status());
    }
  }

  // Reads only the query, since bodies are not parsed for parameters. Servlet 6.1 specifies the
  // exception.
  private static boolean isReadable(HttpServletRequest request) {
    try {
      return request.getParameterMap() != null;
    } catch (IllegalStateException unreadable) {
      return false;
    }
  }
}
