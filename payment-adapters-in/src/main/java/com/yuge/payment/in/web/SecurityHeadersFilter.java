package com.yuge.payment.in.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Sets the security headers of every response. HSTS is missing on purpose: the server that
 * terminates TLS, usually a proxy, must set it.
 */
final class SecurityHeadersFilter extends OncePerRequestFilter {
  private static final Map<String, String> ALL =
      Map.of(
          "X-Content-Type-Options",
          "nosniff",
          HttpHeaders.CACHE_CONTROL,
          "no-store",
          "X-Frame-Options",
          "DENY",
          "Content-Security-Policy",
          "default-src 'none'; frame-ancestors 'none'",
          "Referrer-Policy",
          "no-referrer");

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    ALL.forEach(response::setHeader);
    chain.doFilter(request, response);
  }
}
