package com.yuge.payment.out.redis;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** This run of this instance among those on the channel, so that it does not hear itself. */
record HintSender(String name) {
  static HintSender random() {
    return new HintSender(HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong()));
  }
}
