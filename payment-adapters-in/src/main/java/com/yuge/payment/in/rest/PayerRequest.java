package com.yuge.payment.in.rest;

import com.yuge.payment.domain.channel.Payer;
import org.jspecify.annotations.Nullable;

/** The payer, if the shop names one. */
record PayerRequest(@Nullable String payerId, @Nullable String clientIp) {
  Payer toPayer() {
    return new Payer(payerId, clientIp);
  }
}
