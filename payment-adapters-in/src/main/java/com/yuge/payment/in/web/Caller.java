package com.yuge.payment.in.web;

import com.yuge.payment.domain.shared.MerchantNo;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Set;

/**
 * The client that sends a request.
 *
 * @param isOperator whether it has the operators' role
 * @param merchants the merchants whose orders it may use; empty if it may use all
 */
public record Caller(String name, boolean isOperator, Set<MerchantNo> merchants) {
  private static final String OPS = "OPS";

  /**
   * Returns the request's client. A request without a client reaches a controller only while no
   * client has a key; then everybody may do everything.
   */
  public static Caller of(HttpServletRequest request) {
    Principal client = request.getUserPrincipal();
    return client == null
        ? new Caller("anonymous", true, Set.of())
        : new Caller(
            client.getName(), request.isUserInRole(OPS), ((ClientPrincipal) client).merchants());
  }

  /** Whether it may use the orders of some merchants only. */
  public boolean isBound() {
    return !merchants.isEmpty();
  }
}
