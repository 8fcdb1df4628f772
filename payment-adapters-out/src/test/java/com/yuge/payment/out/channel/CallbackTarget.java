package com.yuge.payment.out.channel;

import java.time.Instant;

/**
 * What a channel's callbacks are about. A false callback would change one of these if it were
 * believed.
 *
 * @param payNo an order of 99.99 that nobody has paid
 * @param paidNo another order, which is paid
 * @param refundNo an undecided refund of 40.00 of the paid order
 * @param now when the callbacks are sent
 */
public record CallbackTarget(String payNo, String paidNo, String refundNo, Instant now) {}
