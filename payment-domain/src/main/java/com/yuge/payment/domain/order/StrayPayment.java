package com.yuge.payment.domain.order;

import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.TradeNo;
import java.time.Instant;

/**
 * Money that a channel took and that does not settle the order: late, or not what was asked for.
 */
public record StrayPayment(TradeNo tradeNo, Money amount, Instant at) {}
