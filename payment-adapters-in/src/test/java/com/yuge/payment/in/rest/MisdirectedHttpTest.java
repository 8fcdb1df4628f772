package com.yuge.payment.in.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.in.Json;
import com.yuge.payment.in.PaymentHttp;
import com.yuge.payment.in.callback.SentCallback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A service with some slots only, to which a router sends what is not its own. */
class MisdirectedHttpTest {
  /** Its slot is 88, ORD-1's is another. */
  private static final String FOREIGN = "42";

  private static final String FOREIGN_PAY_NO = "PAY20260301100304567000000000088";

  private final PaymentHttp http = PaymentHttp.start("payment.slots=0-87,89-99");

  @AfterEach
  void stop() {
    http.close();
  }

  @Test
  void anOrderOfAnotherServiceIsNotCreated() throws Exception {
    http.post("/payments", Json.order(FOREIGN, "99.90")).is(421, "A0421");

    assertThat(http.store().commits()).isZero();
    assertThat(http.created("ORD-1")).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/payments/order/42",
        "/payments/PAY20260301100304567000000000088",
        "/payments/PAY20260301100304567000000000088/timeline",
        "/payments/PAY20260301100304567000000000088/refunds",
        "/payments/PAY20260301100304567000000000088/refunds/order/R1",
        "/payments/refunds/REF20260301100304567000000000088"
      })
  void noNumberOfAnotherServiceIsLookedUp(String path) throws Exception {
    http.get(path).is(421, "A0421");
  }

  @Test
  void nothingIsDoneToAnOrderOfAnotherService() throws Exception {
    String why = "{\"by\":\"li\",\"reason\":\"payer calls\"}";
    String refund = "{\"refundOrderNo\":\"R1\",\"amount\":1,\"reason\":\"returned\"}";

    http.pay(FOREIGN_PAY_NO).is(421, "A0421");
    http.post("/payments/" + FOREIGN_PAY_NO + "/refunds", refund).is(421, "A0421");
    http.post("/payments/refunds/REF20260301100304567000000000088/cancel", why).is(421, "A0421");
  }

  @Test
  void aCallbackAboutAnOrderOfAnotherServiceIsNeitherAcknowledgedNorStored() throws Exception {
    SentCallback.of(FOREIGN_PAY_NO, "SUCCESS").signAndSendTo(http).is(421, "A0421");

    assertThat(http.store().callbacks()).isEmpty();
  }
}
