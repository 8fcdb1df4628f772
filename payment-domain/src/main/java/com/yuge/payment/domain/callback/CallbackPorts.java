package com.yuge.payment.domain.callback;

import com.yuge.payment.domain.order.PayOrders;

/** The stores for callbacks: the orders, the log, and the cache of seen callbacks. */
public record CallbackPorts(PayOrders orders, CallbackLog log, SeenCallbacks seen) {}
