package com.yuge.payment.domain.shared;

import org.jspecify.annotations.Nullable;

/** The merchant who sells and the user who pays, as far as the shop names them. */
public record Parties(@Nullable MerchantNo merchantNo, @Nullable UserNo userNo) {
  public static final Parties UNSAID = new Parties(null, null);
}
