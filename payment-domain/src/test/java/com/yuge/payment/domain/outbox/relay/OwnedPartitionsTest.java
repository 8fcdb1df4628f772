package com.yuge.payment.domain.outbox.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OwnedPartitionsTest {
  private static final long NOW = 0;
  private static final Duration LEFT = Duration.ofSeconds(10);
  private static final Duration ROOM = Duration.ofSeconds(4);

  private static final Backoff NO_PAUSE = new Backoff(Duration.ZERO, Duration.ZERO, () -> 0.0);

  private final OwnedPartitions partitions = new OwnedPartitions(200);

  @Test
  void eachPartitionHasItsOwnLease() {
    partitions.hold(List.of(lease(0, 1, LEFT), lease(1, 1, ROOM.minusNanos(1))), NOW);

    assertThat(partitions.ready(NOW, ROOM))
        .extracting(OwnedPartition::partition)
        .containsExactly(0);
    assertThat(partitions.held().cardinality()).isEqualTo(2);
  }

  @Test
  void aLostPartitionStaysKnownWhileItsBatchIsOnItsWay() {
    partitions.hold(List.of(lease(0, 1, LEFT), lease(1, 1, LEFT)), NOW);
    partitions.of(1).begin();

    partitions.hold(List.of(lease(0, 1, LEFT)), NOW);

    assertThat(partitions.of(1).isBusy()).isTrue();
    assertThat(partitions.held().stream()).containsExactly(0);
    assertThat(partitions.idle()).containsExactly(0);
    assertThat(partitions.anyBusy()).isTrue();
  }

  @Test
  void aPartitionThatComesBackWithItsBatchOnItsWaySendsNoSecondOne() {
    partitions.hold(List.of(lease(1, 1, LEFT)), NOW);
    partitions.of(1).begin();
    partitions.hold(List.of(), NOW);
    partitions.hold(List.of(lease(1, 2, LEFT)), NOW);

    assertThat(partitions.ready(NOW, ROOM)).isEmpty();

    partitions.of(1).unsent(NOW, NO_PAUSE, NO_PAUSE);

    assertThat(partitions.ready(NOW, ROOM))
        .extracting(OwnedPartition::partition)
        .containsExactly(1);
  }

  @Test
  void whatIsBeyondTheShareIsGivenBackQuietOnesFirst() {
    partitions.hold(List.of(lease(0, 1, LEFT), lease(1, 1, LEFT), lease(2, 1, LEFT)), NOW);
    partitions.of(0).begin();

    partitions.share(1);

    assertThat(partitions.takeGivenBack()).containsExactly(1, 2);
    assertThat(partitions.takeGivenBack()).isEmpty();
    assertThat(partitions.held().stream()).containsExactly(0);
  }

  @Test
  void aBusyPartitionIsGivenBackOnceItIsQuietAndSendsNothingNew() {
    partitions.hold(List.of(lease(0, 1, LEFT)), NOW);
    partitions.of(0).begin();
    partitions.share(0);

    assertThat(partitions.takeGivenBack()).isEmpty();
    partitions.of(0).unsent(NOW, NO_PAUSE, NO_PAUSE);

    assertThat(partitions.ready(NOW, ROOM)).isEmpty();
    assertThat(partitions.takeGivenBack()).containsExactly(0);
  }

  @Test
  void whoseShareGrowsKeepsWhatItHas() {
    partitions.hold(List.of(lease(0, 1, LEFT), lease(1, 1, LEFT)), NOW);
    partitions.of(0).begin();
    partitions.of(1).begin();
    partitions.share(1);
    partitions.share(2);
    partitions.of(0).unsent(NOW, NO_PAUSE, NO_PAUSE);
    partitions.of(1).unsent(NOW, NO_PAUSE, NO_PAUSE);

    assertThat(partitions.takeGivenBack()).isEmpty();
  }

  private static HeldLease lease(int partition, long epoch, Duration left) {
    return new HeldLease(new Lease(partition, epoch), left);
  }
}
