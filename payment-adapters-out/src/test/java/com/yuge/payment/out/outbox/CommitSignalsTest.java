package com.yuge.payment.out.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever publishes a partition hears of its commits, wherever they were. */
class CommitSignalsTest {
  private static final int MINE = 3;
  private static final int THEIRS = 4;

  private final RelaySignalQueue queue = new RelaySignalQueue();
  private final RelayStatus status = new RelayStatus(System::nanoTime, Duration.ofSeconds(1));
  private final List<Integer> sent = new ArrayList<>();
  private final CommitSignals signals = new CommitSignals(queue, status, sent::add);

  @BeforeEach
  void takePartitions() {
    BitSet held = new BitSet();
    held.set(MINE);
    status.partitionsChanged(held);
  }

  @Test
  void aCommitToAPartitionOfThisInstanceWakesItsRelay() throws InterruptedException {
    signals.committed(MINE, 12);

    assertThat(queue.await(0).committed()).isEqualTo(Map.of(MINE, 12L));
    assertThat(sent).isEmpty();
  }

  @Test
  void aCommitToAPartitionOfAnotherIsHinted() throws InterruptedException {
    signals.committed(THEIRS, 12);

    assertThat(sent).containsExactly(THEIRS);
    assertThat(queue.await(0).committed()).isEmpty();
  }

  @Test
  void whoPublishesNothingHintsAll() {
    status.partitionsChanged(new BitSet());

    signals.committed(MINE, 12);

    assertThat(sent).containsExactly(MINE);
  }

  @Test
  void aHintWakesTheRelayThatPublishesThePartition() throws InterruptedException {
    signals.hinted(THEIRS);
    signals.hinted(-1);
    signals.hinted(Integer.MAX_VALUE);
    assertThat(queue.await(0).committed()).isEmpty();

    signals.hinted(MINE);

    assertThat(queue.await(0).committed()).containsOnlyKeys(MINE);
  }

  /** A row below a low-water mark would have the relay read the partition from its start. */
  @Test
  void aHintSaysNothingOfHowOldTheNewsIs() throws InterruptedException {
    signals.hinted(MINE);
    assertThat(queue.await(0).committed()).isEqualTo(Map.of(MINE, Long.MAX_VALUE));

    signals.hinted(MINE);
    signals.committed(MINE, 12);
    assertThat(queue.await(0).committed()).isEqualTo(Map.of(MINE, 12L));
  }
}
