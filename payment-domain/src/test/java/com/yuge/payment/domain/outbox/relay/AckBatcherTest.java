package com.yuge.payment.domain.outbox.relay;

import static com.yuge.payment.domain.outbox.relay.BatchResult.Status.PUBLISHED;
import static com.yuge.payment.domain.outbox.relay.BatchResult.Status.UNACKED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which batches are acked in one transaction. */
class AckBatcherTest extends RelayScenario {
  @Test
  void whatIsThereIsAckedTogetherAndWhatComesMeanwhileByTheNext() {
    publish(3);

    bringSent(1);
    bringSent(2);
    assertThat(endings).hasSize(1);
    assertThat(bring(endings.remove())).hasSize(1);
    assertThat(endings).isEmpty();
    then.nextDuty().isLessThanOrEqualTo(AckBatcher.EVERY);
    when.after(AckBatcher.EVERY);
    assertThat(bring(endings.remove())).hasSize(2);

    then.calls().contains("ack [1]", "ack [2, 3]");
    then.waiting().isEmpty();
  }

  @Test
  void aPartitionThatCannotGoOnBeforeIsAckedAtOnce() {
    for (int row = 1; row <= SETTINGS.batchSize() + 1; row++) {
      given.waiting(row).in(1);
    }
    given.waiting(9).in(0);
    when.runs();

    bringSent(1);
    assertThat(bring(endings.remove())).hasSize(1);
    bringSent(1);

    assertThat(endings).hasSize(1);
    assertThat(bring(endings.remove())).hasSize(1);
    then.calls().contains("ack [9]", "ack [1, 2, 3]");
  }

  @Test
  void whoseAckFailedGoesAlone() {
    publish(2);
    given.failingAcks = 1;
    bringSent(2);
    assertThat(bring(endings.remove()))
        .extracting(BatchResult::status)
        .containsExactly(UNACKED, UNACKED);

    when.after(SETTINGS.backoffMax());

    assertThat(endings).hasSize(2);
    endings.forEach(task -> assertThat(task.get()).hasSize(1));
  }

  @Test
  void replaysAreRemovedFromTheirOwnList() {
    given.replays(7).in(0);

    when.runs().delivers(PUBLISHED);

    then.calls().contains("ack replays [7]");
  }

  /** One event of each of so many partitions is on its way. */
  private void publish(int partitions) {
    given.share = partitions;
    for (int partition = 0; partition < partitions; partition++) {
      given.leased.add(partition);
      given.waiting(partition + 1).in(partition);
    }
    when.runs();
    then.sends().hasSize(partitions);
  }

  /** The broker takes so many of the batches, and the relay is told of all at once. */
  private void bringSent(int count) {
    List<BatchResult> sent = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      sent.addAll(sends.remove().get());
    }
    run(new RelaySignals(Map.of(), sent));
  }
}
