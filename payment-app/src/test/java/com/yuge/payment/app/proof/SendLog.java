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
public final class SendLog implements BeanPostProcessor {
  private final List<Call> calls = new ArrayList<>();
  private final Set<String> doubtful = new HashSet<>();

  /** A call that failed, from when to when by {@link System#nanoTime}. */
  public record Call(int partition, int events, long begin, long end, SendOutcome outcome) {}

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof EventSender real ? watched(real) : bean;
  }

  private EventSender watched(EventSender real) {
    return new EventSender() {
      @Override
      public SendOutcome send(int partition, List<PendingEvent> batch, Duration timeout) {
        return SendLog.this.send(real, partition, batch, timeout);
      }

      @Override
      public String brokerOf(int partition) {
        return real.brokerOf(partition);
      }
    };
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

  public synchronized List<Call> failures() {
    return List.copyOf(calls);
  }

  /** What was sent in a call that failed: the broker may have it. */
  public synchronized Set<String> doubtful() {
    return Set.copyOf(doubtful);
  }
}
