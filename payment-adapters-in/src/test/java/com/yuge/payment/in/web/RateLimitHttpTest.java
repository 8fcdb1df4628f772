package com.yuge.payment.in.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.yuge.payment.in.Answer;
import com.yuge.payment.in.PaymentHttp;
import com.yuge.payment.in.security.Callers;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class RateLimitHttpTest {
  /** What one second's limit allows at once. */
  private static final int BURST = 10;

  private static final String[] LIMITS = {
    "payment.rate-limit.address-per-second=2", "payment.rate-limit.client-per-second=1"
  };

  private final PaymentHttp http = PaymentHttp.start(LIMITS);

  @AfterEach
  void stop() {
    http.close();
  }

  private Answer ask(String address) throws Exception {
    return http.perform(get("/payments/order/NONE").with(from -> from(from, address)));
  }

  private static MockHttpServletRequest from(MockHttpServletRequest request, String address) {
    request.setRemoteAddr(address);
    return request;
  }

  private void askOften(int times, String address) throws Exception {
    for (int i = 0; i < times; i++) {
      ask(address).is(404, "A0404");
    }
  }

  @Test
  void anAddressIsRefusedUntilItHasWaited() throws Exception {
    askOften(2 * BURST, "192.0.2.1");

    Answer refused = ask("192.0.2.1").is(429, "A0501").says("Retry-After");
    assertThat(refused.header("Retry-After")).isEqualTo("10");
    assertThat(refused.header("Cache-Control")).isEqualTo("no-store");
    ask("192.0.2.2").is(404, "A0404");

    http.clock().advance(Duration.ofSeconds(10));
    ask("192.0.2.1").is(404, "A0404");
  }

  @Test
  void aClientIsRefusedWhereverItCallsFrom() throws Exception {
    try (PaymentHttp closed = Callers.service(LIMITS)) {
      for (int i = 0; i < BURST; i++) {
        ask(closed, "192.0.2." + i % 2, Callers.SHOP).is(404, "A0404");
      }

      ask(closed, "192.0.2.3", Callers.SHOP).is(429, "A0501");
      ask(closed, "192.0.2.3", Callers.OPERATOR).is(404, "A0404");
    }
  }

  private static Answer ask(PaymentHttp http, String address, String key) throws Exception {
    return http.perform(
        get("/payments/order/NONE")
            .header("Authorization", "Bearer " + key)
            .with(from -> from(from, address)));
  }

  @Test
  void itIsToldInTheCallersLanguage() throws Exception {
    askOften(2 * BURST, "192.0.2.1");

    http.perform(
            get("/payments/order/NONE")
                .header("Accept-Language", "en")
                .with(request -> from(request, "192.0.2.1")))
        .is(429, "A0501")
        .says("Too many");
  }

  /** What cannot be told from a signed callback must not be kept out by others. */
  @Test
  void callbacksAreNotCounted() throws Exception {
    for (int i = 0; i < 3 * BURST; i++) {
      http.post("/payments/mock-callback", "{}").is(400, "A0400");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2001:db8:1:2:aaaa::1, 2001:db8:1:2:bbbb::2, true",
    "2001:db8:1:2::1, 2001:db8:1:3::1, false",
    "fe80::1%eth0, fe80::2%eth1, true",
    "::ffff:192.0.2.1, 192.0.2.1, true",
    "192.0.2.1, 192.0.2.2, false",
    "0:0:0:0:0:0:0:1, ::1, true"
  })
  void addressesOfOneNetworkOfIpv6AreOne(String one, String other, boolean same) {
    assertThat(address(one).equals(address(other))).isEqualTo(same);
  }

  private static String address(String text) {
    return RemoteAddress.of(from(new MockHttpServletRequest(), text));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "999999999, 1", "1000000000, 1", "1000000001, 2", "9999999999, 10"})
  void whoWaitsWholeSecondsHasWaitedLongEnough(long nanos, String seconds) {
    assertThat(RateLimitExceeded.seconds(Duration.ofNanos(nanos))).isEqualTo(seconds);
  }
}
