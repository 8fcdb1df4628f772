package com.yuge.payment.out.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.outbox.relay.RelaySignals;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RelaySignalQueueTest {
  private static final long LONG = Duration.ofSeconds(20).toNanos();

  private final RelaySignalQueue queue = new RelaySignalQueue();

  @Test
  void commitsOfOnePartitionAreOnePieceOfNews() throws InterruptedException {
    queue.committed(3, 12);
    queue.committed(3, 11);
    queue.committed(3, 13);
    queue.committed(7, 14);

    assertThat(queue.await(LONG).committed()).isEqualTo(Map.of(3, 11L, 7, 14L));
    assertThat(queue.await(0).committed().isEmpty()).isTrue();
  }

  @Test
  void whatCameBeforeTheWaitEndsItAtOnce() throws InterruptedException {
    queue.wake();
    long before = System.nanoTime();

    assertThat(queue.await(LONG).results()).isEmpty();

    assertThat(System.nanoTime() - before).isLessThan(LONG / 2);
  }

  @Test
  void newsWakesTheWaiter() throws Exception {
    CompletableFuture<RelaySignals> signals =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return queue.await(LONG);
              } catch (InterruptedException e) {
                throw new AssertionError(e);
              }
            });

    queue.committed(5, 1);

    assertThat(signals.get(10, TimeUnit.SECONDS).committed()).containsOnlyKeys(5);
  }
}
