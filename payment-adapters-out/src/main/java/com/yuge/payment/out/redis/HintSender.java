package com.yuge.payment.out.redis;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** The name of this run of this instance on the channel, so that it ignores its own hints. */
record HintSender(String name) {
  static HintSender random() {
    return new HintSender(HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong()));
  }
}
