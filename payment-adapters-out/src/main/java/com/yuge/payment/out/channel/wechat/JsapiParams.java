package com.yuge.payment.out.channel.wechat;

import com.wechat.pay.java.core.util.NonceUtil;
import java.time.Instant;
import java.util.Map;

/**
 * What a page inside WeChat passes to its JSAPI, signed by the merchant. The signature is made at
 * each call, because the payer's WeChat refuses an old one.
 */
final class JsapiParams {
  private static final int NONCE_LENGTH = 32;

  private JsapiParams() {}

  static Map<String, String> of(WechatAccount account, String prepayId, Instant now) {
    String timeStamp = String.valueOf(now.getEpochSecond());
    String nonce = NonceUtil.createNonce(NONCE_LENGTH);
    String prepay = "prepay_id=" + prepayId;
    String signed = String.join("\n", account.appId(), timeStamp, nonce, prepay, "");
    return Map.of(
        "appId",
        account.appId(),
        "timeStamp",
        timeStamp,
        "nonceStr",
        nonce,
        "package",
        prepay,
        "signType",
        "RSA",
        "paySign",
        account.keys().signer().sign(signed).getSign());
  }
}
