package com.yuge.payment.in.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.in.Answer;
import com.yuge.payment.in.Json;
import com.yuge.payment.in.PaymentHttp;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

class CreatePayOrderHttpTest {
  private final PaymentHttp http = PaymentHttp.start();

  @AfterEach
  void stop() {
    http.close();
  }

  private Answer create(String json) throws Exception {
    return http.post("/payments", json);
  }

  @Test
  void aNewPayOrderIsAnsweredInFull() throws Exception {
    Answer answer = create(Json.order("ORD-1", "99.90")).isOk().says("success");

    assertThat(answer.<Map<String, Object>>at("$.data"))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "id", 1,
                "payNo", "PAY20240101123000123000000000173",
                "orderNo", "ORD-1",
                "amount", 99.9,
                "status", "INIT",
                "statusDesc", "初始化",
                "channel", "MOCK",
                "expireAt", "2024-01-01T13:00:00",
                "createdAt", "2024-01-01T12:30:00"));
  }

  @Test
  void aRepeatGetsTheSamePayOrder() throws Exception {
    Answer first = create(Json.order("ORD-1", "99.90", "\"MOCK\""));
    Answer again = create(Json.order("ORD-1", "\"99.9\"", "null"));

    assertThat(again.isOk().payNo()).isEqualTo(first.payNo());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {"orderNo": "ORD-1", "amount": 99.91}
          {"orderNo": "ORD-1", "amount": 99.90, "channel": "ALIPAY"}
          {"orderNo": "ORD-1", "amount": 99.90, "subject": "two tickets"}
          """)
  void anotherAmountChannelOrSubjectIsAConflict(String other) throws Exception {
    http.created("ORD-1");

    Answer answer = create(other).is(409, "A0409").says("orderNo");
    assertThat(answer.<String>at("$.data.cause")).isEqualTo("DIFFERENT");
  }

  @Test
  void theCurrencyMayBeNamed() throws Exception {
    create("{\"orderNo\": \"ORD-1\", \"amount\": 1, \"currency\": \"CNY\"}").isOk();
    create("{\"orderNo\": \"ORD-1\", \"amount\": 1, \"currency\": null}").isOk();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"USD\"", "\"cny\"", "\"\"", "156", "[\"CNY\"]"})
  void noOtherCurrencyIsTaken(String currency) throws Exception {
    create("{\"orderNo\": \"ORD-1\", \"amount\": 1, \"currency\": " + currency + "}")
        .is(400, "A0400")
        .says("currency：须为 CNY");
  }

  @Test
  void theSubjectIsPartOfWhatIsAskedFor() throws Exception {
    String asked = "{\"orderNo\": \"ORD-1\", \"amount\": 1, \"subject\": \"两张票 \uD83C\uDFAB\"}";
    Answer first = create(asked).isOk();

    assertThat(first.<String>at("$.data.subject")).isEqualTo("两张票 \uD83C\uDFAB");
    assertThat(create(asked).isOk().payNo()).isEqualTo(first.payNo());
    create(Json.order("ORD-1", "1")).is(409, "A0409");
  }

  @Test
  void orderNumbersAreCaseSensitive() throws Exception {
    assertThat(http.created("ord-1")).isNotEqualTo(http.created("ORD-1"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          99.90 | 99.90
          "99.90" | 99.90
          0.01 | 0.01
          7 | 7.00
          1e3 | 1000.00
          1E+9 | 1000000000.00
          9.99e1 | 99.90
          9999999999.99 | 9999999999.99
          """)
  void amountsComeBackAsPlainNumbersWithTwoDecimals(String sent, String told) throws Exception {
    Answer answer = create(Json.order("ORD-1", sent));

    assertThat(answer.isOk().body()).contains("\"amount\":" + told + ",");
  }

  @Test
  void fieldsThatNobodyAsksForAreIgnored() throws Exception {
    create(
            """
            {"x": {"y": [1, {"z": null}]}, "orderNo": "ORD-1", "amount": 1}
            """)
        .isOk();
  }

  @Test
  void callersOfEnglishAreToldInEnglish() throws Exception {
    Answer answer =
        http.perform(
            MockMvcRequestBuilders.post("/payments")
                .header("Accept-Language", "en-GB,en;q=0.9")
                .contentType(MediaType.APPLICATION_JSON)
                .content(Json.order("ORD-1", "1")));

    assertThat(answer.isOk().<String>at("$.data.statusDesc")).isEqualTo("Created");
  }

  @Test
  void otherLanguagesAreToldInChinese() throws Exception {
    String payNo = http.created("ORD-1");
    Answer answer =
        http.perform(
            MockMvcRequestBuilders.get("/payments/" + payNo).header("Accept-Language", "fr"));

    assertThat(answer.isOk().<String>at("$.data.statusDesc")).isEqualTo("初始化");
  }

  @Test
  void timesAreToldInTheConfiguredZone() throws Exception {
    try (PaymentHttp utc = PaymentHttp.start("payment.time-zone=UTC")) {
      Answer answer = utc.get("/payments/" + utc.created("ORD-1"));

      assertThat(answer.isOk().<String>at("$.data.createdAt")).isEqualTo("2024-01-01T04:30:00");
    }
  }
}
