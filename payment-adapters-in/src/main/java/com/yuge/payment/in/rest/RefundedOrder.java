package com.yuge.payment.in.rest;

import com.yuge.payment.domain.order.PaidTrade;
import com.yuge.payment.domain.order.PayOrderDetails;
import com.yuge.payment.domain.refund.Refund;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.OrderNo;
import java.math.BigDecimal;

/**
 * What a refund's response shows of its order.
 *
 * @param refundedTotal the total that has gone back of the refund's trade
 */
record RefundedOrder(OrderNo orderNo, Money payAmount, BigDecimal refundedTotal) {
  static RefundedOrder of(PayOrderDetails order, Refund refund) {
    PaidTrade trade =
        order.payments().stream()
            .filter(payment -> payment.tradeNo().equals(refund.terms().tradeNo()))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("payments are never deleted: " + refund));
    return new RefundedOrder(
        order.order().orderNo(), order.order().amount(), trade.refunds().done());
  }
}
