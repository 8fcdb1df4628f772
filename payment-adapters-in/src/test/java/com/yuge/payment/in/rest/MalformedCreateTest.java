package com.yuge.payment.in.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.in.Json;
import com.yuge.payment.in.PaymentHttp;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

class MalformedCreateTest {
  private static final PaymentHttp http = PaymentHttp.start();

  @AfterAll
  static void stop() {
    http.close();
  }

  private static void isRefused(String json, String field, String rule) throws Exception {
    http.post("/payments", json).is(400, "A0400").says(field).says(rule);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\uFEFF{}"})
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          null
          []
          "text"
          7
          {
          {"orderNo": "A", "amount": 1
          {"orderNo": "A", "amount": 1} {}
          {"orderNo": "A", "amount": 1}x
          {"orderNo": "A", "amount": 1,}
          {"orderNo": "A", "orderNo": "A", "amount": 1}
          {"orderNo": "A", "amount": 1, "x": {"y": 1, "y": 2}}
          {'orderNo': 'A', 'amount': 1}
          {"orderNo": "A", /* why */ "amount": 1}
          {"orderNo": "A", "amount": NaN}
          {"orderNo": "A", "amount": +1}
          {"orderNo": "A", "amount": 01}
          {"orderNo": "A", "amount": .5}
          {"orderNo": "A", "amount": 0x10}
          {"orderNo": "\\x", "amount": 1}
          """)
  void whatIsNotOneJsonObjectIsRefused(String body) throws Exception {
    isRefused(body, "body", "须为一个 UTF-8 编码的 JSON 对象");
  }

  @Test
  void bytesThatAreNotUtf8AreRefused() throws Exception {
    byte[] body = Json.order("A?", "1").getBytes(StandardCharsets.US_ASCII);
    body["{'orderNo': 'A".length()] = (byte) 0xFF;

    http.perform(
            MockMvcRequestBuilders.post("/payments")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body))
        .is(400, "A0400")
        .says("UTF-8");
  }

  @Test
  void nestingWithoutEndIsRefused() throws Exception {
    isRefused("{\"x\": " + "[".repeat(60_000), "body", "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          null
          7
          true
          []
          {}
          ""
          "a b"
          "a/b"
          "订单"
          "A\\u0000"
          "123456789012345678901234567890123"
          """)
  void orderNumbersOutOfTheirGrammarAreRefused(String orderNo) throws Exception {
    isRefused(Json.raw(orderNo, "1"), "orderNo", "须为 1 至 32 位");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          null
          true
          [1]
          {}
          0
          0.00
          -0
          -1
          99.990
          0.001
          1e-3
          10000000000
          9999999999.991
          1e10
          1e999999999
          1e-999999999
          1e2147483648
          "1e999999999"
          "1e-99999999999"
          ""
          " 1"
          "1 "
          "NaN"
          "Infinity"
          "0x10"
          "01"
          "+1"
          ".5"
          "5."
          "1,000"
          "1_0"
          "１"
          "1d"
          """)
  @Timeout(2)
  void amountsOutOfTheirGrammarAreRefused(String amount) throws Exception {
    isRefused(Json.order("A", amount), "amount", "须为大于 0");
  }

  @Test
  void anAmountOfManyDigitsIsRefusedCheaply() throws Exception {
    String digits = "9".repeat(65_000);

    long start = System.nanoTime();
    isRefused(Json.raw("\"A\"", '"' + digits + '"'), "amount", "");
    isRefused(Json.order("A", digits), "", "");

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          7
          ""
          "mock"
          "PAY-PAL"
          ["MOCK"]
          """)
  void unknownChannelsAreRefused(String channel) throws Exception {
    isRefused(Json.order("A", "1", channel), "channel", "须为渠道名称，例如 MOCK");
  }

  @Test
  void missingFieldsAreNamed() throws Exception {
    isRefused(Json.raw("null", "1").replace("\"orderNo\"", "\"OrderNo\""), "orderNo", "");
    isRefused(Json.order("A", "1").replace("amount", "Amount"), "amount", "");
  }
}
