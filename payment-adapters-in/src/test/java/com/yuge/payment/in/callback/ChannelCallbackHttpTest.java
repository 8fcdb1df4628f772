package com.yuge.payment.in.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.yuge.payment.domain.callback.CallbackSigner;
import com.yuge.payment.domain.order.PayStatus;
import com.yuge.payment.in.Answer;
import com.yuge.payment.in.PaymentHttp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;

/** The paths that channels call, by that of the MOCK channel. */
class ChannelCallbackHttpTest {
  private static final String PATH = "/channels/mock/payments";
  private static final String ACCEPTED =
      "{\"code\":\"00000\",\"message\":\"success\",\"data\":null}";
  private static final String REFUSED =
      "{\"code\":\"A0400\",\"message\":\"refused\",\"data\":null}";

  private final PaymentHttp http = PaymentHttp.start("payment.rate-limit.unverified-per-minute=10");
  private String payNo = "";

  @BeforeEach
  void aPayOrder() throws Exception {
    payNo = http.created("ORD-1");
  }

  @AfterEach
  void stop() {
    http.close();
  }

  private SentCallback genuine() {
    return SentCallback.of(payNo, "SUCCESS").signedBy(http.bean(CallbackSigner.class));
  }

  private static void is(Answer answer, int status, String body) throws Exception {
    assertThat(answer.response().getStatus()).isEqualTo(status);
    assertThat(answer.response().getContentType()).isEqualTo("application/json");
    assertThat(answer.response().getContentAsString()).isEqualTo(body);
  }

  @Test
  void aCallbackIsProcessedAndAnsweredInTheChannelsOwnWords() throws Exception {
    is(http.post(PATH, genuine().json()), 200, ACCEPTED);

    assertThat(http.order(payNo).status()).isEqualTo(PayStatus.SUCCESS);
    assertThat(http.lastLogged().reason()).isEqualTo("APPLIED");
  }

  /** One callback, whichever way it comes. */
  @Test
  void bothPathsOfTheMockChannelAreOne() throws Exception {
    Answer first = genuine().sendTo(http).isOk();
    is(http.post(PATH, genuine().json()), 200, ACCEPTED);

    assertThat(first.<String>at("$.data.result")).isEqualTo("PROCESSED");
    assertThat(http.lastLogged().reason()).isEqualTo("SAME_CALLBACK");
  }

  @Test
  void anAcceptHeaderChangesNothing() throws Exception {
    is(
        http.perform(
            post(PATH)
                .contentType(MediaType.APPLICATION_JSON)
                .accept(MediaType.IMAGE_PNG)
                .content(genuine().json())),
        200,
        ACCEPTED);
  }

  @Test
  void aForgeryIsRefusedAndKept() throws Exception {
    is(http.post(PATH, genuine().signature(RejectedCallbacks.FORGED).json()), 401, REFUSED);

    assertThat(http.order(payNo).status()).isEqualTo(PayStatus.INIT);
    assertThat(http.lastLogged().reason()).isEqualTo("BAD_SIGNATURE");
    assertThat(http.lastLogged().payNo()).isEqualTo(http.order(payNo).payNo());
  }

  @ParameterizedTest
  @CsvSource({"{}, MALFORMED", "[], MALFORMED", "x, MALFORMED"})
  void whatIsMalformedIsRefusedAndKept(String body, String reason) throws Exception {
    is(http.post(PATH, body), 400, REFUSED);

    assertThat(http.lastLogged().reason()).isEqualTo(reason);
    assertThat(http.lastLogged().payload()).isEqualTo(body);
  }

  @Test
  void anotherTypeOrABodyThatIsTooLongIsRefusedAndKept() throws Exception {
    is(
        http.perform(post(PATH).contentType("application/x-www-form-urlencoded").content("a=1")),
        415,
        REFUSED);
    assertThat(http.lastLogged().reason()).isEqualTo("NOT_JSON");

    is(http.post(PATH, " ".repeat(64 * 1024 + 1)), 413, REFUSED);
    assertThat(http.lastLogged().reason()).isEqualTo("TOO_LARGE");
  }

  @Test
  void anOrderThatTheChannelDoesNotHaveIsRefused() throws Exception {
    SentCallback unknown =
        SentCallback.of("PAY20240101123000123000000000099", "SUCCESS")
            .signedBy(http.bean(CallbackSigner.class));

    is(http.post(PATH, unknown.json()), 404, REFUSED);
  }

  /** Nothing signs a query. */
  @Test
  void aQueryIsRefusedAndKept() throws Exception {
    is(http.post(PATH + "?payNo=1", genuine().json()), 400, REFUSED);

    assertThat(http.order(payNo).status()).isEqualTo(PayStatus.INIT);
    assertThat(http.lastLogged().reason()).isEqualTo("QUERY");
  }

  @Test
  void whatIsNotBelievedComesOnlySoOften() throws Exception {
    for (int i = 0; i < 10; i++) {
      is(http.post(PATH, "{}"), 400, REFUSED);
    }

    http.post(PATH, "{}").is(429, "A0501");
    is(http.post(PATH, genuine().json()), 200, ACCEPTED);
  }

  /** A path has one spelling, and is there only while its channel is. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/channels/MOCK/payments",
        "/channels/Mock/payments",
        "/channels/mock/Payments",
        "/channels/mock/statements",
        "/channels/alipay/notify",
        "/channels/mock",
        "/channels/mock/payments/",
        "/channels/mock/payments/x",
        "/channels"
      })
  void elsewhereThereIsNothing(String path) throws Exception {
    http.post(path, genuine().json()).is(404, "A0404");

    assertThat(http.store().callbacks()).isEmpty();
  }

  @Test
  void otherMethodsAreRefused() throws Exception {
    http.perform(get(PATH)).is(405, "A0405");
  }

  @Test
  void withoutTheMockChannelItHasNoPath() throws Exception {
    try (PaymentHttp none = PaymentHttp.start("payment.mock.enabled=false")) {
      none.post(PATH, "{}").is(404, "A0404");
    }
  }

  @Test
  void nobodyNeedsAKeyToCallBackAndEveryOtherPathAsksForOne() throws Exception {
    try (PaymentHttp closed =
        PaymentHttp.start(
            "payment.security.clients[0].name=shop",
            "payment.security.clients[0].roles=payments",
            "payment.security.clients[0].key-sha256=" + "0".repeat(64))) {
      is(closed.post(PATH, "{}"), 400, REFUSED);
      closed.post("/channels/mock/statements", "{}").is(401, "A0301");
      closed.post("/channels/other/payments", "{}").is(401, "A0301");
    }
  }
}
