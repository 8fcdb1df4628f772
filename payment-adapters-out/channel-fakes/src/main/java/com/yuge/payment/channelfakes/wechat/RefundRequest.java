package com.yuge.payment.channelfakes.wechat;

import com.yuge.payment.channelfakes.wechat.WechatRefund.Wanted;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * A request for a refund.
 *
 * @param transactionId empty if the trade is named by out_trade_no
 */
record RefundRequest(JsonNode json, Optional<String> transactionId, Optional<String> outTradeNo) {
  private static final Pattern OUT_REFUND_NO = Pattern.compile("[0-9A-Za-z_|*@-]{1,64}");
  private static final int MOST_OF_REASON = 80;

  static RefundRequest read(JsonNode json) {
    Optional<String> transactionId = optional(json, "transaction_id");
    Optional<String> outTradeNo = optional(json, "out_trade_no");
    if (transactionId.isEmpty() && outTradeNo.isEmpty()) {
      throw ApiError.parameter("transaction_id or out_trade_no is required");
    }
    return new RefundRequest(json, transactionId, outTradeNo);
  }

  /** Returns the refund that is wanted of this payment. */
  Wanted of(WechatPayment payment) {
    String outRefundNo = TradeRequest.text(json, "out_refund_no");
    if (!OUT_REFUND_NO.matcher(outRefundNo).matches()) {
      throw ApiError.parameter("out_refund_no must have 1 to 64 letters, digits or _-|*@");
    }
    JsonNode amount = json.path("amount");
    if (!TradeRequest.text(amount, "currency").equals("CNY")) {
      throw ApiError.parameter("amount.currency must be CNY");
    }
    return new Wanted(
        outRefundNo,
        payment.transactionId(),
        Fen.read(amount, "refund"),
        Fen.read(amount, "total"),
        payment.coupon(),
        reason(),
        optional(json, "notify_url").orElse(null));
  }

  private String reason() {
    String reason = optional(json, "reason").orElse("");
    if (reason.length() > MOST_OF_REASON) {
      throw ApiError.parameter("reason has at most 80 characters");
    }
    return reason;
  }

  private static Optional<String> optional(JsonNode json, String field) {
    return Optional.of(json.path(field).asString("")).filter(text -> !text.isEmpty());
  }
}
