package com.yuge.payment.out.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.domain.fixtures.Watch;
import com.yuge.payment.domain.relay.PartitionLeases;
import com.yuge.payment.domain.relay.RelayEvents;
import com.yuge.payment.domain.relay.RelayPorts;
import com.yuge.payment.domain.relay.RelaySettings;
import com.yuge.payment.domain.relay.RelayTime;
import com.yuge.payment.out.jdbc.OutboxTables;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RelayThreadTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  private final Watch watch = new Watch();
  private final Inbox inbox = new Inbox();
  private final RelayThread thread = new RelayThread(relay(), inbox, Duration.ofSeconds(5));

  @BeforeEach
  void nothingWaits() {
    OutboxTables.clear();
  }

  @Test
  void aStopWhileTheDatabaseIsAwayIsNoDeath() {
    thread.start();
    await().atMost(SOON).until(() -> watch.calls().contains("PartitionLeases.keep"));
    watch.breaks("PartitionLeases.release");

    thread.finishAndJoin();

    assertThat(watch.calls()).contains("PartitionLeases.release");
    assertThat(thread.life()).isEqualTo(RelayState.STOPPED);
  }

  private RelayEvents relay() {
    RelayPorts real =
        OutboxTables.ports(
            new ScriptedSender(), errand -> inbox.delivered(errand.get()), new LogRelay());
    RelayPorts watched =
        new RelayPorts(
            watch.over(PartitionLeases.class, real.leases()),
            real.pending(),
            real.replays(),
            real.blocked(),
            real.sender(),
            real.workers(),
            real.listener());
    RelaySettings settings = OutboxRelayTest.properties(Duration.ofMillis(100)).settings();
    return new RelayEvents("a", watched, settings, new RelayTime(System::nanoTime, () -> 0.0));
  }
}
