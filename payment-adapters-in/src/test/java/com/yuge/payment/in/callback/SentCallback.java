package com.yuge.payment.in.callback;

import com.yuge.payment.domain.callback.CallbackSigner;
import com.yuge.payment.in.Answer;
import com.yuge.payment.in.PaymentHttp;

/** What a channel, or somebody who would be one, sends. */
public record SentCallback(
    String payNo, String status, String tradeNo, String timestamp, String nonce, String signature) {

  /** The walk-through's callback, not signed yet. */
  public static SentCallback of(String payNo, String status) {
    return new SentCallback(payNo, status, "MOCK_1", "1704067200000", "abc123", "");
  }

  public SentCallback trade(String other) {
    return new SentCallback(payNo, status, other, timestamp, nonce, signature);
  }

  public SentCallback at(String other) {
    return new SentCallback(payNo, status, tradeNo, other, nonce, signature);
  }

  public SentCallback nonce(String other) {
    return new SentCallback(payNo, status, tradeNo, timestamp, other, signature);
  }

  public SentCallback signature(String other) {
    return new SentCallback(payNo, status, tradeNo, timestamp, nonce, other);
  }

  public SentCallback signedBy(CallbackSigner signer) {
    return signature(signer.sign(status, nonce, payNo, timestamp));
  }

  public Answer sendTo(PaymentHttp http) throws Exception {
    return http.post("/payments/mock-callback", json());
  }

  /** Signed as the channel signs. */
  public Answer signAndSendTo(PaymentHttp http) throws Exception {
    return signedBy(http.bean(CallbackSigner.class)).sendTo(http);
  }

  public String json() {
    return """
        {
          "payNo": "%s",
          "callbackStatus": "%s",
          "channelTradeNo": "%s",
          "timestamp": "%s",
          "nonce": "%s",
          "signature": "%s"
        }
        """
        .formatted(payNo, status, tradeNo, timestamp, nonce, signature);
  }
}
