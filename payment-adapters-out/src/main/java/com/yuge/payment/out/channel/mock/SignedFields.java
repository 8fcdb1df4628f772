package com.yuge.payment.out.channel.mock;

/** The data that an HMAC covers. */
interface SignedFields {
  /**
   * The signed bytes. They begin with the purpose, so a signature is valid for one purpose only.
   */
  byte[] bytes(String keyId);
}
