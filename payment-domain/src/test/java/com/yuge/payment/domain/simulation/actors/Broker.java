package com.yuge.payment.domain.simulation.actors;

import com.yuge.payment.domain.outbox.relay.EventSender;
import com.yuge.payment.domain.outbox.relay.PendingEvent;
import com.yuge.payment.domain.simulation.actors.Odds.Trouble;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The broker: a queue for each partition; down at times, and not all that it keeps is told. */
public final class Broker implements EventSender {
  private static final Duration FIRST_OUTAGE = Duration.ofMinutes(5);
  private static final Duration OUTAGE = Duration.ofMinutes(2);
  private static final Duration NETWORK = Duration.ofSeconds(30);

  private final Surroundings surroundings;
  private final Consumer consumer;
  private final List<PendingEvent> arrived = new ArrayList<>();
  private final Set<String> known = new HashSet<>();
  private final Set<String> refused = new HashSet<>();
  private boolean down;

  public Broker(Surroundings surroundings, Consumer consumer) {
    this.surroundings = surroundings;
    this.consumer = consumer;
  }

  public void begin() {
    if (surroundings.chance().oneIn(3)) {
      surroundings.scheduler().after(surroundings.upTo(FIRST_OUTAGE), () -> isDown(true));
    }
  }

  private void isDown(boolean goes) {
    surroundings.scheduler().note("broker", () -> goes ? "goes down" : "is back");
    down = goes;
    if (goes) {
      surroundings.scheduler().after(surroundings.upTo(OUTAGE), () -> isDown(false));
    }
  }

  public void calmDown() {
    down = false;
    refused.clear();
  }

  /** Somebody raised its limits. */
  void acceptAll() {
    refused.clear();
  }

  @Override
  public SendOutcome send(int partition, List<PendingEvent> batch, Duration timeout) {
    if (down || surroundings.strikes(Trouble.BROKER_REFUSES)) {
      return new SendOutcome.Trouble("refused");
    }
    if (batch.stream().anyMatch(this::refuses)) {
      return new SendOutcome.Refused("too large");
    }
    if (surroundings.strikes(Trouble.BROKER_LATE)) {
      surroundings.scheduler().after(surroundings.upTo(NETWORK), () -> keep(batch));
      surroundings.scheduler().sleep(timeout);
      return new SendOutcome.Trouble("timeout");
    }
    keep(batch);
    if (surroundings.strikes(Trouble.BROKER_DOUBLES)) {
      keep(batch);
    }
    surroundings.scheduler().step(() -> "kept by the broker");
    return surroundings.strikes(Trouble.BROKER_ANSWER_LOST)
        ? new SendOutcome.Trouble("no answer")
        : new SendOutcome.Sent();
  }

  private boolean refuses(PendingEvent event) {
    if (known.add(event.eventId()) && surroundings.strikes(Trouble.EVENT_REFUSED)) {
      refused.add(event.eventId());
    }
    return refused.contains(event.eventId());
  }

  private void keep(List<PendingEvent> batch) {
    surroundings.scheduler().note("broker", () -> "keeps " + Told.of(batch));
    arrived.addAll(batch);
    consumer.arrived(batch);
  }

  /** All that it ever kept, in the order of its coming. */
  public List<PendingEvent> arrived() {
    return arrived;
  }

  public int arrivals() {
    return arrived.size();
  }
}
