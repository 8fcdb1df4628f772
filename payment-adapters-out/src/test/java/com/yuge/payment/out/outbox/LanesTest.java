package com.yuge.payment.out.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LanesTest {
  private static final long NOW = 0;
  private static final Duration LEASE = Duration.ofSeconds(10);
  private static final Duration ROOM = Duration.ofSeconds(4);

  private final Lanes lanes = new Lanes();

  @Test
  void sendsNothingThatTheLeaseMayNotOutlast() {
    lanes.hold(List.of(new Lease(0, 1)), NOW + LEASE.toNanos());

    assertThat(lanes.ready(NOW + Duration.ofSeconds(6).toNanos(), ROOM)).hasSize(1);
    assertThat(lanes.ready(NOW + Duration.ofSeconds(6).toNanos() + 1, ROOM)).isEmpty();
  }

  @Test
  void aLostPartitionStaysKnownWhileItsBatchIsOnItsWay() {
    lanes.hold(List.of(new Lease(0, 1), new Lease(1, 1)), NOW + LEASE.toNanos());
    lanes.of(1).sent();

    lanes.hold(List.of(new Lease(0, 1)), NOW + LEASE.toNanos());

    assertThat(lanes.of(1).isBusy()).isTrue();
    assertThat(lanes.held()).isEqualTo(1);
    assertThat(lanes.idle()).containsExactly(0);
    assertThat(lanes.anyBusy()).isTrue();
  }

  @Test
  void aPartitionThatComesBackWithItsBatchOnItsWaySendsNoSecondOne() {
    lanes.hold(List.of(new Lease(1, 1)), NOW + LEASE.toNanos());
    lanes.of(1).sent();
    lanes.hold(List.of(), NOW + LEASE.toNanos());
    lanes.hold(List.of(new Lease(1, 2)), NOW + LEASE.toNanos());

    assertThat(lanes.ready(NOW, ROOM)).isEmpty();

    lanes.of(1).published(false);

    assertThat(lanes.ready(NOW, ROOM)).extracting(Lane::partition).containsExactly(1);
  }
}
