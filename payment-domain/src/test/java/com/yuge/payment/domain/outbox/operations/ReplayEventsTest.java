package com.yuge.payment.domain.outbox.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.fakes.InMemoryOutboxDesk;
import com.yuge.payment.domain.fakes.InMemoryStore;
import com.yuge.payment.domain.outbox.operations.ReplayEvents.Replayed;
import com.yuge.payment.domain.shared.OperatorReason;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ReplayEventsTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final ReplayRange RANGE = new ReplayRange("TAG", NOW, NOW.plusSeconds(3600));
  private static final OperatorReason REASON = new OperatorReason("li", "lost");

  private final InMemoryOutboxDesk desk = new InMemoryOutboxDesk();
  private final ReplayEvents replay =
      new ReplayEvents(desk, desk, new InMemoryStore(), Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void aRangeIsWalkedInStepsEachWithItsRecord() {
    logged(2 * ReplayEvents.STEP + 1);

    assertThat(replay.ofRange(RANGE, 0, REASON))
        .isEqualTo(new Replayed(2 * ReplayEvents.STEP + 1, 0));

    assertThat(desk.audit())
        .extracting(OperatorAuditEntry::affected)
        .containsExactly(ReplayEvents.STEP, ReplayEvents.STEP, 1);
  }

  @Test
  void oneCallHasAnEndAndTheNextGoesOn() {
    int most = ReplayEvents.STEP * ReplayEvents.STEPS;
    logged(most + 1);

    assertThat(replay.ofRange(RANGE, 0, REASON)).isEqualTo(new Replayed(most, most));
    assertThat(replay.ofRange(RANGE, most, REASON)).isEqualTo(new Replayed(1, 0));
  }

  private void logged(int count) {
    for (int i = 0; i < count; i++) {
      desk.append("KEY-" + i, "EVENT-" + i, "TAG", NOW);
    }
    desk.publishAll();
  }
}
