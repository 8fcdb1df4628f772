package com.yuge.payment.domain.channel;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the payer's client has to do next.
 *
 * @param payUrl the address to show as a QR code or to open; null for JSAPI
 * @param params what the channel's script needs; empty for the other types
 */
public record PayerAction(Type type, @Nullable String payUrl, Map<String, String> params) {
  /** How the client uses it; the names are part of the API. */
  public enum Type {
    /** Show the address as a QR code. */
    QR,
    /** Send the payer's browser to the address. */
    REDIRECT,
    /** Give the parameters to the channel's script in the payer's browser. */
    JSAPI
  }

  public PayerAction {
    params = Map.copyOf(params);
    if ((type == Type.JSAPI) != (payUrl == null)) {
      throw new IllegalArgumentException("every type but JSAPI has an address");
    }
  }

  public static PayerAction qr(String address) {
    return new PayerAction(Type.QR, address, Map.of());
  }

  public static PayerAction redirect(String address) {
    return new PayerAction(Type.REDIRECT, address, Map.of());
  }

  public static PayerAction jsapi(Map<String, String> params) {
    return new PayerAction(Type.JSAPI, null, params);
  }
}
