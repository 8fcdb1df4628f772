package com.yuge.payment.in.rest;

import com.yuge.payment.domain.channel.Payer;
import org.jspecify.annotations.Nullable;

/** Who pays, where the shop tells. */
record PayerRequest(@Nullable String payerId, @Nullable String clientIp) {
  Payer toPayer() {
    return new Payer(payerId, clientIp);
  }
}
