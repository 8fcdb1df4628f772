package com.yuge.payment.in.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.in.contract.Exchange.Request;
import com.yuge.payment.in.contract.Exchange.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is as the document says is passed, and nothing else. */
class OpenApiContractTest {
  private static final Map<String, String> JSON = Map.of("content-type", "application/json");
  private static final String PAY_NO = "PAY20240101123000123000000000001";
  private static final String ORDER =
      """
      {"code":"00000","message":"success","data":{"id":1,"payNo":"%s","orderNo":"ORD-1",
      "amount":99.90,"status":"INIT","statusDesc":"x","channel":"MOCK",
      "expireAt":"2024-01-01T13:00:00","createdAt":"2024-01-01T12:30:00"}}
      """
          .formatted(PAY_NO);
  private static final String ERROR = "{\"code\":\"%s\",\"message\":\"x\",\"data\":%s}";

  private static List<String> complaints(Request request, int status, String body) {
    return OpenApiContract.complaints(new Exchange(request, new Response(status, JSON, body)));
  }

  private static Request get(String target) {
    return new Request(false, "GET", target, Map.of(), "");
  }

  private static Request create(String body) {
    return new Request(false, "POST", "/payments", JSON, body);
  }

  private static final Request FIND = get("/payments/" + PAY_NO);

  @Test
  void whatTheDocumentTellsIsPassed() {
    assertThat(complaints(FIND, 200, ORDER)).isEmpty();
    assertThat(
            complaints(
                create("{\"orderNo\":\"ORD-1\",\"amount\":\"99.90\",\"new\":1}"), 200, ORDER))
        .isEmpty();
    assertThat(
            complaints(
                create("{\"orderNo\":\"ORD-1\",\"amount\":1,\"new\":1E+2147483648}"), 200, ORDER))
        .isEmpty();
    assertThat(complaints(get("/payments/unapplied?limit=7"), 400, ERROR.formatted("A0400", null)))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "\"id\":1; \"id\":1,\"new\":1",
        "\"id\":1; \"id\":\"1\"",
        "\"orderNo\":\"ORD-1\",; ''",
        "99.90; 99.9",
        "99.90; \"99.90\"",
        "\"INIT\"; \"PAID\"",
        "12:30:00\"; 12:30\"",
        "00000; 00001",
        "PAY2024; PAY024"
      })
  void anotherBodyIsNoticed(String documented, String answered) {
    assertThat(complaints(FIND, 200, ORDER.replace(documented, answered))).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "404, A0404, null, 0",
    "404, A0400, null, 1",
    "409, A0409, null, 1",
    "418, A0400, null, 1"
  })
  void anotherStatusOrCodeIsNoticed(int status, String code, String data, int complaints) {
    assertThat(complaints(FIND, status, ERROR.formatted(code, data))).hasSize(complaints);
  }

  @ParameterizedTest
  @CsvSource({"DIFFERENT, 0", "ENDED, 1"})
  void theCauseOfAnotherOperationIsNoticed(String cause, int complaints) {
    String data = "{\"cause\":\"%s\"}".formatted(cause);
    assertThat(complaints(create("{}"), 409, ERROR.formatted("A0409", data))).hasSize(complaints);
  }

  @Test
  void aMissingHeaderIsNoticed() {
    assertThat(complaints(FIND, 503, ERROR.formatted("B0503", null)))
        .singleElement()
        .asString()
        .contains("Retry-After");
  }

  @Test
  void anotherContentTypeIsNoticed() {
    Response text = new Response(200, Map.of("content-type", "text/html"), ORDER);
    assertThat(OpenApiContract.complaints(new Exchange(FIND, text))).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/payments/nothing, 200",
    "/payments/trade, 200",
    "/payments/trade?channel=x&tradeNo=y, 200",
    "/payments/unapplied?limit=1001, 200"
  })
  void whatShouldNotBeTakenIsNoticed(String target, int status) {
    assertThat(
            complaints(
                get(target), status, "{\"code\":\"00000\",\"message\":\"success\",\"data\":[]}"))
        .isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "''",
        "{}",
        "[]",
        "{\"orderNo\":\"ORD 1\",\"amount\":1}",
        "{\"orderNo\":\"ORD-1\",\"amount\":1.234}"
      })
  void aBodyThatShouldNotBeTakenIsNoticed(String body) {
    assertThat(complaints(create(body), 200, ORDER)).isNotEmpty();
  }

  @Test
  void theOperatorsPortHasOtherPaths() {
    String up = "{\"status\":\"UP\"}";
    Request health = new Request(true, "GET", "/actuator/health", Map.of(), "");
    assertThat(complaints(health, 200, up)).isEmpty();
    assertThat(complaints(get("/actuator/health"), 200, up)).isNotEmpty();
  }
}
