package com.yuge.payment.out.jdbc;

import static com.yuge.payment.domain.fixtures.PayOrderBook.NO_PAYMENTS;
import static com.yuge.payment.domain.fixtures.PayOrderBook.TIME_TO_PAY;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayNo;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aRequest;
import static com.yuge.payment.domain.fixtures.PayOrderBook.anOrderNo;
import static com.yuge.payment.domain.fixtures.PayOrderBook.success;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.callback.CallbackRecord;
import com.yuge.payment.domain.callback.CallbackResult;
import com.yuge.payment.domain.fixtures.TestChannels;
import com.yuge.payment.domain.order.AuditEntry;
import com.yuge.payment.domain.order.AuditEntry.Action;
import com.yuge.payment.domain.order.PaidTrade;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayStatus;
import com.yuge.payment.domain.order.PaymentOutcome.Applied;
import com.yuge.payment.domain.order.PaymentOutcome.LateSuccess;
import com.yuge.payment.domain.shared.PayNo;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JVM, server and session each think of another time zone; an instant is the same to all. */
class TimeZonesTest {
  private static final String NEW_YORK = "America/New_York";
  private static final String PRESERVING =
      "connectionTimeZone=America/New_York&preserveInstants=true";
  private static final String TOKYO = "Asia/Tokyo";
  private static final String FORCING =
      "connectionTimeZone=%2B09:00&forceConnectionTimeZoneToSession=true";
  private static final String SERVERS =
      "connectionTimeZone=SERVER&sessionVariables=time_zone='-03:30'";

  /** In UTC, 02:30 and 01:30: the first is no time in New York that day, the second is twice. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-08T02:30:00.567891Z",
        "2026-11-01T01:30:00.000001Z",
        "2026-12-31T23:59:59.999999Z"
      })
  void whatOneWritesAllReadToTheMicrosecond(Instant at) {
    Written written;
    try (ZonedService newYork = new ZonedService(NEW_YORK, "-07:00", PRESERVING)) {
      written = write(newYork, at);
      assertRead(newYork, written, at);
    }
    try (ZonedService tokyo = new ZonedService(TOKYO, "+05:45", FORCING)) {
      assertRead(tokyo, written, at);
      assertThat(write(tokyo, at).paid().paidAt()).isEqualTo(at);
    }
    try (ZonedService newYork = new ZonedService(NEW_YORK, "+05:45", SERVERS)) {
      assertRead(newYork, written, at);
    }
    assertThat(textOf(written.paid())).isEqualTo(LocalDateTime.ofInstant(at, ZoneOffset.UTC));
  }

  @Test
  void theZonesDoDiffer() {
    try (ZonedService service = new ZonedService(NEW_YORK, "+05:45", SERVERS)) {
      assertThat(service.zones()).containsExactly("+05:45", "+00:00", NEW_YORK);
    }
  }

  private record Written(PayOrder paid, PayOrder late) {}

  private static Written write(ZonedService service, Instant at) {
    PayOrder paid = service.transactions().call(() -> pay(service, at));
    PayOrder late = service.transactions().call(() -> payLate(service, at));
    return new Written(paid, late);
  }

  private static PayOrder pay(ZonedService service, Instant at) {
    PayOrder order = service.orders().add(anOrderOf(at));
    Applied paid = (Applied) order.apply(success(order, "T" + order.id()), NO_PAYMENTS, at);
    service.orders().advance(paid.order());
    assertThat(service.trades().add(Objects.requireNonNull(paid.received()))).isTrue();
    service.outbox().append(paid.event());
    service.callbacks().add(aCallback(order.payNo(), at));
    service.audit().record(anEntry(order.payNo(), at));
    return paid.order();
  }

  private static PayOrder payLate(ZonedService service, Instant at) {
    PayOrder order = service.orders().add(anOrderOf(at));
    PayOrder closed = order.close("EXPIRED", at).order();
    service.orders().advance(closed);
    LateSuccess late =
        (LateSuccess) closed.apply(success(closed, "T" + order.id()), NO_PAYMENTS, at);
    service.orders().raiseVersion(late.order());
    assertThat(service.trades().add(late.received())).isTrue();
    return late.order();
  }

  private static void assertRead(ZonedService service, Written written, Instant at) {
    PayNo payNo = written.paid().payNo();
    assertThat(service.orders().find(payNo)).contains(written.paid());
    assertThat(service.orders().find(written.late().payNo())).contains(written.late());
    assertThat(service.trades().of(payNo)).extracting(PaidTrade::receivedAt).containsExactly(at);
    assertThat(service.instant("t_pay_callback_log", "pay_no", payNo)).isEqualTo(at);
    assertThat(service.instant("t_pay_reconcile_audit", "pay_no", payNo)).isEqualTo(at);
    assertThat(service.instant("t_outbox_event", "aggregate_key", payNo)).isEqualTo(at);
  }

  /** As a person sees it who asks the database itself. */
  private static LocalDateTime textOf(PayOrder order) {
    List<String> text =
        TestDatabase.jdbc()
            .sql("SELECT DATE_FORMAT(paid_at, '%Y-%m-%dT%H:%i:%s.%f') FROM t_pay_order WHERE id=?")
            .param(order.id())
            .query(String.class)
            .list();
    return LocalDateTime.parse(text.get(0));
  }

  private static PayOrder anOrderOf(Instant at) {
    Instant expiry = at.plus(TIME_TO_PAY);
    return PayOrder.create(aPayNo(), aRequest(anOrderNo()), at, expiry);
  }

  private static CallbackRecord aCallback(PayNo payNo, Instant at) {
    CallbackResult result = CallbackResult.PROCESSED;
    return new CallbackRecord(
        TestChannels.MOCK, payNo, null, "SUCCESS", "{}", true, result, "APPLIED", at);
  }

  private static AuditEntry anEntry(PayNo payNo, Instant at) {
    return new AuditEntry(
        payNo, Action.NOTIFY, PayStatus.INIT, PayStatus.SUCCESS, "SUCCESS", "zones", at);
  }
}
