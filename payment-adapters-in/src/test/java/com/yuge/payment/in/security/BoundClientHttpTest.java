package com.yuge.payment.in.security;

import static com.yuge.payment.in.security.TwoMerchants.A;
import static com.yuge.payment.in.security.TwoMerchants.B;
import static com.yuge.payment.in.security.TwoMerchants.BOTH;
import static com.yuge.payment.in.security.TwoMerchants.OPERATOR;
import static com.yuge.payment.in.security.TwoMerchants.UNBOUND;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.limit.ChangeLimits;
import com.yuge.payment.domain.limit.ChangeLimits.Terms;
import com.yuge.payment.domain.limit.LimitScope;
import com.yuge.payment.domain.limit.LimitSubject;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.OperatorReason;
import com.yuge.payment.in.Answer;
import com.yuge.payment.in.Json;
import java.math.BigDecimal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a client may do that is bound to merchants. */
class BoundClientHttpTest {
  private final TwoMerchants merchants = new TwoMerchants();

  BoundClientHttpTest() throws Exception {}

  @AfterEach
  void stop() {
    merchants.close();
  }

  private Answer create(String key, String more) throws Exception {
    String body = "{\"orderNo\":\"ORD-1\",\"amount\":1" + more + "}";
    return merchants.call(key, "POST", "/payments", body);
  }

  private Answer get(String key, String path) throws Exception {
    return merchants.call(key, "GET", path, "");
  }

  @Test
  void itsOrdersAreThoseOfItsMerchant() throws Exception {
    Answer created = create(A, "").isOk();
    String path = "/payments/" + created.payNo();

    assertThat(created.<String>at("$.data.merchantNo")).isEqualTo("MERCHANT-A");
    assertThat(create(A, ",\"merchantNo\":\"MERCHANT-A\"").isOk().payNo())
        .isEqualTo(created.payNo());
    get(A, path).isOk();
    get(A, "/payments/order/ORD-1").isOk();
    merchants.call(A, "POST", path + "/pay", "{}").isOk();
    get(B, path).is(404, "A0404");
  }

  @ParameterizedTest
  @CsvSource({
    "merchant-a-key, MERCHANT-B",
    "merchant-a-key, merchant-a",
    "merchant-a-key, MERCHANT-A2",
    "merchants-key, MERCHANT-C"
  })
  void itNamesNoOtherMerchant(String key, String merchant) throws Exception {
    create(key, ",\"merchantNo\":\"" + merchant + "\"").is(403, "A0301");

    get(UNBOUND, "/payments/order/ORD-1").is(404, "A0404");
  }

  @Test
  void ofSeveralMerchantsItNamesOne() throws Exception {
    create(BOTH, "").is(400, "A0400").says("merchantNo：必须提供");
    create(BOTH, ",\"merchantNo\":\"MERCHANT-B\"").isOk();

    get(BOTH, "/payments/order/ORD-1").isOk();
    get(BOTH, "/payments/order/B-PAID").isOk();
    get(B, "/payments/order/ORD-1").isOk();
    get(A, "/payments/order/ORD-1").is(404, "A0404");
  }

  @Test
  void anOrderWithoutAMerchantIsNotItsOwn() throws Exception {
    String payNo = create(UNBOUND, "").isOk().payNo();

    get(A, "/payments/" + payNo).is(404, "A0404");
    create(A, "").is(409, "A0409");
    get(UNBOUND, "/payments/" + payNo).isOk();
    get(OPERATOR, "/payments/" + payNo).isOk();
  }

  /** A number that is taken is a conflict, whatever else the order is. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"amount\":77.77,\"userNo\":\"B-USER\",\"subject\":\"B-GOODS\"",
        "\"amount\":1",
        "\"amount\":1,\"channel\":\"NONE\"",
        "\"amount\":1000"
      })
  void ofAnotherMerchantsNumberItLearnsThatItIsTaken(String rest) throws Exception {
    Terms small = new Terms(Money.cny(new BigDecimal("999")), null, 1);
    assertThat(
            merchants
                .http
                .bean(ChangeLimits.class)
                .put(
                    new LimitSubject(LimitScope.MERCHANT, "MERCHANT-A"),
                    small,
                    new OperatorReason("li", "why")))
        .isNotNull();

    for (String orderNo : new String[] {"B-OPEN", "B-PAID"}) {
      String body = "{\"orderNo\":\"" + orderNo + "\"," + rest + "}";
      Answer answer = merchants.call(A, "POST", "/payments", body).is(409, "A0409");
      assertThat(answer.body()).endsWith("\"data\":{\"cause\":\"DIFFERENT\"}}");
    }
  }

  @Test
  void theCopyOfAFinalOrderIsHidden() throws Exception {
    String path = "/payments/" + merchants.paid;
    get(B, path).isOk();

    get(A, path).is(404, "A0404");

    get(UNBOUND, path).isOk();
  }

  @Test
  void otherClientsSeeTheOrdersOfAll() throws Exception {
    get(UNBOUND, "/payments/order/B-PAID").isOk();
    get(OPERATOR, "/payments/order/B-PAID").isOk();
    merchants.call(UNBOUND, "POST", "/payments", Json.order("C-1", "1")).isOk();
  }

  @RestController
  static class Reports {
    @GetMapping("/channels/mock/test-report")
    String report() {
      return "all that there is";
    }
  }

  /** The rules for paths open a new one to each client with a key. */
  @Test
  void anEndpointThatNobodyThoughtOfIsClosed() throws Exception {
    try (TwoMerchants more = new TwoMerchants(Reports.class)) {
      assertThat(more.call(UNBOUND, "GET", "/channels/mock/test-report", "").body())
          .isEqualTo("all that there is");
      more.call(A, "GET", "/channels/mock/test-report", "").is(403, "A0301");
      more.call(A, "GET", "/nothing", "").is(404, "A0404");
    }
  }
}
