package com.yuge.payment.channelfakes.violations;

import com.yuge.payment.domain.order.PayOrder;

/** Rule 13. */
record KnowsPayOrders(PayOrder order) {}
