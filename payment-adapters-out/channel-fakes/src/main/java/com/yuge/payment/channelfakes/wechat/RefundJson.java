package com.yuge.payment.channelfakes.wechat;

import com.yuge.payment.channelfakes.wechat.WechatRefund.Status;
import com.yuge.payment.channelfakes.wechat.WechatRefund.Wanted;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A refund as answers and notifications show it. */
final class RefundJson {
  private static final String ACCOUNT = "支付用户零钱";

  private RefundJson() {}

  static Map<String, Object> of(WechatRefund refund, @Nullable String outTradeNo) {
    Map<String, Object> json = common(refund, Objects.requireNonNull(outTradeNo));
    json.put("status", refund.status().name());
    json.put("channel", "ORIGINAL");
    json.put("create_time", WechatTime.of(refund.createTime()));
    json.put("funds_account", "AVAILABLE");
    json.put("amount", amountOfAnswer(refund));
    return json;
  }

  /** Notifications call some fields by other names than answers do. */
  static Map<String, Object> ofNotification(WechatRefund refund, String outTradeNo, String mchId) {
    Map<String, Object> json = common(refund, outTradeNo);
    json.put("mchid", mchId);
    json.put("refund_status", refund.status().name());
    json.put("amount", amount(refund));
    return json;
  }

  static String eventType(Status status) {
    return "REFUND." + status.name();
  }

  private static Map<String, Object> common(WechatRefund refund, String outTradeNo) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("out_trade_no", outTradeNo);
    json.put("transaction_id", refund.wanted().transactionId());
    json.put("out_refund_no", refund.outRefundNo());
    json.put("refund_id", refund.refundId());
    json.put("user_received_account", ACCOUNT);
    if (refund.successTime() != null) {
      json.put("success_time", WechatTime.of(refund.successTime()));
    }
    return json;
  }

  private static Map<String, Object> amount(WechatRefund refund) {
    Wanted wanted = refund.wanted();
    Map<String, Object> amount = new LinkedHashMap<>();
    amount.put("total", wanted.total().value());
    amount.put("refund", wanted.refund().value());
    amount.put("payer_total", wanted.total().minus(wanted.coupon()).value());
    amount.put("payer_refund", wanted.refund().minus(wanted.couponRefund()).value());
    return amount;
  }

  private static Map<String, Object> amountOfAnswer(WechatRefund refund) {
    Map<String, Object> amount = amount(refund);
    amount.put("settlement_refund", refund.wanted().refund().value());
    amount.put("settlement_total", refund.wanted().total().value());
    amount.put("discount_refund", refund.wanted().couponRefund().value());
    amount.put("currency", "CNY");
    return amount;
  }
}
