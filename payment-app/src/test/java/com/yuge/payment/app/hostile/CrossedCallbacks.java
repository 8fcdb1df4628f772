package com.yuge.payment.app.hostile;

import com.yuge.payment.out.channel.CallbackTarget;
import com.yuge.payment.out.channel.FalseCallback;
import com.yuge.payment.out.channel.SentCallback;
import com.yuge.payment.out.channel.alipay.AlipayCorpus;
import com.yuge.payment.out.channel.wechat.WechatCorpus;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Genuine notifications of one channel at the other's address, and those that one channel signed
 * about orders and refunds of the other: its keys count for its own ones only.
 */
final class CrossedCallbacks {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String JSON = "application/json";

  private CrossedCallbacks() {}

  /**
   * Arrive at WeChat Pay's addresses.
   *
   * @param theirs what Alipay has
   */
  static Stream<FalseCallback> atWechat(CallbackTarget theirs) {
    SentCallback payment = AlipayCorpus.payment(theirs);
    return Stream.of(
        new FalseCallback("Alipay's", "NOT_JSON", at("payments", FORM, payment)),
        new FalseCallback("Alipay's at refunds", "NOT_JSON", at("refunds", FORM, payment)),
        new FalseCallback("Alipay's as JSON", "BAD_SIGNATURE", at("payments", JSON, payment)),
        new FalseCallback("Alipay's order", "UNKNOWN_PAY_NO", WechatCorpus.payment(theirs)),
        new FalseCallback("Alipay's refund", "UNKNOWN_REFUND_NO", WechatCorpus.refund(theirs)));
  }

  /**
   * Arrive at Alipay's address.
   *
   * @param theirs what WeChat Pay has
   */
  static Stream<FalseCallback> atAlipay(CallbackTarget theirs) {
    SentCallback payment = WechatCorpus.payment(theirs);
    return Stream.of(
        new FalseCallback("WeChat Pay's", "NOT_FORM", at("notify", JSON, payment)),
        new FalseCallback("WeChat Pay's as form", "MALFORMED name", at("notify", FORM, payment)),
        new FalseCallback("WeChat Pay's order", "UNKNOWN_PAY_NO", AlipayCorpus.payment(theirs)),
        new FalseCallback("WeChat Pay's refund", "UNKNOWN_REFUND_NO", AlipayCorpus.refund(theirs)));
  }

  private static SentCallback at(String kind, String type, SentCallback sent) {
    Map<String, String> headers = new HashMap<>(sent.headers());
    headers.keySet().removeIf(name -> name.equalsIgnoreCase("Content-Type"));
    headers.put("Content-Type", type);
    return new SentCallback(kind, headers, sent.body());
  }
}
