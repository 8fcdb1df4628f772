package com.yuge.payment.in.callback;

import com.yuge.payment.domain.channel.ChannelResult.Status;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.in.Answer;
import com.yuge.payment.in.PaymentHttp;

/** What a channel, or somebody who would be one, sends. */
record SentCallback(
    String payNo, String status, String tradeNo, String timestamp, String nonce, String signature) {

  /** The walk-through's callback, not signed yet. */
  static SentCallback of(String payNo, String status) {
    return new SentCallback(payNo, status, "MOCK_1", "1704067200000", "abc123", "");
  }

  SentCallback trade(String other) {
    return new SentCallback(payNo, status, other, timestamp, nonce, signature);
  }

  SentCallback at(String other) {
    return new SentCallback(payNo, status, tradeNo, other, nonce, signature);
  }

  SentCallback nonce(String other) {
    return new SentCallback(payNo, status, tradeNo, timestamp, other, signature);
  }

  SentCallback signature(String other) {
    return new SentCallback(payNo, status, tradeNo, timestamp, nonce, other);
  }

  SentCallback signedBy(Md5Signatures signatures) {
    return signature(
        signatures.sign(
            new Md5Payload(Status.valueOf(status), nonce, new PayNo(payNo), timestamp)));
  }

  Answer sendTo(PaymentHttp http) throws Exception {
    return http.post("/payments/mock-callback", json());
  }

  /** Signed as the channel signs. */
  Answer signAndSendTo(PaymentHttp http) throws Exception {
    return signedBy(http.bean(Md5Signatures.class)).sendTo(http);
  }

  String json() {
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
