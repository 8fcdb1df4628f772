package com.yuge.payment.in.callback;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.in.Answer;
import com.yuge.payment.in.PaymentHttp;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignatureEndpointTest {
  private static final String PAY_NO = "PAY20240101123000123000000000001";
  private static final String PATH =
      "/payments/generate-signature?payNo=%s&callbackStatus=%s&timestamp=%s&nonce=%s";

  private static String path(String payNo, String status, String timestamp, String nonce) {
    return PATH.formatted(payNo, status, timestamp, nonce);
  }

  @Test
  void itSignsAsTheChannelWould() throws Exception {
    try (PaymentHttp http = PaymentHttp.start("payment.callback-secret=new, old")) {
      String payNo = http.created("ORD-1");

      Answer answer = http.get(path(payNo, "SUCCESS", "1704067200000", "abc123")).isOk();

      Map<String, String> signed = answer.at("$.data");
      assertThat(signed)
          .containsEntry("payNo", payNo)
          .containsEntry("callbackStatus", "SUCCESS")
          .containsEntry("timestamp", "1704067200000")
          .containsEntry("nonce", "abc123")
          .containsEntry("signature", "087F122211B0B06051E712B2D53E05E4");
      SentCallback callback =
          SentCallback.of(payNo, "SUCCESS").signature(answer.at("$.data.signature"));
      callback.sendTo(http).isOk();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "PAY77, SUCCESS, 1704067200000, abc123, payNo",
    PAY_NO + ", PAID, 1704067200000, abc123, callbackStatus",
    PAY_NO + ", SUCCESS, 17, abc123, timestamp",
    PAY_NO + ", SUCCESS, 1704067200000, abc, nonce"
  })
  void whatACallbackCannotSayIsNotSigned(
      String payNo, String status, String timestamp, String nonce, String field) throws Exception {
    try (PaymentHttp http = PaymentHttp.start()) {
      http.get(path(payNo, status, timestamp, nonce)).is(400, "A0400").says(field + "：");
      http.get("/payments/generate-signature").is(400, "A0400").says("callbackStatus：");
    }
  }

  @Test
  void elsewhereThanInDevelopmentItDoesNotExist() throws Exception {
    try (PaymentHttp http = PaymentHttp.start("payment.mock.signature-endpoint=false")) {
      http.get(path(PAY_NO, "SUCCESS", "1704067200000", "abc123")).is(404, "A0404");
      http.post("/payments/generate-signature", "{}").is(404, "A0404");
    }
  }

  @Test
  void withoutTheMockChannelThereIsNoCallback() throws Exception {
    try (PaymentHttp http = PaymentHttp.start("payment.mock.enabled=false")) {
      http.post("/payments/mock-callback", "{}").is(404, "A0404");
      http.get("/payments/mock-callback").is(404, "A0404");
    }
  }
}
