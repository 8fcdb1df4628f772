package com.yuge.payment.domain.outbox.relay;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.outbox.relay.BatchResult.Status;
import com.yuge.payment.domain.outbox.relay.EventSender.SendOutcome;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class BatchPublisherTest {
  private static final Batch BATCH =
      new Batch(new Lease(0, 1), List.of(RelayFixtures.event(7, 0)), true, false);

  private final ScriptedPorts given = new ScriptedPorts();

  @Test
  void sendsThenAcks() {
    given.waiting(7).in(0);

    assertThat(deliver(SendOutcome.Sent::new).status()).isEqualTo(Status.PUBLISHED);
    assertThat(given.calls).containsExactly("ack [7]");
  }

  @Test
  void acksNothingThatTheBrokerMayNotHave() {
    assertThat(deliver(() -> new SendOutcome.Trouble("busy")))
        .isEqualTo(new BatchResult(BATCH, Status.UNSENT, "busy"));
    assertThat(given.calls).isEmpty();
  }

  @Test
  void acksNothingThatTheBrokerRefuses() {
    assertThat(deliver(() -> new SendOutcome.Refused("too large")))
        .isEqualTo(new BatchResult(BATCH, Status.REFUSED, "too large"));
    assertThat(given.calls).isEmpty();
  }

  @Test
  void aDatabaseThatIsAwayLeavesTheBatchToBeAcked() {
    given.failingAcks = 1;

    assertThat(deliver(SendOutcome.Sent::new).status()).isEqualTo(Status.UNACKED);
  }

  @Test
  void whoLostThePartitionSaysSo() {
    given.robbed = true;

    assertThat(deliver(SendOutcome.Sent::new).status()).isEqualTo(Status.FENCED);
  }

  @Test
  void anErrorIsNewsToo() {
    BatchResult result =
        deliver(
            () -> {
              throw new NoClassDefFoundError("broken deployment");
            });

    assertThat(result.status()).isEqualTo(Status.UNSENT);
    assertThat(result.reason()).contains("broken deployment");
  }

  private BatchResult deliver(Supplier<SendOutcome> broker) {
    EventSender sender = (partition, batch, timeout) -> broker.get();
    RelayPorts ports =
        new RelayPorts(given, given, given.replays, given, sender, task -> {}, given);
    Ticker time = new Ticker(() -> 0, () -> 0.0);
    BatchPublisher publisher = new BatchPublisher("a", ports, RelayFixtures.SETTINGS, time);
    BatchResult sent = publisher.send(BATCH, 1);
    return sent.status() == Status.SENT ? publisher.ack(List.of(BATCH), false).get(0) : sent;
  }
}
