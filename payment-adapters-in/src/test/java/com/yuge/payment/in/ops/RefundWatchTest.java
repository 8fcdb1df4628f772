package com.yuge.payment.in.ops;

import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static com.yuge.payment.domain.fixtures.PayOrderBook.paying;
import static com.yuge.payment.domain.fixtures.PayOrderBook.success;
import static com.yuge.payment.domain.fixtures.PayOrderBook.yuan;
import static com.yuge.payment.domain.fixtures.RefundBook.aRefund;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.fixtures.InMemoryPayments;
import com.yuge.payment.domain.order.AuditEntry.Action;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.refund.InspectRefunds;
import com.yuge.payment.domain.refund.RefundReports;
import com.yuge.payment.domain.refund.RefundUseCases;
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

/** What is not decided is told as it is in the database. */
@ExtendWith(OutputCaptureExtension.class)
class RefundWatchTest {
  private final InMemoryPayments payments = new InMemoryPayments();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final RefundReports reports = payments.watch.over(RefundReports.class, payments.refunds);
  private final RefundWatch watch = new RefundWatch(inspect(), payments.clock);
  @RegisterExtension final LoggedFromInfo logged = new LoggedFromInfo(RefundWatch.class);

  private InspectRefunds inspect() {
    RefundUseCases all = payments.refund;
    return new RefundUseCases(
            all.ports(),
            new RefundUseCases.Stores(all.stores().due(), reports),
            all.channels(),
            all.transactions(),
            all.randomness(),
            all.late(),
            all.clock())
        .inspectRefunds();
  }

  @BeforeEach
  void begin() {
    watch.bindTo(meters);
  }

  @Test
  void nothingIsKnownBeforeTheFirstRefresh() {
    assertThat(gauge("undecided")).isNaN();
    assertThat(health().getDetails()).isEmpty();
  }

  @Test
  void undecidedRefundsAreCountedWithTheAgeOfTheOldest() {
    PayOrder order = paid();
    refund(order, "1.00");
    payments.refundChannel.goAway(true);
    refund(order, "2.00");
    payments.clock.advance(Duration.ofSeconds(90));
    refund(order, "3.00");

    watch.refresh();

    assertThat(gauge("undecided")).isEqualTo(2);
    assertThat(gauge("overdue")).isZero();
    assertThat(gauge("oldest.age.seconds")).isEqualTo(90);
    assertThat(health().getDetails()).isEqualTo(Map.of("undecided", 2, "overdue", 0));
  }

  @Test
  void overdueOnesAreLoggedAndTakeNothingOutOfService(CapturedOutput log) {
    payments.refundChannel.goAway(true);
    refund(paid(), "1.00");
    payments.clock.advance(InspectRefunds.OVERDUE_AFTER.plusSeconds(1));

    watch.refresh();
    watch.refresh();

    assertThat(gauge("overdue")).isOne();
    assertThat(health())
        .isEqualTo(Health.up().withDetails(Map.of("undecided", 1, "overdue", 1)).build());
    assertThat(log.getAll().split("1 refunds are not decided after 24 hours", -1)).hasSize(2);
    assertThat(log).contains("WARN", "GET /payments/refunds");
  }

  @Test
  void whatCannotBeReadIsNotKnown() {
    watch.refresh();
    assertThat(gauge("overdue")).isZero();

    payments.watch.breaks(
        "RefundReports.backlog", new StoreUnavailable("away", new Exception("test")));
    watch.refresh();

    assertThat(gauge("overdue")).isNaN();
    assertThat(health().getStatus().getCode()).isEqualTo("UP");
  }

  private PayOrder paid() {
    PayOrder order = payments.given(paying(aPayOrder()));
    assertThat(payments.apply.handle(success(order, "T1", order.amount()), Action.NOTIFY))
        .isPresent();
    return order;
  }

  private void refund(PayOrder order, String amount) {
    assertThat(payments.refund.createRefund().handle(aRefund(order, yuan(amount)))).isPresent();
  }

  private Health health() {
    return new UndecidedRefundsHealth(watch).health();
  }

  private double gauge(String name) {
    return meters.get("payment.refunds." + name).gauge().value();
  }
}
