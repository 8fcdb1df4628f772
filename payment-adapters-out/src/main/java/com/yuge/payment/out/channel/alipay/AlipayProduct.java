package com.yuge.payment.out.channel.alipay;

import com.yuge.payment.domain.channel.ChannelAccount;
import com.yuge.payment.domain.shared.InvalidValue;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How the payer pays at Alipay; orders store the name. */
enum AlipayProduct {
  /** The payer scans a QR code. */
  QR,
  /** A computer's browser goes to Alipay. */
  PAGE,
  /** A phone's browser goes to Alipay. */
  WAP;

  /** The product of that name; QR if none is named. */
  static AlipayProduct named(@Nullable String name) {
    return name == null
        ? QR
        : Arrays.stream(values())
            .filter(product -> product.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new InvalidValue("product", "product"));
  }

  static AlipayProduct of(@Nullable ChannelAccount account) {
    return named(account == null ? null : account.product());
  }
}
