package com.yuge.payment.in.callback;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Out of the grammars: refused before any signature is computed. */
class MalformedCallbackHttpTest extends RejectedCallbacks {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          payNo | "PAY77"
          payNo | 77
          payNo | null
          payNo | "pay20240101123000123000000000001"
          callbackStatus | "PAID"
          callbackStatus | "success"
          callbackStatus | ["SUCCESS"]
          timestamp | 1704067200000
          timestamp | "170406720000"
          timestamp | "17040672000000"
          timestamp | "-704067200000"
          timestamp | "١٧٠٤٠٦٧٢٠٠٠٠٠"
          nonce | "short"
          nonce | "abc 123"
          nonce | "abc123\\n"
          nonce | {}
          channelTradeNo | ""
          channelTradeNo | "a b"
          channelTradeNo | null
          channelTradeNo | 7
          """)
  void fieldsOutOfTheirGrammarAreNamed(String field, String value) throws Exception {
    String sent =
        genuine()
            .json()
            .replaceAll(
                "\"%s\": \"[^\"]*\"".formatted(field),
                "\"%s\": %s".formatted(field, value.replace("\\", "\\\\")));

    http.post("/payments/mock-callback", sent).is(400, "A0400").says(field + "：");

    isKeptOnly("MALFORMED");
    assertThat(http.lastLogged().payload()).isEqualTo(sent);
  }

  @Test
  void aMalformedCallbackIsKeptUnderThePayOrderThatItNames() throws Exception {
    genuine().nonce("short").sendTo(http).is(400, "A0400");

    assertThat(http.lastLogged().payNo()).isEqualTo(http.order(payNo).payNo());
    assertThat(http.lastLogged().status()).isEqualTo("SUCCESS");
  }

  @ParameterizedTest
  @ValueSource(strings = {""})
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          null
          []
          {
          {} {}
          SUCCESS
          {"payNo": 1, "payNo": 1}
          """)
  void whatIsNotOneJsonObjectIsKeptAsItCame(String body) throws Exception {
    http.post("/payments/mock-callback", body).is(400, "A0400").says("body：");

    isKeptOnly("MALFORMED");
    assertThat(http.lastLogged().payload()).isEqualTo(body);
  }

  @Test
  void bytesThatAreNotUtf8AreKeptReplaced() throws Exception {
    byte[] body = genuine().trade("MOCK?").json().getBytes(StandardCharsets.US_ASCII);
    body[new String(body, StandardCharsets.US_ASCII).indexOf('?')] = (byte) 0xFF;

    http.perform(
            MockMvcRequestBuilders.post("/payments/mock-callback")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body))
        .is(400, "A0400");

    isKeptOnly("MALFORMED");
    assertThat(http.lastLogged().payload()).contains("MOCK\uFFFD");
  }
}
