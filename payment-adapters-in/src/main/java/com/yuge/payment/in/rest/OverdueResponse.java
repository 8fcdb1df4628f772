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
  static OverdueResponse of(PayOrder order, MappingContext context) {
    return new OverdueResponse(
        order.payNo().value(),
        order.orderNo().value(),
        order.amount().amount(),
        order.channel().name(),
        context.localTime(order.expireAt()),
        context.localTime(order.createdAt()));
  }
}
