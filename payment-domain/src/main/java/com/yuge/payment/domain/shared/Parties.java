package com.yuge.payment.domain.shared;

import org.jspecify.annotations.Nullable;

/** Who sells and who pays, as far as the shop says it. */
public record Parties(@Nullable MerchantNo merchantNo, @Nullable UserNo userNo) {
  public static final Parties UNSAID = new Parties(null, null);
}
