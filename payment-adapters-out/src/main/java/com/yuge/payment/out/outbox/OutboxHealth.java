package com.yuge.payment.out.outbox;

import com.yuge.payment.domain.outbox.operations.OutboxState;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Reports down while this instance's relay is dead, because a restart of the instance may help. In
 * all other trouble it reports up, because payments continue while events wait: if a broker outage
 * took instances out of service, the shop could not take payments either. The details inform
 * operators.
 */
final class OutboxHealth implements HealthIndicator {
  private final OutboxSnapshot snapshot;
  private final RelayStatus status;
  private final Optional<Supplier<RelayState>> relay;

  /**
   * @param relay the relay of this instance, if it publishes
   */
  OutboxHealth(OutboxSnapshot snapshot, RelayStatus status, Optional<Supplier<RelayState>> relay) {
    this.snapshot = snapshot;
    this.status = status;
    this.relay = relay;
  }

  /** The condition as a word; the first that applies. */
  enum Condition {
    /** This instance does not publish. */
    OFF,
    /** An Error ended this instance's relay; it starts again in a moment, and others publish. */
    RESTARTING,
    /** The thread of this instance's relay has ended; others publish. */
    DIED,
    /** The database or the broker fails; events wait. */
    TROUBLED,
    /** An operator has stopped all publishing. */
    PAUSED,
    /** The events of some aggregates wait for an operator. */
    BLOCKED,
    FLOWING
  }

  @Override
  public Health health() {
    Optional<RelayState> relayState = relay.map(Supplier::get);
    Health.Builder health =
        (relayState.filter(RelayState::isDead).isPresent() ? Health.down() : Health.up())
            .withDetail("condition", relayState.map(this::condition).orElse(Condition.OFF))
            .withDetail("partitionsHeld", status.held())
            .withDetail("partitionsInTrouble", status.failing());
    snapshot
        .last()
        .ifPresent(
            state ->
                health
                    .withDetail("pending", state.pending())
                    .withDetail("oldestAge", snapshot.oldestAge(state))
                    .withDetail("blocked", state.blocked())
                    .withDetail("replays", state.replays()));
    return health.build();
  }

  private Condition condition(RelayState state) {
    if (state == RelayState.DIED) {
      return Condition.DIED;
    }
    if (state == RelayState.RESTARTING) {
      return Condition.RESTARTING;
    }
    if (status.isPausing() || status.failing() > 0) {
      return Condition.TROUBLED;
    }
    return snapshot.last().map(OutboxHealth::condition).orElse(Condition.FLOWING);
  }

  private static Condition condition(OutboxState state) {
    if (state.paused()) {
      return Condition.PAUSED;
    }
    return state.blocked() > 0 ? Condition.BLOCKED : Condition.FLOWING;
  }
}
