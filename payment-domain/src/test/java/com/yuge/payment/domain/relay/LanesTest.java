package com.yuge.payment.domain.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LanesTest {
  private static final long NOW = 0;
  private static final Duration LEFT = Duration.ofSeconds(10);
  private static final Duration ROOM = Duration.ofSeconds(4);

  private static final Backoff NO_PAUSE = new Backoff(Duration.ZERO, Duration.ZERO, () -> 0.0);

  private final Lanes lanes = new Lanes(200);

  @Test
  void eachPartitionHasItsOwnLease() {
    lanes.hold(List.of(lease(0, 1, LEFT), lease(1, 1, ROOM.minusNanos(1))), NOW);

    assertThat(lanes.ready(NOW, ROOM)).extracting(Lane::partition).containsExactly(0);
    assertThat(lanes.held().cardinality()).isEqualTo(2);
  }

  @Test
  void aLostPartitionStaysKnownWhileItsBatchIsOnItsWay() {
    lanes.hold(List.of(lease(0, 1, LEFT), lease(1, 1, LEFT)), NOW);
    lanes.of(1).begin();

    lanes.hold(List.of(lease(0, 1, LEFT)), NOW);

    assertThat(lanes.of(1).isBusy()).isTrue();
    assertThat(lanes.held().stream()).containsExactly(0);
    assertThat(lanes.idle()).containsExactly(0);
    assertThat(lanes.anyBusy()).isTrue();
  }

  @Test
  void aPartitionThatComesBackWithItsBatchOnItsWaySendsNoSecondOne() {
    lanes.hold(List.of(lease(1, 1, LEFT)), NOW);
    lanes.of(1).begin();
    lanes.hold(List.of(), NOW);
    lanes.hold(List.of(lease(1, 2, LEFT)), NOW);

    assertThat(lanes.ready(NOW, ROOM)).isEmpty();

    lanes.of(1).unsent(NOW, NO_PAUSE);

    assertThat(lanes.ready(NOW, ROOM)).extracting(Lane::partition).containsExactly(1);
  }

  @Test
  void whatIsBeyondTheShareIsGivenBackQuietOnesFirst() {
    lanes.hold(List.of(lease(0, 1, LEFT), lease(1, 1, LEFT), lease(2, 1, LEFT)), NOW);
    lanes.of(0).begin();

    lanes.share(1);

    assertThat(lanes.takeGivenBack()).containsExactly(1, 2);
    assertThat(lanes.takeGivenBack()).isEmpty();
    assertThat(lanes.held().stream()).containsExactly(0);
  }

  @Test
  void aBusyPartitionIsGivenBackOnceItIsQuietAndSendsNothingNew() {
    lanes.hold(List.of(lease(0, 1, LEFT)), NOW);
    lanes.of(0).begin();
    lanes.share(0);

    assertThat(lanes.takeGivenBack()).isEmpty();
    lanes.of(0).unsent(NOW, NO_PAUSE);

    assertThat(lanes.ready(NOW, ROOM)).isEmpty();
    assertThat(lanes.takeGivenBack()).containsExactly(0);
  }

  @Test
  void whoseShareGrowsKeepsWhatItHas() {
    lanes.hold(List.of(lease(0, 1, LEFT), lease(1, 1, LEFT)), NOW);
    lanes.of(0).begin();
    lanes.of(1).begin();
    lanes.share(1);
    lanes.share(2);
    lanes.of(0).unsent(NOW, NO_PAUSE);
    lanes.of(1).unsent(NOW, NO_PAUSE);

    assertThat(lanes.takeGivenBack()).isEmpty();
  }

  private static HeldLease lease(int partition, long epoch, Duration left) {
    return new HeldLease(new Lease(partition, epoch), left);
  }
}
