package com.yuge.payment.in.callback;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.callback.CallbackRecord;
import com.yuge.payment.domain.callback.CallbackResult;
import com.yuge.payment.domain.callback.CallbackSigner;
import com.yuge.payment.domain.order.PayStatus;
import com.yuge.payment.in.PaymentHttp;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What is not believed changes nothing, occupies nothing, and is kept. */
abstract class RejectedCallbacks {
  static final String FORGED = "0123456789ABCDEF0123456789ABCDEF";

  final PaymentHttp http = PaymentHttp.start();
  String payNo = "";

  @BeforeEach
  void aPayOrder() throws Exception {
    payNo = http.created("ORD-1");
  }

  @AfterEach
  void stop() {
    http.close();
  }

  SentCallback genuine() {
    return SentCallback.of(payNo, "SUCCESS").signedBy(http.bean(CallbackSigner.class));
  }

  void isKeptOnly(String reason) {
    CallbackRecord logged = http.lastLogged();
    assertThat(logged.reason()).isEqualTo(reason);
    assertThat(logged.result()).isEqualTo(CallbackResult.FAILED);
    assertThat(logged.signatureValid()).isFalse();
    assertThat(logged.id()).isNull();
    assertThat(http.store().events()).isEmpty();
    assertThat(http.order(payNo).status()).isEqualTo(PayStatus.INIT);
    assertThat(
            http.bean(MeterRegistry.class)
                .get("payment.callbacks")
                .tags("result", "FAILED", "reason", reason)
                .counter()
                .count())
        .isEqualTo(http.store().callbacks().size());
  }
}
