package com.yuge.payment.domain.simulation.actors;

import com.yuge.payment.domain.fakes.InMemoryBlockedKeys;
import com.yuge.payment.domain.fakes.InMemoryStore;
import com.yuge.payment.domain.shared.StoreUnavailable;
import com.yuge.payment.domain.simulation.kernel.Host;
import java.time.Duration;
import java.util.List;

/** Sees sooner or later that pay orders are blocked, has the cause mended, and unblocks them. */
public final class Operator {
  private static final int MOST_SECONDS = 90;

  private final Surroundings surroundings;
  private final InMemoryStore store;
  private final Broker broker;
  private final InMemoryBlockedKeys keys;
  private final Host desk = new Host("operator", () -> {});
  private boolean planned;

  public Operator(Surroundings surroundings, InMemoryStore store, Broker broker) {
    this.surroundings = surroundings;
    this.store = store;
    this.broker = broker;
    this.keys = new InMemoryBlockedKeys(store, store);
  }

  /** Something has changed: orders may be blocked. */
  public void inspect() {
    if (!planned && !store.committed().blocked().isEmpty()) {
      planned = true;
      Duration delay = Duration.ofSeconds(surroundings.chance().below(MOST_SECONDS));
      surroundings
          .scheduler()
          .after(
              delay, () -> surroundings.scheduler().start(desk.toString(), desk, this::unblockAll));
    }
  }

  private void unblockAll() {
    planned = false;
    broker.acceptAll();
    for (String payNo : List.copyOf(store.committed().blocked())) {
      try {
        keys.unblock(payNo);
        surroundings.scheduler().note(desk.toString(), () -> "unblocks " + payNo);
      } catch (StoreUnavailable locked) {
        surroundings.scheduler().note(desk.toString(), () -> "could not unblock " + payNo);
      }
    }
    inspect();
  }
}
