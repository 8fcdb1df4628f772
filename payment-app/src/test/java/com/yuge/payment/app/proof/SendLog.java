package com.yuge.payment.app.proof;

import com.yuge.payment.domain.outbox.relay.EventSender;
import com.yuge.payment.domain.outbox.relay.EventSender.SendOutcome;
import com.yuge.payment.domain.outbox.relay.PendingEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Watches the real sender: how often it failed, when, and what it may have sent all the same. */
final class SendLog implements BeanPostProcessor {
  private final List<Call> calls = new ArrayList<>();
  private final Set<String> doubtful = new HashSet<>();

  /** A call that failed, from when to when by {@link System#nanoTime}. */
  record Call(int partition, int events, long begin, long end, SendOutcome outcome) {}

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof EventSender real ? watched(real) : bean;
  }

  private EventSender watched(EventSender real) {
    return (partition, batch, timeout) -> send(real, partition, batch, timeout);
  }

  private SendOutcome send(
      EventSender real, int partition, List<PendingEvent> batch, Duration timeout) {
    long begin = System.nanoTime();
    SendOutcome outcome = real.send(partition, batch, timeout);
    if (!(outcome instanceof SendOutcome.Sent)) {
      failed(new Call(partition, batch.size(), begin, System.nanoTime(), outcome), batch);
    }
    return outcome;
  }

  private synchronized void failed(Call call, List<PendingEvent> batch) {
    calls.add(call);
    batch.forEach(event -> doubtful.add(event.eventId()));
  }

  synchronized List<Call> failures() {
    return List.copyOf(calls);
  }

  /** What was sent in a call that failed: the broker may have it. */
  synchronized Set<String> doubtful() {
    return Set.copyOf(doubtful);
  }
}
