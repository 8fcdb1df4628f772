package com.yuge.payment.in.rest;

import com.yuge.payment.domain.channel.RefundReason;
import com.yuge.payment.domain.refund.NewRefund;
import com.yuge.payment.domain.refund.RefundOrderNo;
import com.yuge.payment.domain.shared.Grammar;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.TradeNo;
import com.yuge.payment.in.web.NumberAsWritten;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A request to give money back. Without a trade number, the refund is for the payment that paid the
 * order.
 */
record CreateRefundRequest(
    @Nullable String refundOrderNo,
    @JsonDeserialize(using = NumberAsWritten.class) @Nullable String amount,
    @Nullable String reason,
    @Nullable String tradeNo,
    @Nullable String currency) {
  private static final Grammar TRADE_NO = TradeNo.GRAMMAR.of("tradeNo");

  NewRefund toNewRefund(PayNo payNo, String requestedBy) {
    CreateRequest.checkCurrency(currency);
    return new NewRefund(
        payNo,
        new RefundOrderNo(RefundOrderNo.GRAMMAR.require(refundOrderNo)),
        CreateRequest.money(amount),
        new RefundReason(RefundReason.GRAMMAR.require(reason)),
        tradeNo == null ? null : new TradeNo(TRADE_NO.require(tradeNo)),
        requestedBy);
  }
}
