package com.yuge.payment.domain.channel;

import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.RefundNo;
import com.yuge.payment.domain.shared.TradeNo;
import org.jspecify.annotations.Nullable;

/**
 * The refund that a channel is asked to make; the same data each time.
 *
 * @param tradeNo the channel's trade that took the money
 * @param tradeAmount the money that the trade took
 * @param account the account that the payment was opened at; null if it was never opened
 */
public record RefundRequest(
    RefundNo refundNo,
    PayNo payNo,
    TradeNo tradeNo,
    Money amount,
    Money tradeAmount,
    RefundReason reason,
    @Nullable ChannelAccount account) {}
