package com.yuge.payment.domain.outbox;

import com.yuge.payment.domain.shared.Grammar;

/** Who changes something by hand, and why. */
public record Warrant(String by, String reason) {
  public static final Grammar BY = Grammar.of("by", "operator", "[A-Za-z0-9._@-]{1,64}");
  public static final Grammar REASON =
      Grammar.of("reason", "reason", "(?=.*\\S)[^\\p{Cntrl}]{1,256}");

  public Warrant {
    BY.check(by);
    REASON.check(reason);
  }
}
