package com.yuge.payment.in.violations;

import com.yuge.payment.domain.order.PayOrder;

/** Rule 6: whoever builds one could skip a state. */
final class BuildsPayOrders {
  PayOrder copy(PayOrder order) {
    return new PayOrder(
        order.id(),
        order.payNo(),
        order.request(),
        order.status(),
        order.version() + 1,
        order.expireAt(),
        order.createdAt(),
        order.updatedAt(),
        order.terms(),
        order.payUrl(),
        order.ending(),
        order.reservation());
  }
}
