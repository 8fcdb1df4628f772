package com.yuge.payment.in.rest;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.yuge.payment.domain.order.PayOrder;
import java.math.BigDecimal;

/** An order that is PAYING long past its expiry. */
@JsonPropertyOrder({"payNo", "orderNo", "amount", "channel", "expireAt", "createdAt"})
record OverdueResponse(
    String payNo,
    String orderNo,
    BigDecimal amount,
    String channel,
    String expireAt,
    String createdAt) {
  static OverdueResponse of(PayOrder order, Wording wording) {
    return new OverdueResponse(
        order.payNo().value(),
        order.orderNo().value(),
        order.amount().amount(),
        order.channel().name(),
        wording.localTime(order.expireAt()),
        wording.localTime(order.createdAt()));
  }
}
