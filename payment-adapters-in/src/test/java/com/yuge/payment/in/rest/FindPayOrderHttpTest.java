package com.yuge.payment.in.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.shared.OrderNo;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.in.PaymentHttp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindPayOrderHttpTest {
  private final PaymentHttp http = PaymentHttp.start();

  @AfterEach
  void stop() {
    http.close();
  }

  @Test
  void aPayOrderIsFoundByEitherNumber() throws Exception {
    String payNo = http.created("ORD-1");
    String created = http.get("/payments/" + payNo).isOk().body();

    assertThat(http.get("/payments/order/ORD-1").isOk().body()).isEqualTo(created);
    assertThat(created).contains("\"orderNo\":\"ORD-1\"", "\"amount\":99.90");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/payments/PAY20240101123000000000000000099",
        "/payments/order/ORD-99",
        "/payments/pay20240101123000000000000000001",
        "/payments/PAY2024",
        "/payments/77",
        "/payments/order/a.b",
        "/payments/order/a+b",
        "/payments/order/",
        "/payments/order",
        "/payments/order/123456789012345678901234567890123",
        "/payments/PAY20240101123000000000000000001/refunds"
      })
  void whatIsNotThereIsNotFound(String path) throws Exception {
    http.created("ORD-1");

    http.get(path).is(404, "A0404");
  }

  @Test
  void thePathsHaveTheGrammarsOfTheNumbers() {
    assertThat(PayOrderController.PAY_ORDER).contains("{payNo:" + PayNo.GRAMMAR.pattern() + "}");
    assertThat(PayOrderController.PAY_ORDER_OF)
        .contains("{orderNo:" + OrderNo.GRAMMAR.pattern() + "}");
  }
}
