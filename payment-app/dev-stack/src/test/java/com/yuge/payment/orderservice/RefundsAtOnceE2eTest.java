package com.yuge.payment.orderservice;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two events of one order at once, in each way in which their steps can follow one another, on a
 * real database: as when a queue goes to another consumer. No sum is lost.
 */
class RefundsAtOnceE2eTest {
  /** Consume log, read, payment, compare-and-set, audit, commit. */
  private static final int STEPS = 6;

  private static final DataSource DATABASE =
      TestServers.createDatabase("order_service_refunds_at_once");

  private final Orders orders = new Orders(new SteppedDatabase(DATABASE));
  private final Hearing hearing = Hearing.of(orders);
  private final OrderRows rows = new OrderRows(DATABASE);
  private final JdbcClient jdbc = JdbcClient.create(DATABASE);

  @Test
  void aPartAndTheRestMakeTheWhole() throws Exception {
    Interleavings.forEach(
        STEPS,
        STEPS,
        steps -> {
          String orderNo = reserved();
          assertThat(hearing.hear(Events.of(orderNo, "5.00"), "PAYMENT_SUCCEEDED"))
              .contains("PAID");
          Events.Body part = Events.refund(orderNo, "2.00", "2.00", "5.00");
          String done = run(steps, steps(part, "REFUND_SUCCEEDED"), whole(orderNo));
          assertRefunded(orderNo, done);
          return done;
        });
  }

  @Test
  void aPaymentAndItsRefundMakeTheWhole() throws Exception {
    Interleavings.forEach(
        STEPS,
        STEPS,
        steps -> {
          String orderNo = reserved();
          Events.Body paid = Events.of(orderNo, "5.00");
          String done = run(steps, steps(paid, "PAYMENT_SUCCEEDED"), whole(orderNo));
          assertRefunded(orderNo, done);
          return done;
        });
  }

  private static String run(
      String steps, SteppedThread<Optional<String>> a, SteppedThread<Optional<String>> b)
      throws Exception {
    String done = Interleavings.run(steps, a, b);
    assertThat(a.result()).isPresent();
    assertThat(b.result()).isPresent();
    return done;
  }

  private void assertRefunded(String orderNo, String done) {
    assertThat(orders.status(orderNo)).as(done).contains("REFUNDED");
    assertThat(rows.payments(orderNo)).as(done).containsExactly("T-1: 5.00 - 5.00");
    assertThat(rows.consumed(orderNo)).as(done).hasSizeBetween(2, 3);
  }

  private SteppedThread<Optional<String>> whole(String orderNo) throws Exception {
    return steps(Events.refund(orderNo, "3.00", "5.00", "5.00"), "REFUND_SUCCEEDED");
  }

  private SteppedThread<Optional<String>> steps(Events.Body event, String tag) throws Exception {
    return new SteppedThread<>(jdbc, () -> hearing.hear(event, tag));
  }

  private String reserved() {
    String orderNo = Events.orderNo();
    orders.reserve(orderNo, new BigDecimal("5.00"));
    return orderNo;
  }
}
