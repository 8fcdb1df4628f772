package com.yuge.payment.domain.callback;

/** Signs as the MOCK channel does. It is there in development only: who reaches it can forge. */
public interface CallbackSigner {
  /**
   * The signature of a callback in the MD5 scheme.
   *
   * @throws com.yuge.payment.domain.shared.InvalidValue when no callback may say that
   */
  String sign(String status, String nonce, String payNo, String timestamp);
}
