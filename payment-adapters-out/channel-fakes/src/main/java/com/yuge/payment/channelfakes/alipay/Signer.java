package com.yuge.payment.channelfakes.alipay;

import com.yuge.payment.channelfakes.rsa.RsaPem;
import java.security.PrivateKey;

/** Alipay's private key, and one that nobody knows. */
record Signer(PrivateKey key, PrivateKey strangerKey) {
  static Signer of(FakeAlipayKeys keys) {
    return new Signer(RsaPem.privateKey(keys.alipayPrivateKeyPem()), RsaPem.pair().getPrivate());
  }
}
