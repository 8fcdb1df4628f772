package com.yuge.payment.domain.channel;

import com.yuge.payment.domain.shared.Grammar;

/** The channel's own number for a refund: 1 to 64 visible ASCII characters. */
public record ChannelRefundNo(String value) {
  public static final Grammar GRAMMAR =
      Grammar.of("channelRefundNo", "channel-refund-no", "[\\x21-\\x7E]{1,64}");

  public ChannelRefundNo {
    GRAMMAR.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
