package com.yuge.payment.domain.callback;

/** Signs as the MOCK channel does. Available in development only: its users can forge callbacks. */
public interface CallbackSigner {
  /**
   * The signature of a callback in the MD5 scheme.
   *
   * @throws com.yuge.payment.domain.shared.InvalidValue when a callback may not contain a value
   */
  String sign(String status, String nonce, String payNo, String timestamp);
}
