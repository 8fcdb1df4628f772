package com.yuge.payment.in.web;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;

/**
 * The client that sends a request.
 *
 * @param isOperator whether it has the operators' role
 */
public record Caller(String name, boolean isOperator) {
  private static final String OPS = "OPS";

  /**
   * Returns the request's client. Only while no client has a key does a request without one get to
   * a controller; then everybody may do everything.
   */
  public static Caller of(HttpServletRequest request) {
    Principal client = request.getUserPrincipal();
    return client == null
        ? new Caller("anonymous", true)
        : new Caller(client.getName(), request.isUserInRole(OPS));
  }
}
