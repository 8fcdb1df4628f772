package com.yuge.payment.in.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.MDC;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Identifies the caller by its key for the duration of the request. An unknown key counts as no
 * key, so a path that needs no key accepts a wrong one.
 */
final class BearerFilter extends OncePerRequestFilter {
  /** RFC 6750, section 2.1. The length is bounded to keep hashing cheap. */
  private static final Pattern BEARER =
      Pattern.compile("(?i:Bearer) +([A-Za-z0-9._~+/-]{1,512}={0,2})");

  private static final String CLIENT = "client";

  private final ClientKeys keys;

  BearerFilter(ClientKeys keys) {
    this.keys = keys;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<Authentication> client = client(request);
    try {
      client.ifPresent(BearerFilter::remember);
      chain.doFilter(request, response);
    } finally {
      MDC.remove(CLIENT);
    }
  }

  private Optional<Authentication> client(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    return Optional.ofNullable(header)
        .map(BEARER::matcher)
        .filter(Matcher::matches)
        .flatMap(bearer -> keys.owner(bearer.group(1)));
  }

  private static void remember(Authentication client) {
    SecurityContextHolder.setContext(new SecurityContextImpl(client));
    MDC.put(CLIENT, client.getName());
  }
}
