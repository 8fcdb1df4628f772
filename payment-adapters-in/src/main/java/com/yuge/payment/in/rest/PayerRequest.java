package com.yuge.payment.in.rest;

import com.yuge.payment.domain.channel.OpenOptions;
import com.yuge.payment.domain.channel.Payer;
import com.yuge.payment.domain.channel.ReturnUrl;
import org.jspecify.annotations.Nullable;

/** How the payer pays and who the payer is, as far as the shop says. */
record PayerRequest(
    @Nullable String product,
    @Nullable String payerId,
    @Nullable String clientIp,
    @Nullable String returnUrl) {
  static final PayerRequest NONE = new PayerRequest(null, null, null, null);

  OpenOptions toOptions() {
    return new OpenOptions(product, new Payer(payerId, clientIp));
  }

  @Nullable ReturnUrl toReturnUrl() {
    return returnUrl == null ? null : new ReturnUrl(returnUrl);
  }
}
