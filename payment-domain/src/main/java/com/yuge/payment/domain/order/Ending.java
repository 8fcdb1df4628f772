package com.yuge.payment.domain.order;

import com.yuge.payment.domain.shared.TradeNo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an order became SUCCESS, FAILED or CLOSED.
 *
 * @param tradeNo the trade that decided the order
 * @param paidAt when the payer paid; the channel's time if it reported one
 */
public record Ending(Instant at, @Nullable TradeNo tradeNo, @Nullable Instant paidAt) {}
