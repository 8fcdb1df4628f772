package com.yuge.payment.channelfakes.alipay;

import com.yuge.payment.channelfakes.rsa.RsaPem;
import java.security.PrivateKey;

/** Alipay's private key, and one that nobody knows. */
record Signer(PrivateKey key) {
  static Signer of(FakeAlipayKeys keys) {
    return new Signer(RsaPem.privateKey(keys.alipayPrivateKeyPem()));
  }

  PrivateKey strangerKey() {
    return Stranger.KEY;
  }

  /** Made when a wrong signature is first needed, because a pair of keys takes seconds. */
  private static final class Stranger {
    static final PrivateKey KEY = RsaPem.pair().getPrivate();
  }
}
