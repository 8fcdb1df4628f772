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
    assertThat(bench.errands).hasSize(1);
    assertThat(bring(bench.errands.remove())).hasSize(1);
    assertThat(bench.errands).hasSize(1);
    assertThat(bring(bench.errands.remove())).hasSize(2);

    assertThat(bench.calls).contains("ack [1]", "ack [2, 3]");
    assertThat(bench.waiting).isEmpty();
  }

  @Test
  void whoseAckFailedGoesAlone() {
    publish(2);
    bench.failingAcks = 1;
    bringSent(2);
    assertThat(bring(bench.errands.remove()))
        .extracting(Delivery::result)
        .containsExactly(Result.UNACKED, Result.UNACKED);

    bench.pass(RelayBench.SETTINGS.backoffMax());
    bench.turn();

    assertThat(bench.errands).hasSize(2);
    bench.errands.forEach(errand -> assertThat(errand.get()).hasSize(1));
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
    assertThat(bench.errands).hasSize(partitions);
  }

  /** The broker takes so many of the batches, and the relay is told of all at once. */
  private void bringSent(int count) {
    List<Delivery> sent = new ArrayList<>();
    IntStream.range(0, count).forEach(i -> sent.addAll(bench.errands.remove().get()));
    bench.relay.turn(new Mail(Map.of(), sent));
  }

  private List<Delivery> bring(Supplier<List<Delivery>> errand) {
    List<Delivery> deliveries = errand.get();
    bench.relay.turn(new Mail(Map.of(), deliveries));
    return deliveries;
  }
}
