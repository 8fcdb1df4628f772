package com.yuge.payment.domain.shared;

/** The channel's own number for the payer's trade: 1 to 64 visible ASCII characters. */
public record TradeNo(String value) {
  public static final Grammar GRAMMAR =
      Grammar.of("channelTradeNo", "trade-no", "[\\x21-\\x7E]{1,64}");

  public TradeNo {
    GRAMMAR.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
