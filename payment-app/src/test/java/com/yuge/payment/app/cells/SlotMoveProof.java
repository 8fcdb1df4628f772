package com.yuge.payment.app.cells;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.app.e2e.OrderNos;
import com.yuge.payment.app.e2e.PaymentApi;
import com.yuge.payment.app.e2e.TestStack;
import com.yuge.payment.channelfakes.mock.MockChannelClient;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A slot goes from the first cell to the second one, step by step, while callers go on. */
class SlotMoveProof {
  private static final Duration SOON = Duration.ofMinutes(3);
  private static final int SLOT = Cells.MOVED;
  private static final String WITHOUT = "0-6,8-49";
  private static final String WITH = "7,50-99";

  private static final Cells CELLS = Cells.ONE;

  private final PaymentApi api = CELLS.api();
  private final MockChannelClient channel = TestStack.ONE.servers().mockChannel().client();
  private final MoveSlot script = new MoveSlot(SLOT, CELLS);

  @Test
  void noOtherCallFailsAndNoOrderOfTheSlotIsLost() {
    MovedStatement statement = new MovedStatement(CELLS);
    try (PublishedEvents events = new PublishedEvents(CELLS)) {
      MovedOrders orders = new MovedOrders(api, channel, OrderNos.in(slot -> slot == SLOT));
      statement.lists(orders.paid());
      Traffic others = new Traffic(2, api, OrderNos.in(slot -> slot != SLOT));
      Traffic own = new Traffic(1, api, OrderNos.in(slot -> slot == SLOT));
      try (others;
          own) {
        awaitMore(others, own);
        Duration away = move();
        awaitMore(others, own);
        tell(away, others, own);
      }
      orders.payAndRefund();
      script.must("delete");

      assertThat(others.failed()).isEmpty();
      assertThat(others.turnedAway()).isZero();
      assertThat(own.failed()).isEmpty();
      assertThat(own.turnedAway()).isPositive();
      orders.requireBooksEqual(CELLS);
      own.paid().keySet().forEach(payNo -> MovedOrders.requireOnlyInB(CELLS, payNo));
      events.requireEachOnce();
      statement.requireMoved(orders.paid());
      statement.requireEventStays();
    }
  }

  private static void tell(Duration away, Traffic others, Traffic own) {
    System.out.printf(
        "slot moved: its calls waited %d ms, %d answers 503; of the others %d orders paid, %d"
            + " answers 503, %d failed; connections closed under a call: %d%n",
        away.toMillis(),
        own.turnedAway(),
        others.paid().size(),
        others.turnedAway(),
        others.failed().size(),
        others.cut() + own.cut());
  }

  private static void awaitMore(Traffic... all) {
    for (Traffic traffic : all) {
      int before = traffic.paid().size();
      await().atMost(SOON).until(() -> traffic.paid().size() >= before + 20);
    }
  }

  /** The steps of docs/cells.md; returns how long the slot's calls were turned away. */
  private Duration move() {
    script.must("check");
    Instant begin = Instant.now();
    CELLS.route(SLOT, "moving");
    CELLS.a.restart(WITHOUT, CELLS::route);
    await().atMost(SOON).until(() -> script.succeeds("waiting"));
    System.out.println(script.must("copy"));
    CELLS.b.restart(WITH, CELLS::route);
    CELLS.route(SLOT, "b");
    return Duration.between(begin, Instant.now());
  }
}
