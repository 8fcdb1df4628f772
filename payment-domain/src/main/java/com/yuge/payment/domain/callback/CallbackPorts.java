package com.yuge.payment.domain.callback;

import com.yuge.payment.domain.order.PayOrders;

/** What a verified callback is about, where it is kept, and where it is remembered. */
public record CallbackPorts(PayOrders orders, CallbackLog log, SeenCallbacks seen) {}
