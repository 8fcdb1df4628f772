package com.yuge.payment.domain.relay;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.relay.Delivery.Result;
import com.yuge.payment.domain.relay.EventSender.SendOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which batches are struck off in one transaction. */
class StrikeOffTest {
  private final RelayBench bench = new RelayBench();

  @Test
  void whatIsThereIsStruckOffTogetherAndWhatComesMeanwhileByTheNext() {
    publish(3);

    bringSent(1);
    bringSent(2);
    assertThat(bench.endings).hasSize(1);
    assertThat(bring(bench.endings.remove())).hasSize(1);
    assertThat(bench.endings).isEmpty();
    assertThat(bench.relay.untilNextDuty()).isLessThanOrEqualTo(StrikeOff.EVERY.toNanos());
    bench.pass(StrikeOff.EVERY);
    bench.turn();
    assertThat(bring(bench.endings.remove())).hasSize(2);

    assertThat(bench.calls).contains("ack [1]", "ack [2, 3]");
    assertThat(bench.waiting).isEmpty();
  }

  @Test
  void aPartitionThatCannotGoOnBeforeIsStruckOffAtOnce() {
    for (int id = 1; id <= RelayBench.SETTINGS.batchSize() + 1; id++) {
      bench.waits(id, 1);
    }
    bench.waits(9, 0);
    bench.turn();

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
        .extracting(Delivery::result)
        .containsExactly(Result.UNACKED, Result.UNACKED);

    bench.pass(RelayBench.SETTINGS.backoffMax());
    bench.turn();

    assertThat(bench.endings).hasSize(2);
    bench.endings.forEach(errand -> assertThat(errand.get()).hasSize(1));
  }

  @Test
  void replaysAreStruckOffTheirOwnList() {
    bench.replays.waiting.put(7L, RelayBench.event(7, 0));
    bench.turn();
    bench.deliver(Result.PUBLISHED);

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
    bench.turn();
    assertThat(bench.sends).hasSize(partitions);
  }

  /** The broker takes so many of the batches, and the relay is told of all at once. */
  private void bringSent(int count) {
    List<Delivery> sent = new ArrayList<>();
    IntStream.range(0, count).forEach(i -> sent.addAll(bench.sends.remove().get()));
    bench.turn(new Mail(Map.of(), sent));
  }

  private List<Delivery> bring(Supplier<List<Delivery>> errand) {
    List<Delivery> deliveries = errand.get();
    bench.turn(new Mail(Map.of(), deliveries));
    return deliveries;
  }
}
