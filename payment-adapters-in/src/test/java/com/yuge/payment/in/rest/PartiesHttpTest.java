package com.yuge.payment.in.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.in.Answer;
import com.yuge.payment.in.Json;
import com.yuge.payment.in.PaymentHttp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who sells and who pays, as a request says it. */
class PartiesHttpTest {
  private static final String ASKED =
      "{\"orderNo\": \"ORD-1\", \"amount\": 1, \"merchantNo\": \"M-1\", \"userNo\": \"u_2\"}";

  private final PaymentHttp http = PaymentHttp.start();

  @AfterEach
  void stop() {
    http.close();
  }

  private Answer create(String json) throws Exception {
    return http.post("/payments", json);
  }

  private static String order(String field, String value) {
    return "{\"orderNo\": \"ORD-1\", \"amount\": 1, \"%s\": %s}".formatted(field, value);
  }

  @Test
  void theOrderTellsThem() throws Exception {
    Answer created = create(ASKED).isOk();
    Answer found = http.get("/payments/" + created.payNo()).isOk();

    assertThat(created.body()).contains("\"merchantNo\":\"M-1\",\"userNo\":\"u_2\"");
    assertThat(found.body()).contains("\"merchantNo\":\"M-1\",\"userNo\":\"u_2\"");
  }

  @Test
  void anOrderWithoutThemTellsNone() throws Exception {
    assertThat(create(Json.order("ORD-1", "1")).isOk().body())
        .doesNotContain("merchantNo", "userNo");
  }

  @Test
  void aRepeatGetsTheSamePayOrder() throws Exception {
    assertThat(create(ASKED).isOk().payNo()).isEqualTo(create(ASKED).isOk().payNo());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {"orderNo": "ORD-1", "amount": 1, "merchantNo": "M-2", "userNo": "u_2"}
          {"orderNo": "ORD-1", "amount": 1, "merchantNo": "m-1", "userNo": "u_2"}
          {"orderNo": "ORD-1", "amount": 1, "merchantNo": "M-1", "userNo": "u_1"}
          {"orderNo": "ORD-1", "amount": 1, "merchantNo": "M-1"}
          {"orderNo": "ORD-1", "amount": 1, "userNo": "u_2"}
          {"orderNo": "ORD-1", "amount": 1}
          """)
  void anotherMerchantOrUserIsAConflict(String other) throws Exception {
    Answer first = create(ASKED).isOk();

    Answer answer = create(other).is(409, "A0409").says("orderNo");

    assertThat(answer.<String>at("$.data.cause")).isEqualTo("DIFFERENT");
    assertThat(answer.body()).doesNotContain(first.payNo(), "M-1", "u_2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          7
          true
          ["M-1"]
          ""
          "*"
          "M 1"
          "M.1"
          "123456789012345678901234567890123"
          """)
  void numbersOutOfTheirGrammarAreRefused(String value) throws Exception {
    create(order("merchantNo", value)).is(400, "A0400").says("merchantNo：须为 1 至 32 位");
    create(order("userNo", value)).is(400, "A0400").says("userNo：须为 1 至 32 位");
  }

  @ParameterizedTest
  @CsvSource({"merchant, merchantNo, userNo", "user, userNo, merchantNo"})
  void aShopMayAskForThem(String kind, String field, String other) throws Exception {
    try (PaymentHttp strict = PaymentHttp.start("payment.limits." + kind + "-required=true")) {
      strict.post("/payments", order(other, "\"N-1\"")).is(400, "A0400").says(field + "：必须提供");
      strict.post("/payments", order(field, "null")).is(400, "A0400").says(field + "：必须提供");
      strict.post("/payments", order(field, "\"N-1\"")).isOk();
    }
  }
}
