package com.yuge.payment.domain.refund;

import com.yuge.payment.domain.channel.ChannelAccount;
import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.channel.RefundReason;
import com.yuge.payment.domain.order.OpenTerms;
import com.yuge.payment.domain.order.PaidTrade;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.TradeNo;
import org.jspecify.annotations.Nullable;

/**
 * The data of a refund that never changes.
 *
 * @param refundOrderNo the caller's number; null if the service refunds by itself
 * @param baseAmount the money that the trade took, as known when the refund was created
 * @param requestedBy who asked for the refund: a client, an operator, or the service
 * @param account the account that the payment was opened at; null if it was never opened
 */
public record RefundTerms(
    PayNo payNo,
    @Nullable RefundOrderNo refundOrderNo,
    PayChannel channel,
    TradeNo tradeNo,
    Money amount,
    Money baseAmount,
    RefundReason reason,
    Origin origin,
    String requestedBy,
    @Nullable ChannelAccount account) {

  /** The party that decided on the refund. */
  public enum Origin {
    /** The shop, for an order that was paid. */
    CALLER,
    /** The service, for money that came too late. */
    AUTO,
    /** An operator, for an unapplied payment. */
    OPERATOR
  }

  public RefundTerms {
    if ((origin == Origin.AUTO) != (refundOrderNo == null)) {
      throw new IllegalArgumentException("every refund but an automatic one has a caller's number");
    }
  }

  /** The account that the order's payment was opened at; null if it was never opened. */
  static @Nullable ChannelAccount account(PayOrder order) {
    OpenTerms opened = order.terms();
    return opened == null ? null : opened.account();
  }

  boolean isOf(PaidTrade trade) {
    return channel.equals(trade.channel()) && tradeNo.equals(trade.tradeNo());
  }
}
