package com.yuge.payment.in.security;

import static com.yuge.payment.in.security.Callers.OPERATOR;
import static com.yuge.payment.in.security.Callers.SHOP;
import static com.yuge.payment.in.security.Callers.SHOP_BEFORE;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.in.Answer;
import com.yuge.payment.in.PaymentHttp;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

class ClientAccessHttpTest {
  private static final String UNKNOWN = "/payments/PAY20240101123000123000000000099";

  /** One for all calls, because none changes what another is answered. */
  private static PaymentHttp http;

  @BeforeAll
  static void start() {
    http = Callers.service();
  }

  @AfterAll
  static void stop() {
    http.close();
  }

  private Answer call(String method, String path, String key) throws Exception {
    return Callers.call(http, method, path, "Bearer " + key);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /payments, 200, 403",
    "POST, /payments/PAY20240101123000123000000000099/pay, 404, 403",
    "GET, /payments/PAY20240101123000123000000000099, 404, 404",
    "GET, /payments/order/ORD-1, 404, 404",
    "GET, /payments/order/timeline, 404, 404",
    "GET, /payments/order/refunds, 404, 404",
    "GET, /payments/PAY20240101123000123000000000099/timeline, 403, 404",
    "POST, /payments/PAY20240101123000123000000000099/reconcile, 403, 404",
    "GET, /payments/unapplied, 403, 200",
    "POST, /payments/unapplied/1/accept, 403, 400",
    "GET, /payments/unapplied/, 403, 404",
    "GET, /payments/claims, 403, 200",
    "GET, /payments/overdue, 403, 200",
    "GET, /payments/trade, 403, 400",
    "GET, /payments/PAY20240101123000123000000000099/timeline/, 404, 403",
    "GET, /payments/PAY20240101123000123000000000099/Timeline, 404, 403",
    "HEAD, /payments/PAY20240101123000123000000000099/timeline, 403, 404",
    "OPTIONS, /payments/PAY20240101123000123000000000099/timeline, 403, 200",
    "OPTIONS, /payments, 200, 403",
    "POST, /payments/mock-callback/, 404, 403",
    "GET, /actuator, 403, 404",
    "GET, /actuator/health, 403, 404",
    "GET, /actuator/outbox, 403, 404",
    "POST, /actuator/outbox/pause, 403, 404",
    "GET, /nowhere, 404, 404",
    "GET, /error, 404, 404"
  })
  void eachRoleMayDoItsOwn(String method, String path, int shop, int operator) throws Exception {
    assertThat(call(method, path, SHOP).response().getStatus()).isEqualTo(shop);
    assertThat(call(method, path, OPERATOR).response().getStatus()).isEqualTo(operator);
    Callers.call(http, method, path, null).is(401, "A0301");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer wrong-key",
        "Bearer Shop-key",
        "Bearer shop-key ",
        "Bearer",
        "Bearer ",
        "Bearer shop-key,operator-key",
        "Basic c2hvcDpzaG9wLWtleQ==",
        "shop-key",
        // The hash of the key is no key.
        "Bearer 44cfdcdd88354fa1412781f5a01a901c9112db33bfa8b165fbec9b618d9cf112",
        "\u0000\u0085"
      })
  void whoHasNoValidKeyIsToldHowToShowOne(String authorization) throws Exception {
    Answer answer = Callers.call(http, "GET", UNKNOWN, authorization).is(401, "A0301");

    assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    answer.says("Authorization");
    assertThat(answer.body()).doesNotContain("shop");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer ", "bearer ", "BEARER  "})
  void theSchemeIsReadAsTheStandardSays(String scheme) throws Exception {
    Callers.call(http, "GET", UNKNOWN, scheme + SHOP).is(404, "A0404");
  }

  @Test
  void bothKeysAreValidWhileOneIsRotated() throws Exception {
    call("GET", UNKNOWN, SHOP).is(404, "A0404");
    call("GET", UNKNOWN, SHOP_BEFORE).is(404, "A0404");
  }

  @ParameterizedTest
  @CsvSource({"en, key", "zh-CN, 密钥"})
  void unknownCallersAreToldInTheirLanguage(String language, String word) throws Exception {
    http.perform(MockMvcRequestBuilders.get(UNKNOWN).header("Accept-Language", language))
        .is(401, "A0301")
        .says(word);
  }

  @ParameterizedTest
  @CsvSource({"en, may not", "zh-CN, 无权"})
  void whatIsNotAllowedIsToldInTheCallersLanguage(String language, String word) throws Exception {
    http.perform(
            MockMvcRequestBuilders.get(UNKNOWN + "/timeline")
                .header("Authorization", "Bearer " + SHOP)
                .header("Accept-Language", language))
        .is(403, "A0301")
        .says(word);
  }

  @Test
  void aCallbackNeedsItsSignatureAndNoKey() throws Exception {
    http.post("/payments/mock-callback", "{}").is(400, "A0400");
    Callers.call(http, "POST", "/payments/mock-callback", "Bearer wrong").is(400, "A0400");
  }

  @Test
  void aCallbackPathThatIsSwitchedOffLooksLikeAnyOther() throws Exception {
    try (PaymentHttp off = Callers.service("payment.mock.enabled=false")) {
      off.post("/payments/mock-callback", "{}").is(401, "A0301");
      off.post("/payments/nothing", "{}").is(401, "A0301");
      Callers.call(off, "POST", "/payments/mock-callback", "Bearer " + SHOP).is(404, "A0404");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/payments;a=b", "//payments", "/payments/%2e%2e/x", "/payments/.;/x"})
  void pathsThatCanBeReadInTwoWaysAreRefused(String path) throws Exception {
    Answer answer =
        http.perform(
            MockMvcRequestBuilders.get(URI.create("http://localhost" + path))
                .header("Authorization", "Bearer " + SHOP));

    assertThat(answer.response().getStatus()).isEqualTo(400);
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
  }

  @Test
  void nothingIsRememberedOfACaller() throws Exception {
    call("GET", UNKNOWN, SHOP).is(404, "A0404");

    assertThat(SecurityContextHolder.getContext().getAuthentication()).isNull();
    assertThat(MDC.get("client")).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "X-Content-Type-Options, nosniff",
    "Cache-Control, no-store",
    "X-Frame-Options, DENY",
    "Referrer-Policy, no-referrer"
  })
  void everyAnswerHasTheHeaders(String name, String value) throws Exception {
    assertThat(http.get(UNKNOWN).header(name)).isEqualTo(value);
    assertThat(call("GET", UNKNOWN, SHOP).header(name)).isEqualTo(value);
    assertThat(call("GET", "/nowhere", SHOP).header(name)).isEqualTo(value);
  }

  @Test
  void noCookieIsSet() throws Exception {
    assertThat(http.get(UNKNOWN).response().getCookies()).isEmpty();
    assertThat(call("POST", "/payments", SHOP).response().getCookies()).isEmpty();
  }
}
