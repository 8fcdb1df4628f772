package com.yuge.payment.in.ops;

import static com.yuge.payment.domain.fixtures.PayOrderBook.ANOTHER_PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.TIME_TO_PAY;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static com.yuge.payment.domain.fixtures.PayOrderBook.success;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.fixtures.InMemoryPayments;
import com.yuge.payment.domain.order.AuditEntry.Action;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayStatus;
import com.yuge.payment.domain.shared.StoreUnavailable;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What needs a person is told as it is in the database, not as this instance has come upon it. */
@ExtendWith(OutputCaptureExtension.class)
class MoneyWatchTest {
  private final InMemoryPayments payments = new InMemoryPayments();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final MoneyWatch watch = new MoneyWatch(payments.inspectMoney, payments.clock);

  @RegisterExtension final LoggedFromInfo logged = new LoggedFromInfo(MoneyWatch.class);

  @BeforeEach
  void begin() {
    watch.bindTo(meters);
  }

  @Test
  void nothingIsKnownBeforeTheFirstRefresh() {
    assertThat(gauge("payment.orders.overdue")).isNaN();
    assertThat(health().getDetails()).isEmpty();
  }

  @Test
  void unappliedMoneyIsCountedByKind() {
    PayOrder order = payments.given(aPayOrder(PayStatus.PAYING));
    hears(order, "T1");
    assertThat(payments.apply.handle(success(order, "T2", ANOTHER_PRICE), Action.QUERY))
        .isPresent();
    PayOrder other = payments.given(aPayOrder(PayStatus.PAYING));
    hears(other, "T1");
    payments.clock.advance(Duration.ofSeconds(90));

    watch.refresh();

    assertThat(open("DUPLICATE")).isEqualTo(1);
    assertThat(open("LATE")).isZero();
    assertThat(open("MISMATCH")).isZero();
    assertThat(gauge("payment.trade.claims")).isEqualTo(1);
    assertThat(gauge("payment.amounts.awaited")).isEqualTo(1);
    assertThat(gauge("payment.unapplied.oldest.age.seconds")).isEqualTo(90);
    assertThat(health().getDetails())
        .containsAllEntriesOf(Map.of("duplicate", 1, "claims", 1, "amountsAwaited", 1));
  }

  @Test
  void ordersThatStayPayingAreToldOnceAnHourUntilThereAreNone(CapturedOutput log) {
    PayOrder order = payments.given(aPayOrder(PayStatus.PAYING));
    payments.clock.advance(TIME_TO_PAY.plus(InMemoryPayments.OVERDUE_AFTER));
    watch.refresh();
    assertThat(log).doesNotContain("PAYING long after");

    payments.clock.advance(Duration.ofSeconds(1));
    watch.refresh();
    watch.refresh();

    assertThat(gauge("payment.orders.overdue")).isEqualTo(1);
    assertThat(log.getAll().split("1 pay orders are PAYING long after", -1)).hasSize(2);
    assertThat(log).contains("WARN", "GET /payments/overdue");

    payments.clock.advance(Duration.ofHours(1));
    watch.refresh();
    hears(order, "T1");
    watch.refresh();
    watch.refresh();

    assertThat(log.getAll().split("1 pay orders are PAYING long after", -1)).hasSize(3);
    assertThat(log.getAll().split("No pay order is PAYING long after", -1)).hasSize(2);
  }

  @Test
  void theAgeOfTheOldestDueCheckGrowsUntilSomebodyMakesIt() {
    PayOrder order = payments.given(aPayOrder(PayStatus.PAYING));
    payments.store.run(() -> payments.due.scheduleCheck(order, Duration.ofSeconds(60)));
    watch.refresh();
    assertThat(gauge("payment.reconcile.oldest.age.seconds")).isZero();

    payments.clock.advance(Duration.ofSeconds(90));
    assertThat(gauge("payment.reconcile.oldest.age.seconds")).isEqualTo(30);

    payments.store.run(() -> payments.due.rest(order));
    watch.refresh();
    assertThat(gauge("payment.reconcile.oldest.age.seconds")).isZero();
  }

  @Test
  void whatCannotBeReadIsNotKnown() {
    watch.refresh();
    assertThat(gauge("payment.orders.overdue")).isZero();
    payments.watch.breaks(
        "MoneyReports.state", new StoreUnavailable("away", new Exception("test")));

    watch.refresh();

    assertThat(gauge("payment.orders.overdue")).isNaN();
    assertThat(health().getStatus().getCode()).isEqualTo("UP");
  }

  private void hears(PayOrder order, String trade) {
    assertThat(payments.apply.handle(success(order, trade), Action.NOTIFY)).isPresent();
  }

  private Health health() {
    return new UnappliedMoneyHealth(watch).health();
  }

  private double open(String kind) {
    return meters.get("payment.unapplied.open").tag("kind", kind).gauge().value();
  }

  private double gauge(String name) {
    return meters.get(name).gauge().value();
  }
}
