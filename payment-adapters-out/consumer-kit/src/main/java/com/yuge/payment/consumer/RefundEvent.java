package com.yuge.payment.consumer;

import java.math.BigDecimal;

/** An event about a refund. */
public sealed interface RefundEvent extends PaymentEvent
    permits RefundSucceeded, RefundFailed, RefundLateSucceeded {

  RefundDetails refund();

  @Override
  default BigDecimal amount() {
    return refund().amount();
  }

  @Override
  default String tradeNo() {
    return refund().tradeNo();
  }
}
