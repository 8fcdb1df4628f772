package com.yuge.payment.in.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.channel.ChannelResult;
import com.yuge.payment.domain.channel.ChannelResult.Status;
import com.yuge.payment.domain.limit.ChangeLimits;
import com.yuge.payment.domain.limit.ChangeLimits.Terms;
import com.yuge.payment.domain.limit.Limit;
import com.yuge.payment.domain.limit.LimitScope;
import com.yuge.payment.domain.limit.LimitSubject;
import com.yuge.payment.domain.order.AuditEntry.Action;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.OperatorReason;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.in.Answer;
import com.yuge.payment.in.PaymentHttp;
import io.micrometer.core.instrument.MeterRegistry;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a caller is told of limits. It is half past twelve in the shop. */
class LimitHttpTest {
  private final PaymentHttp http = PaymentHttp.start();

  @AfterEach
  void stop() {
    http.close();
  }

  private void limit(LimitScope scope, @Nullable String perTransaction, @Nullable String perDay) {
    String subject = scope == LimitScope.USER ? "U-1" : "M-1";
    Terms terms = new Terms(money(perTransaction), money(perDay), 1);
    assertThat(
            http.bean(ChangeLimits.class)
                .put(new LimitSubject(scope, subject), terms, new OperatorReason("li", "why")))
        .isNotNull();
  }

  private static @Nullable Money money(@Nullable String amount) {
    return amount == null ? null : Money.cny(new BigDecimal(amount));
  }

  private Answer create(String orderNo, String amount) throws Exception {
    String body = "{\"orderNo\":\"%s\",\"amount\":%s,\"merchantNo\":\"M-1\",\"userNo\":\"U-1\"}";
    return http.post("/payments", body.formatted(orderNo, amount));
  }

  private double refused(LimitScope scope, String limit) {
    return http.bean(MeterRegistry.class)
        .counter("payment.limits.refused", "scope", scope.name(), "limit", limit)
        .count();
  }

  @ParameterizedTest
  @EnumSource(LimitScope.class)
  void aPaymentThatIsTooLargeIsNotCreated(LimitScope scope) throws Exception {
    limit(scope, "100.00", null);

    Answer over = create("ORD-1", "100.01").is(422, "A0605").says("单笔限额");

    assertThat(over.body())
        .endsWith("\"data\":{\"cause\":\"PER_TRANSACTION\",\"scope\":\"" + scope + "\"}}");
    http.get("/payments/order/ORD-1").is(404, "A0404");
    create("ORD-1", "100.00").isOk();
    assertThat(refused(scope, "LIMIT_PER_TRANSACTION")).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(LimitScope.class)
  void aPaymentThatTheDayHasNoRoomForIsNotOpened(LimitScope scope) throws Exception {
    limit(scope, null, "100.00");
    http.pay(create("ORD-1", "60.00").payNo()).isOk();
    String second = create("ORD-2", "40.01").isOk().payNo();

    Answer over = http.pay(second).is(422, "A0605").says("当日限额");

    assertThat(over.body())
        .endsWith(
            "\"data\":{\"cause\":\"PER_DAY\",\"scope\":\"%s\",\"resetsAt\":\"2024-01-02T00:00:00\"}}"
                .formatted(scope));
    assertThat(refused(scope, "LIMIT_PER_DAY")).isEqualTo(1);
    assertThat(http.get("/payments/" + second).isOk().<String>at("$.data.status"))
        .isEqualTo("INIT");
    http.pay(create("ORD-3", "40.00").payNo()).isOk();
  }

  /** The shop's midnight is told in the shop's time. */
  @ParameterizedTest
  @CsvSource({"UTC, 2024-01-02T00:00:00", "Pacific/Auckland, 2024-01-02T00:00:00"})
  void theDayIsTheShops(String zone, String resetsAt) throws Exception {
    try (PaymentHttp shop = PaymentHttp.start("payment.time-zone=" + zone)) {
      Limit everyUsers =
          shop.bean(ChangeLimits.class)
              .put(
                  new LimitSubject(LimitScope.USER, LimitSubject.EACH),
                  new Terms(null, money("1"), 1),
                  new OperatorReason("li", "why"));
      assertThat(everyUsers.shards()).isOne();
      String body = "{\"orderNo\":\"ORD-1\",\"amount\":2,\"userNo\":\"U-1\"}";
      String payNo = shop.post("/payments", body).isOk().payNo();

      assertThat(shop.pay(payNo).is(422, "A0605").<String>at("$.data.resetsAt"))
          .isEqualTo(resetsAt);
    }
  }

  @Test
  void aFailedPaymentMakesRoomForAnother() throws Exception {
    limit(LimitScope.USER, null, "100.00");
    String first = create("ORD-1", "100.00").payNo();
    String second = create("ORD-2", "100.00").payNo();
    http.pay(first).isOk();
    http.pay(first).isOk();
    http.pay(second).is(422, "A0605");

    ChannelResult failed = new ChannelResult(new PayNo(first), Status.FAILED, null, null, null);
    assertThat(http.apply().handle(failed, Action.QUERY)).isPresent();

    http.pay(second).isOk();
  }

  @Test
  void theNextDayHasALimitOfItsOwn() throws Exception {
    limit(LimitScope.USER, null, "100.00");
    http.clock().advance(Duration.ofHours(11).plusMinutes(20));
    http.pay(create("ORD-1", "100.00").payNo()).isOk();
    String second = create("ORD-2", "100.00").payNo();
    http.pay(second).is(422, "A0605");

    http.clock().advance(Duration.ofMinutes(10));

    http.pay(second).isOk();
  }

  /** It was agreed to. A caller who did not get the answer asks again. */
  @Test
  void theRepeatOfAnOrderIsAnsweredWhateverTheLimitIsNow() throws Exception {
    Answer first = create("ORD-1", "100.00").isOk();
    limit(LimitScope.USER, "10.00", null);

    assertThat(create("ORD-1", "100.00").isOk().payNo()).isEqualTo(first.payNo());
    create("ORD-1", "100.01").is(409, "A0409");
    create("ORD-2", "100.00").is(422, "A0605");
    http.pay(first.payNo()).isOk();
  }

  @Test
  void theUsersLimitIsToldBeforeTheMerchants() throws Exception {
    limit(LimitScope.MERCHANT, "5.00", null);
    limit(LimitScope.USER, "10.00", null);

    assertThat(create("ORD-1", "11.00").is(422, "A0605").<String>at("$.data.scope"))
        .isEqualTo("USER");
    assertThat(create("ORD-1", "6.00").is(422, "A0605").<String>at("$.data.scope"))
        .isEqualTo("MERCHANT");
  }

  @Test
  void anOrderOfNobodyHasNoLimit() throws Exception {
    limit(LimitScope.USER, "10.00", "10.00");

    http.pay(http.created("ORD-1")).isOk();
  }
}
