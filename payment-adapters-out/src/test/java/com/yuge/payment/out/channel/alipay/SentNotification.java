package com.yuge.payment.out.channel.alipay;

import static com.yuge.payment.domain.fixtures.PayOrderBook.NOW;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.alipay.api.AlipayApiException;
import com.alipay.api.internal.util.AlipaySignature;
import com.yuge.payment.domain.callback.RawCallback;
import com.yuge.payment.out.channel.CallbackTarget;
import com.yuge.payment.out.channel.SentCallback;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A notification that a test sends; a change after {@link #signed} breaks the signature. */
record SentNotification(Map<String, String> fields) {
  static final String PAY_NO = "PAY20260301020304567123456789042";
  static final String REFUND_NO = "REF20260301020304567123456789042";
  static final String TRADE_NO = "2026030122001404000501234567";
  static final String NOTIFY_ID = "2026030101222100304000001234567890";
  static final String FORM = "application/x-www-form-urlencoded; charset=utf-8";

  static final CallbackTarget FIXED =
      new CallbackTarget(PAY_NO, "PAY20260301020304567123456789142", REFUND_NO, NOW);

  /** A payment, as Alipay notifies of it; the merchant receives less, because of a coupon. */
  static SentNotification paid() {
    return paid(FIXED);
  }

  static SentNotification paid(CallbackTarget target) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("gmt_create", "2026-03-01 10:02:50");
    fields.put("charset", "UTF-8");
    fields.put("seller_id", AlipayDesk.KEYS.sellerId());
    fields.put("subject", "两张票 two tickets + 1");
    fields.put("buyer_id", "2088102177846880");
    fields.put("notify_id", NOTIFY_ID);
    fields.put("notify_type", "trade_status_sync");
    fields.put("trade_status", "TRADE_SUCCESS");
    fields.put("receipt_amount", "89.99");
    fields.put("buyer_pay_amount", "89.99");
    fields.put("total_amount", "99.99");
    fields.put("app_id", AlipayDesk.KEYS.appId());
    fields.put("auth_app_id", AlipayDesk.KEYS.appId());
    fields.put("sign_type", "RSA2");
    fields.put("version", "1.0");
    fields.put("gmt_payment", "2026-03-01 10:02:58");
    fields.put("notify_time", AlipayTime.text(target.now()));
    fields.put("out_trade_no", target.payNo());
    fields.put("trade_no", TRADE_NO);
    fields.put("fund_bill_list", "[{\"amount\":\"89.99\",\"fundChannel\":\"ALIPAYACCOUNT\"}]");
    return new SentNotification(fields);
  }

  /** A refund of a part, as Alipay notifies of it at the payment's address. */
  static SentNotification refunded() {
    return refunded(FIXED);
  }

  static SentNotification refunded(CallbackTarget target) {
    return paid(target)
        .with("out_trade_no", target.paidNo())
        .with("refund_fee", "40.00")
        .with("gmt_refund", "2026-03-01 10:03:02.123")
        .with("out_biz_no", target.refundNo());
  }

  /** The payer has seen the trade and has not paid. */
  static SentNotification unpaid(CallbackTarget target) {
    return paid(target).without("gmt_payment").with("trade_status", "WAIT_BUYER_PAY");
  }

  /** The trade was closed before anybody paid. */
  static SentNotification closed(CallbackTarget target) {
    return paid(target).without("gmt_payment").with("trade_status", "TRADE_CLOSED");
  }

  SentNotification with(String name, String value) {
    Map<String, String> changed = new LinkedHashMap<>(fields);
    changed.put(name, value);
    return new SentNotification(changed);
  }

  SentNotification without(String name) {
    Map<String, String> changed = new LinkedHashMap<>(fields);
    changed.remove(name);
    return new SentNotification(changed);
  }

  SentNotification sentAt(Instant at) {
    return with("notify_time", AlipayTime.text(at));
  }

  SentNotification signed() {
    return signed(AlipayDesk.KEYS.alipayPrivateKeyPem(), "RSA2");
  }

  SentNotification signed(String privateKeyPem, String type) {
    try {
      String text = AlipaySignature.getSignCheckContentV1(new HashMap<>(fields));
      String key = AlipayDesk.base64(privateKeyPem);
      return with("sign", AlipaySignature.sign(text, key, "UTF-8", type));
    } catch (AlipayApiException e) {
      throw new IllegalStateException(e);
    }
  }

  String body() {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  SentCallback sent() {
    return sent(body());
  }

  RawCallback raw() {
    return sent().raw();
  }

  static SentCallback sent(String body) {
    return sent(FORM, body);
  }

  static SentCallback sent(String contentType, String body) {
    return new SentCallback("notify", Map.of("content-type", contentType), body);
  }
}
