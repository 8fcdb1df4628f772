package com.yuge.payment.in.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.in.Json;
import com.yuge.payment.in.PaymentHttp;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;

/** Without a client configured. */
class OpenServiceHttpTest {
  @Test
  void nobodyNeedsAKey() throws Exception {
    try (PaymentHttp http = PaymentHttp.start()) {
      http.post("/payments", Json.order("ORD-1", "99.90")).isOk();
      assertThat(http.get("/nowhere").is(404, "A0404").header("Cache-Control"))
          .isEqualTo("no-store");
    }
  }

  @Test
  void thenOnlyLoopbackIsListenedOnWhateverIsConfigured() throws Exception {
    TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory();
    factory.setAddress(InetAddress.getByName("0.0.0.0"));
    try (PaymentHttp http = PaymentHttp.start()) {
      http.bean(LoopbackWhileOpen.class).customize(factory);
    }
    assertThat(factory.getAddress()).isEqualTo(InetAddress.getLoopbackAddress());
  }

  @Test
  void withKeysTheAddressIsAsConfigured() throws Exception {
    TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory();
    factory.setAddress(InetAddress.getByName("0.0.0.0"));
    try (PaymentHttp http = Callers.service()) {
      http.bean(LoopbackWhileOpen.class).customize(factory);
    }
    assertThat(factory.getAddress()).isEqualTo(InetAddress.getByName("0.0.0.0"));
  }
}
