package com.yuge.payment.domain.outbox.violations;

import com.yuge.payment.domain.order.PayOrder;

/** Rule 11: an engine that knows pay orders serves nothing else. */
final class KnowsPayOrders {
  int versionOf(PayOrder order) {
    return order.version();
  }
}
