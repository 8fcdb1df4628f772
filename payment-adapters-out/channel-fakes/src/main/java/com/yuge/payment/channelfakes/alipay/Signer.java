package com.yuge.payment.channelfakes.alipay;

import java.security.PrivateKey;

/** Alipay's private key, and one that nobody knows. */
record Signer(PrivateKey key, PrivateKey strangerKey) {
  static Signer of(FakeAlipayKeys keys) {
    return new Signer(Pem.privateKey(keys.alipayPrivateKeyPem()), Pem.pair().getPrivate());
  }
}
