package com.yuge.payment.out.outbox;

import com.yuge.payment.domain.outbox.relay.EventSender;
import com.yuge.payment.domain.outbox.relay.PendingEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A broker that keeps what it is sent, fails when told to, and notices two batches at once. */
final class ScriptedSender implements EventSender {
  private final List<PendingEvent> kept = new ArrayList<>();
  private final Set<Integer> underway = new HashSet<>();
  private final List<Integer> overlaps = new ArrayList<>();
  private final Set<String> refused = new HashSet<>();
  private int failures;
  private int calls;
  private CountDownLatch gate = new CountDownLatch(0);

  @Override
  public SendOutcome send(int partition, List<PendingEvent> batch, Duration timeout) {
    begin(partition);
    try {
      if (!gate.await(30, TimeUnit.SECONDS)) {
        throw new AssertionError("the gate was never opened");
      }
      return keep(batch);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new SendOutcome.Trouble("interrupted");
    } finally {
      end(partition);
    }
  }

  private synchronized void begin(int partition) {
    calls++;
    if (!underway.add(partition)) {
      overlaps.add(partition);
    }
  }

  private synchronized void end(int partition) {
    underway.remove(partition);
  }

  private synchronized SendOutcome keep(List<PendingEvent> batch) {
    if (failures > 0) {
      failures--;
      return new SendOutcome.Trouble("scripted");
    }
    if (batch.stream().anyMatch(event -> refused.contains(event.eventId()))) {
      return new SendOutcome.Refused("scripted");
    }
    kept.addAll(batch);
    return new SendOutcome.Sent();
  }

  synchronized void refuse(String eventId) {
    refused.add(eventId);
  }

  synchronized void failNext(int times) {
    failures = times;
  }

  /** Sends wait from now on, until the latch is counted down. */
  synchronized CountDownLatch close() {
    gate = new CountDownLatch(1);
    return gate;
  }

  synchronized List<PendingEvent> kept() {
    return List.copyOf(kept);
  }

  synchronized List<String> keptIds() {
    return kept.stream().map(PendingEvent::eventId).toList();
  }

  synchronized List<Integer> overlaps() {
    return List.copyOf(overlaps);
  }

  synchronized int calls() {
    return calls;
  }

  synchronized int underway() {
    return underway.size();
  }
}
