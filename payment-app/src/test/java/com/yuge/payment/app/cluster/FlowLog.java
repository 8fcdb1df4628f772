package com.yuge.payment.app.cluster;

import com.yuge.payment.domain.outbox.relay.EventSender;
import com.yuge.payment.domain.outbox.relay.EventSender.SendOutcome;
import com.yuge.payment.domain.outbox.relay.PendingEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Notes when each partition's events flow again after a moment. */
final class FlowLog implements BeanPostProcessor {
  private final Map<Integer, String> brokers = new TreeMap<>();
  private final Map<Integer, Duration> again = new TreeMap<>();
  private long since = System.nanoTime();

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof EventSender real ? watched(real) : bean;
  }

  private EventSender watched(EventSender real) {
    return new EventSender() {
      @Override
      public SendOutcome send(int partition, List<PendingEvent> batch, Duration timeout) {
        long begin = System.nanoTime();
        SendOutcome outcome = real.send(partition, batch, timeout);
        if (outcome instanceof SendOutcome.Sent) {
          sent(partition, real.brokerOf(partition), begin);
        }
        return outcome;
      }

      @Override
      public String brokerOf(int partition) {
        return real.brokerOf(partition);
      }
    };
  }

  private synchronized void sent(int partition, String broker, long begin) {
    brokers.put(partition, broker);
    if (begin >= since) {
      again.putIfAbsent(partition, Duration.ofNanos(System.nanoTime() - since));
    }
  }

  /** The partitions whose events this broker took last. */
  synchronized Set<Integer> partitionsOf(String broker) {
    Set<Integer> theirs = new TreeSet<>(brokers.keySet());
    theirs.removeIf(partition -> !broker.equals(brokers.get(partition)));
    return theirs;
  }

  /** Forgets all that was sent before. */
  synchronized void begin() {
    again.clear();
    since = System.nanoTime();
  }

  /** Returns how long after the beginning each partition's first batch was stored. */
  synchronized Map<Integer, Duration> again() {
    return new TreeMap<>(again);
  }
}
