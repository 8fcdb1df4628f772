package com.yuge.payment.in.security;

import static com.yuge.payment.in.security.Callers.MANAGER;
import static com.yuge.payment.in.security.Callers.OPERATOR;
import static com.yuge.payment.in.security.Callers.REFUNDER;
import static com.yuge.payment.in.security.Callers.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.yuge.payment.in.Answer;
import com.yuge.payment.in.PaymentHttp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;

/** Who may give money back. */
class RefundAccessHttpTest {
  private final PaymentHttp http = Callers.service();

  @AfterEach
  void stop() {
    http.close();
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /payments/PAY20240101123000123000000000099/refunds, 403, 400, 403",
    "GET, /payments/PAY20240101123000123000000000099/refunds, 403, 404, 404",
    "HEAD, /payments/PAY20240101123000123000000000099/refunds, 403, 404, 404",
    "GET, /payments/PAY20240101123000123000000000099/refunds/order/r1, 403, 404, 404",
    "GET, /payments/refunds/REF20240101123000123000000000099, 403, 404, 404",
    "GET, /payments/refunds, 403, 403, 200",
    "POST, /payments/refunds/REF20240101123000123000000000099/reconcile, 403, 403, 400",
    "POST, /payments/refunds/REF20240101123000123000000000099/cancel, 403, 403, 400",
    "POST, /payments/refunds/REF20240101123000123000000000099/resolve, 403, 403, 400",
    "DELETE, /payments/refunds/REF20240101123000123000000000099, 403, 405, 403",
    "GET, /payments/refunds/x/y, 403, 404, 403",
    "GET, /payments/PAY20240101123000123000000000099, 404, 403, 404",
    "POST, /payments, 200, 403, 403"
  })
  void eachRoleMayDoItsOwn(String method, String path, int shop, int refunder, int operator)
      throws Exception {
    assertThat(status(method, path, SHOP)).isEqualTo(shop);
    assertThat(status(method, path, REFUNDER)).isEqualTo(refunder);
    assertThat(status(method, path, OPERATOR)).isEqualTo(operator);
    Callers.call(http, method, path, null).is(401, "A0301");
  }

  private int status(String method, String path, String key) throws Exception {
    return Callers.call(http, method, path, "Bearer " + key).response().getStatus();
  }

  @Test
  void unappliedMoneyIsGivenBackByOperatorsWhoMayRefund() throws Exception {
    String payNo = Callers.call(http, "POST", "/payments", "Bearer " + SHOP).isOk().payNo();
    http.paid(payNo, "T1", "1.00");
    http.paid(payNo, "T2", "1.00");
    String unapplied = ",\"tradeNo\":\"T2\"";

    refund(payNo, REFUNDER, unapplied).is(403, "A0301");
    refund(payNo, OPERATOR, unapplied).is(403, "A0301");
    Answer given = refund(payNo, MANAGER, unapplied).isOk();

    assertThat(given.<String>at("$.data.requestedBy")).isEqualTo("manager");
    assertThat(given.<String>at("$.data.origin")).isEqualTo("OPERATOR");
  }

  @Test
  void aRefundTellsWhoAskedForIt() throws Exception {
    String payNo = Callers.call(http, "POST", "/payments", "Bearer " + SHOP).isOk().payNo();
    http.paid(payNo, "T1", "1.00");

    Answer given = refund(payNo, REFUNDER, "").isOk();

    assertThat(given.<String>at("$.data.requestedBy")).isEqualTo("refunder");
    assertThat(given.<String>at("$.data.origin")).isEqualTo("CALLER");
  }

  private Answer refund(String payNo, String key, String more) throws Exception {
    return http.perform(
        post("/payments/" + payNo + "/refunds")
            .header("Authorization", "Bearer " + key)
            .contentType(MediaType.APPLICATION_JSON)
            .content("{\"refundOrderNo\":\"r1\",\"amount\":1,\"reason\":\"why\"" + more + "}"));
  }
}
