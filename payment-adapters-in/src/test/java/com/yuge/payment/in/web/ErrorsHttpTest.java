package com.yuge.payment.in.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.order.StalePayOrder;
import com.yuge.payment.domain.shared.InvalidValue;
import com.yuge.payment.domain.shared.StoreUnavailable;
import com.yuge.payment.in.Answer;
import com.yuge.payment.in.Json;
import com.yuge.payment.in.PaymentHttp;
import com.yuge.payment.in.StoreTrouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

@ExtendWith(OutputCaptureExtension.class)
class ErrorsHttpTest {
  private static final String PAY_ORDER = "/payments/PAY20240101123000000000000000099";

  private final PaymentHttp http = PaymentHttp.start();

  @AfterEach
  void stop() {
    http.close();
  }

  private void strike(RuntimeException trouble) {
    http.bean(StoreTrouble.class).strike(trouble);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /payments, POST",
    "DELETE, /payments, POST",
    "GET, /payments/mock-callback, POST",
    "PUT, " + PAY_ORDER + ", GET",
    "GET, " + PAY_ORDER + "/pay, POST",
    "POST, /payments/order/ORD-1, GET"
  })
  void aWrongMethodIsToldTheRightOne(String method, String path, String allowed) throws Exception {
    Answer answer = http.perform(MockMvcRequestBuilders.request(HttpMethod.valueOf(method), path));

    assertThat(answer.is(405, "A0405").header("Allow")).isEqualTo(allowed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "text/json", "*/*"})
  void whatIsNotJsonIsRefused(String contentType) throws Exception {
    for (String path : new String[] {"/payments", "/payments/mock-callback"}) {
      http.perform(
              MockMvcRequestBuilders.post(path).header("Content-Type", contentType).content("{}"))
          .is(415, "A0415");
    }
  }

  @Test
  void aBodyWithoutContentTypeIsNotJson() throws Exception {
    http.perform(MockMvcRequestBuilders.post("/payments").content("{}")).is(415, "A0415");
  }

  @Test
  void noBodyIsNoJsonObject() throws Exception {
    http.perform(MockMvcRequestBuilders.post("/payments")).is(400, "A0400").says("body：");
    http.perform(MockMvcRequestBuilders.post("/payments/mock-callback")).is(400, "A0400");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/nowhere", "/payments/", "/payments/77/pay", "/error"})
  void unknownPathsAreNotFound(String path) throws Exception {
    http.get(path).is(404, "A0404");
    http.post(path, "{}").is(404, "A0404");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "application/xml", "nonsense"})
  void answersAreJsonWhateverIsAccepted(String accept) throws Exception {
    http.perform(MockMvcRequestBuilders.get(PAY_ORDER).header("Accept", accept)).is(404, "A0404");
    http.perform(
            MockMvcRequestBuilders.post("/payments")
                .header("Accept", accept)
                .contentType(MediaType.APPLICATION_JSON)
                .content(Json.order("ORD-1", "1")))
        .isOk();
  }

  @Test
  void whileTheStoreIsAwayCallersAreAskedToRepeat() throws Exception {
    strike(new StoreUnavailable("SELECT 1", new IllegalStateException("refused")));

    Answer read = http.get(PAY_ORDER).is(503, "B0503");
    Answer write = http.post("/payments", Json.order("ORD-1", "1"));

    assertThat(read.header("Retry-After")).isEqualTo("1");
    assertThat(write.is(503, "B0503").header("Retry-After")).isEqualTo("1");
    assertThat(read.body()).doesNotContain("SELECT");
    http.bean(StoreTrouble.class).end();
    http.get("/payments/order/ORD-1").is(404, "A0404");
  }

  @Test
  void whatTheDriverSaidIsLoggedInOneLine(CapturedOutput output) throws Exception {
    Exception driver = new IllegalStateException("link failure\n\nlast packet 3 ms ago");
    strike(new StoreUnavailable("away", new IllegalArgumentException("pool", driver)));

    http.get(PAY_ORDER).is(503, "B0503");

    assertThat(output)
        .contains(
            "WARN  ErrorAdvice - GET %s to be repeated: %s: away, caused by %s: link failure last packet 3 ms ago\n"
                .formatted(
                    PAY_ORDER,
                    StoreUnavailable.class.getName(),
                    IllegalStateException.class.getName()))
        .doesNotContain("\tat ");
  }

  /** A value that did not come with the request: from a database, from a channel. */
  @Test
  void anInvalidValueOfOursIsABug(CapturedOutput output) throws Exception {
    strike(new InvalidValue("payUrl", "pay-url"));

    http.get(PAY_ORDER).is(500, "B0001");

    assertThat(output).contains("ERROR ErrorAdvice - GET " + PAY_ORDER + " failed");
  }

  @Test
  void whoLosesToAnotherWriterIsAskedToRepeat() throws Exception {
    String payNo = http.created("ORD-1");
    strike(new StalePayOrder(http.order(payNo)));

    assertThat(http.pay(payNo).is(503, "B0503").header("Retry-After")).isEqualTo("1");
  }

  @Test
  void aBugIsLoggedOnceAndToldWithoutItsDetails(CapturedOutput output) throws Exception {
    strike(new IllegalStateException("SELECT secret FROM t_secret"));

    Answer answer = http.get(PAY_ORDER).is(500, "B0001").says("traceId：-");

    assertThat(answer.body()).doesNotContain("secret").doesNotContain("Exception");
    assertThat(output.getAll().split("SELECT secret", -1)).hasSize(2);
    assertThat(output).contains("ERROR ErrorAdvice - GET " + PAY_ORDER + " failed");
  }

  @Test
  void failuresAreToldInEnglishToo() throws Exception {
    Answer answer =
        http.perform(MockMvcRequestBuilders.get(PAY_ORDER).header("Accept-Language", "en-US"));

    assertThat(answer.is(404, "A0404").body())
        .isEqualTo("{\"code\":\"A0404\",\"message\":\"No such pay order\",\"data\":null}");
  }
}
