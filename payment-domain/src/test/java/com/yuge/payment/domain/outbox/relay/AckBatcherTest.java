package com.yuge.payment.domain.outbox.relay;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.outbox.relay.BatchResult.Status;
import com.yuge.payment.domain.outbox.relay.EventSender.SendOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which batches are acked in one transaction. */
class AckBatcherTest {
  private final RelayBench bench = new RelayBench();

  @Test
  void whatIsThereIsAckedTogetherAndWhatComesMeanwhileByTheNext() {
    publish(3);

    bringSent(1);
    bringSent(2);
    assertThat(bench.endings).hasSize(1);
    assertThat(bring(bench.endings.remove())).hasSize(1);
    assertThat(bench.endings).isEmpty();
    assertThat(bench.relay.untilNextDuty()).isLessThanOrEqualTo(AckBatcher.EVERY.toNanos());
    bench.pass(AckBatcher.EVERY);
    bench.runOnce();
    assertThat(bring(bench.endings.remove())).hasSize(2);

    assertThat(bench.calls).contains("ack [1]", "ack [2, 3]");
    assertThat(bench.waiting).isEmpty();
  }

  @Test
  void aPartitionThatCannotGoOnBeforeIsAckedAtOnce() {
    for (int id = 1; id <= RelayBench.SETTINGS.batchSize() + 1; id++) {
      bench.waits(id, 1);
    }
    bench.waits(9, 0);
    bench.runOnce();

    bringSent(1);
    assertThat(bring(bench.endings.remove())).hasSize(1);
    bringSent(1);

    assertThat(bench.endings).hasSize(1);
    assertThat(bring(bench.endings.remove())).hasSize(1);
    assertThat(bench.calls).contains("ack [9]", "ack [1, 2, 3]");
  }

  @Test
  void whoseAckFailedGoesAlone() {
    publish(2);
    bench.failingAcks = 1;
    bringSent(2);
    assertThat(bring(bench.endings.remove()))
        .extracting(BatchResult::status)
        .containsExactly(Status.UNACKED, Status.UNACKED);

    bench.pass(RelayBench.SETTINGS.backoffMax());
    bench.runOnce();

    assertThat(bench.endings).hasSize(2);
    bench.endings.forEach(task -> assertThat(task.get()).hasSize(1));
  }

  @Test
  void replaysAreRemovedFromTheirOwnList() {
    bench.replays.waiting.put(7L, RelayBench.event(7, 0));
    bench.runOnce();
    bench.deliver(Status.PUBLISHED);

    assertThat(bench.calls).contains("ack replays [7]");
  }

  /** One event of each of so many partitions is on its way. */
  private void publish(int partitions) {
    bench.share = partitions;
    IntStream.range(0, partitions)
        .forEach(
            partition -> {
              bench.leased.add(partition);
              bench.waits(partition + 1, partition);
              bench.outcomes.add(new SendOutcome.Sent());
            });
    bench.runOnce();
    assertThat(bench.sends).hasSize(partitions);
  }

  /** The broker takes so many of the batches, and the relay is told of all at once. */
  private void bringSent(int count) {
    List<BatchResult> sent = new ArrayList<>();
    IntStream.range(0, count).forEach(i -> sent.addAll(bench.sends.remove().get()));
    bench.runOnce(new RelaySignals(Map.of(), sent));
  }

  private List<BatchResult> bring(Supplier<List<BatchResult>> task) {
    List<BatchResult> results = task.get();
    bench.runOnce(new RelaySignals(Map.of(), results));
    return results;
  }
}
