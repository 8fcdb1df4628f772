package com.yuge.payment.out.channel.alipay;

import com.yuge.payment.channelfakes.alipay.FakeAlipayKeys;

/** An app that the fake does not know. One for all tests, because keys take a second to make. */
final class AnotherApp {
  static final FakeAlipayKeys KEYS = FakeAlipayKeys.generate();

  private AnotherApp() {}
}
