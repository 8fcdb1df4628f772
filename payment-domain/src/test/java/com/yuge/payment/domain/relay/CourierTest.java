package com.yuge.payment.domain.relay;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.relay.Delivery.Result;
import com.yuge.payment.domain.relay.EventSender.SendOutcome;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class CourierTest {
  private static final Batch BATCH =
      new Batch(new Lease(0, 1), List.of(RelayBench.event(7, 0)), true, false);

  private final RelayBench bench = new RelayBench();

  @Test
  void sendsThenStrikesOff() {
    bench.waits(7, 0);

    assertThat(deliver(SendOutcome.Sent::new).result()).isEqualTo(Result.PUBLISHED);
    assertThat(bench.calls).containsExactly("ack [7]");
  }

  @Test
  void strikesNothingOffThatTheBrokerMayNotHave() {
    assertThat(deliver(() -> new SendOutcome.Trouble("busy")))
        .isEqualTo(new Delivery(BATCH, Result.UNSENT, "busy"));
    assertThat(bench.calls).isEmpty();
  }

  @Test
  void aDatabaseThatIsAwayLeavesTheBatchToBeStruckOff() {
    bench.failingAcks = 1;

    assertThat(deliver(SendOutcome.Sent::new).result()).isEqualTo(Result.UNACKED);
  }

  @Test
  void whoLostThePartitionSaysSo() {
    bench.robbed = true;

    assertThat(deliver(SendOutcome.Sent::new).result()).isEqualTo(Result.FENCED);
  }

  @Test
  void anErrorIsNewsToo() {
    Delivery delivery =
        deliver(
            () -> {
              throw new NoClassDefFoundError("broken deployment");
            });

    assertThat(delivery.result()).isEqualTo(Result.UNSENT);
    assertThat(delivery.reason()).contains("broken deployment");
  }

  private Delivery deliver(Supplier<SendOutcome> broker) {
    EventSender sender = (partition, batch, timeout) -> broker.get();
    RelayPorts ports =
        new RelayPorts(bench, bench, bench.replays, bench, sender, errand -> {}, bench);
    RelayTime time = new RelayTime(() -> 0, () -> 0.0);
    Courier courier = new Courier("a", ports, RelayBench.SETTINGS, time);
    Delivery sent = courier.send(BATCH, 1);
    return sent.result() == Result.SENT ? courier.strikeOff(List.of(BATCH), false).get(0) : sent;
  }
}
