package com.yuge.payment.domain.channel;

import com.yuge.payment.domain.shared.Grammar;

/** Why a refund failed: the channel's own code, or a short key of ours. */
public record FailCode(String value) {
  public static final Grammar GRAMMAR = Grammar.of("failCode", "fail-code", "[A-Za-z0-9_.-]{1,64}");

  public FailCode {
    GRAMMAR.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
