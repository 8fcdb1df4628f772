package com.yuge.payment.domain.simulation.actors;

import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static com.yuge.payment.domain.fixtures.PayOrderBook.anOrderNo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.domain.fakes.InMemoryPayOrders;
import com.yuge.payment.domain.fakes.InMemoryStore;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayOrders;
import com.yuge.payment.domain.shared.OrderNo;
import com.yuge.payment.domain.shared.StoreUnavailable;
import com.yuge.payment.domain.simulation.kernel.Chance;
import com.yuge.payment.domain.simulation.kernel.Fibers;
import com.yuge.payment.domain.simulation.kernel.History;
import com.yuge.payment.domain.simulation.kernel.Host;
import com.yuge.payment.domain.simulation.kernel.Rhythm;
import com.yuge.payment.domain.simulation.kernel.Scheduler;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Transactions in simulated time: locks are waited for, and die with their host. */
class SimulatedStoreTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Fibers fibers = new Fibers();
  private final Chance chance = new Chance(1);
  private final Scheduler scheduler =
      new Scheduler(fibers, chance, new Rhythm(chance), new History(false));
  private final InMemoryStore store =
      new InMemoryStore(new Surroundings(scheduler, chance, false).lockWaits(), 1);
  private final PayOrders orders = new InMemoryPayOrders(store, Clock.systemUTC());
  private final Host holder = new Host("holder", () -> {});
  private final Host other = new Host("other", () -> {});
  private final PayOrder first = aPayOrder(anOrderNo());
  private final PayOrder second = aPayOrder(first.orderNo());
  private final List<Long> answeredAt = new ArrayList<>();

  @AfterEach
  void letTheFibersEnd() {
    fibers.close();
  }

  @Test
  void aCrashRollsBackAndFreesTheLocksAtOnce() {
    scheduler.start("first", holder, () -> addAndHold(SECOND.multipliedBy(60)));
    scheduler.after(SECOND, () -> scheduler.start("second", other, this::addTheOther));
    scheduler.after(SECOND.multipliedBy(2), () -> scheduler.kill(holder, "CRASHES"));

    assertThat(scheduler.run(Duration.ofHours(1))).isNull();

    assertThat(answeredAt).containsExactly(2_000_000L);
    assertThat(stored(first.orderNo())).isEqualTo(second.payNo().value());
  }

  @Test
  void aLockIsWaitedForUntilItsHolderCommits() {
    scheduler.start("first", holder, () -> addAndHold(SECOND));
    scheduler.after(Duration.ofMillis(1), () -> scheduler.start("first", other, this::findTaken));

    assertThat(scheduler.run(Duration.ofHours(1))).isNull();

    assertThat(answeredAt).containsExactly(1_000_000L);
    assertThat(stored(first.orderNo())).isEqualTo(first.payNo().value());
  }

  @Test
  void aWaitThatIsTooLongEndsAfterTwoSimulatedSeconds() {
    scheduler.start("first", holder, () -> addAndHold(SECOND.multipliedBy(5)));
    scheduler.after(SECOND, () -> scheduler.start("second", other, this::giveUp));

    assertThat(scheduler.run(Duration.ofHours(1))).isNull();

    assertThat(answeredAt).containsExactly(3_000_000L);
  }

  @Test
  void whatATaskThrowsEndsTheWorld() {
    IllegalStateException bug = new IllegalStateException("bug");
    scheduler.start(
        "first",
        holder,
        () -> {
          throw bug;
        });

    assertThat(scheduler.run(Duration.ofHours(1))).isSameAs(bug);
  }

  @Test
  void aWorldThatRunsInCirclesIsEnded() {
    scheduler.after(Duration.ZERO, this::again);

    assertThat(scheduler.run(Duration.ofHours(1))).hasMessageContaining("steps");
  }

  private void again() {
    scheduler.after(Duration.ZERO, this::again);
  }

  private void addAndHold(Duration time) {
    store.run(
        () -> {
          assertThat(orders.add(first).id()).isPositive();
          scheduler.sleep(time);
        });
  }

  private void addTheOther() {
    assertThat(store.call(() -> orders.add(second)).id()).isPositive();
    answeredAt.add(scheduler.now());
  }

  private void findTaken() {
    assertThatThrownBy(() -> store.call(() -> orders.add(second)))
        .hasMessageContaining(first.orderNo().value());
    answeredAt.add(scheduler.now());
  }

  private void giveUp() {
    assertThatThrownBy(() -> store.call(() -> orders.add(second)))
        .isInstanceOf(StoreUnavailable.class);
    answeredAt.add(scheduler.now());
  }

  private String stored(OrderNo orderNo) {
    return orders.find(orderNo).orElseThrow().payNo().value();
  }
}
