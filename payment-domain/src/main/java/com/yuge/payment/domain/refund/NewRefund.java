package com.yuge.payment.domain.refund;

import com.yuge.payment.domain.channel.RefundReason;
import com.yuge.payment.domain.order.PaidTrade;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.refund.RefundTerms.Origin;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.TradeNo;
import org.jspecify.annotations.Nullable;

/**
 * A request for a refund.
 *
 * @param tradeNo the unapplied payment that goes back; null for the payment that paid the order
 * @param requestedBy the client or operator: 1 to 64 characters
 */
public record NewRefund(
    PayNo payNo,
    RefundOrderNo refundOrderNo,
    Money amount,
    RefundReason reason,
    @Nullable TradeNo tradeNo,
    String requestedBy) {
  /** Whether it repeats the request that created the refund. */
  boolean isSameAs(Refund refund) {
    RefundTerms terms = refund.terms();
    return amount.equals(terms.amount())
        && reason.equals(terms.reason())
        && (tradeNo == null
            ? terms.origin() == Origin.CALLER
            : terms.origin() == Origin.OPERATOR && tradeNo.equals(terms.tradeNo()));
  }

  RefundTerms terms(PayOrder order, PaidTrade trade, Money base) {
    return new RefundTerms(
        payNo,
        refundOrderNo,
        trade.channel(),
        trade.tradeNo(),
        amount,
        base,
        reason,
        tradeNo == null ? Origin.CALLER : Origin.OPERATOR,
        requestedBy,
        RefundTerms.account(order));
  }
}
