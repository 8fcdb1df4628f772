package com.yuge.payment.orderservice;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every order of the steps of a payment's event and of the shopper's cancellation, on a real
 * database: one of them is first, the other sees that it is second, and no money is forgotten.
 */
class PaymentAndCancellationE2eTest {
  /** Consume log, read, payment, compare-and-set, audit, commit. */
  private static final int STEPS_OF_EVENT = 6;

  /** Compare-and-set, audit or read, commit. */
  private static final int STEPS_OF_CANCELLATION = 3;

  private static final DataSource DATABASE =
      TestServers.createDatabase("order_service_interleaved");

  private final Orders orders = new Orders(new SteppedDatabase(DATABASE));
  private final Hearing hearing = Hearing.of(orders);
  private final OrderRows rows = new OrderRows(DATABASE);
  private final JdbcClient jdbc = JdbcClient.create(DATABASE);

  @ParameterizedTest
  @CsvSource({
    "PAYMENT_SUCCEEDED, 5.00, PAID, REFUND_DUE",
    "PAYMENT_SUCCEEDED, 1.00, AMOUNT_DISPUTED, REFUND_DUE",
    "PAYMENT_LATE_SUCCEEDED, 5.00, REFUND_DUE, REFUND_DUE"
  })
  void whicheverIsFirstTheMoneyIsAccountedFor(
      String tag, String amount, String afterPayment, String afterCancellation) throws Exception {
    Outcome eventFirst =
        new Outcome(false, List.of("STOCK_RESERVED -> " + afterPayment), afterPayment);
    Outcome cancellationFirst =
        new Outcome(
            true,
            List.of("STOCK_RESERVED -> RELEASED", "RELEASED -> " + afterCancellation),
            afterCancellation);
    Set<Outcome> seen = new HashSet<>();

    Interleavings.forEach(
        STEPS_OF_EVENT,
        STEPS_OF_CANCELLATION,
        steps -> {
          Race race = new Race(tag, amount);
          String done = race.run(steps);
          Outcome outcome = race.outcome();
          assertThat(outcome).as(done).isIn(eventFirst, cancellationFirst);
          seen.add(outcome);
          return done;
        });

    assertThat(seen).containsExactlyInAnyOrder(eventFirst, cancellationFirst);
  }

  @Test
  void aClosingAndACancellationReleaseTheStockOnce() throws Exception {
    Interleavings.forEach(
        STEPS_OF_EVENT,
        STEPS_OF_CANCELLATION,
        steps -> {
          Race race = new Race("PAYMENT_CLOSED", "5.00");
          String done = race.run(steps);
          Outcome outcome = race.outcome();
          assertThat(outcome.cancelled()).as(done).isTrue();
          assertThat(outcome.audit()).as(done).containsExactly("STOCK_RESERVED -> RELEASED");
          return done;
        });
  }

  /** As when a queue goes to another consumer before the first one's acknowledgement is kept. */
  @Test
  void anEventDeliveredTwiceAtOnceIsConsumedOnce() throws Exception {
    for (int before = 0; before <= STEPS_OF_EVENT; before++) {
      String orderNo = reserved();
      Events.Body event = Events.of(orderNo, "5.00");
      SteppedThread<Optional<String>> first = steps(event, "PAYMENT_SUCCEEDED");
      SteppedThread<Optional<String>> second = steps(event, "PAYMENT_SUCCEEDED");

      String unused =
          Interleavings.run("A".repeat(before) + "B".repeat(STEPS_OF_EVENT), first, second);

      assertThat(List.of(first.result(), second.result()))
          .containsExactlyInAnyOrder(Optional.of("PAID"), Optional.of("CONSUMED_BEFORE"));
      assertThat(rows.audit(orderNo)).containsExactly("STOCK_RESERVED -> PAID");
      assertThat(rows.consumed(orderNo)).containsExactly("PAYMENT_SUCCEEDED");
    }
  }

  private record Outcome(boolean cancelled, List<String> audit, String consumed) {}

  /** An event and a cancellation of one new order. */
  private final class Race {
    private final String orderNo = reserved();
    private final SteppedThread<Optional<String>> event;
    private final SteppedThread<Boolean> cancellation =
        new SteppedThread<>(jdbc, () -> orders.cancel(orderNo));

    Race(String tag, String amount) throws Exception {
      this.event = steps(Events.of(orderNo, amount), tag);
    }

    String run(String steps) throws Exception {
      return Interleavings.run(steps, event, cancellation);
    }

    Outcome outcome() throws Exception {
      assertThat(rows.consumed(orderNo)).hasSize(1);
      List<String> audit = rows.audit(orderNo);
      assertThat(orders.status(orderNo).orElseThrow()).isEqualTo(end(audit));
      return new Outcome(cancellation.result(), audit, event.result().orElseThrow());
    }
  }

  private static String end(List<String> audit) {
    String last = audit.get(audit.size() - 1);
    return last.substring(last.lastIndexOf(' ') + 1);
  }

  private String reserved() {
    String orderNo = Events.orderNo();
    orders.reserve(orderNo, new BigDecimal("5.00"));
    return orderNo;
  }

  private SteppedThread<Optional<String>> steps(Events.Body event, String tag) throws Exception {
    return new SteppedThread<>(jdbc, () -> hearing.hear(event, tag));
  }
}
