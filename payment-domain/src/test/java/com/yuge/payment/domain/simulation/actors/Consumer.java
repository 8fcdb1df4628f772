package com.yuge.payment.domain.simulation.actors;

import com.yuge.payment.domain.outbox.relay.PendingEvent;
import com.yuge.payment.domain.simulation.actors.Odds.Trouble;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** order-service's reader: takes what arrived in order, at least once, and dedupes by event id. */
public final class Consumer {
  private static final Duration LAG = Duration.ofSeconds(5);

  private final Surroundings surroundings;
  private final List<PendingEvent> queue = new ArrayList<>();
  private final Set<String> known = new HashSet<>();
  private final Map<String, List<String>> tags = new LinkedHashMap<>();
  private int offset;

  public Consumer(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  void arrived(List<PendingEvent> batch) {
    queue.addAll(batch);
    surroundings.scheduler().after(surroundings.upTo(LAG), this::read);
  }

  // It may fail before its transaction, or after it and before its offset is kept.
  private void read() {
    if (offset == queue.size()) {
      return;
    }
    boolean failsBefore = surroundings.strikes(Trouble.CONSUMER_FAILS);
    if (!failsBefore) {
      consume(queue.get(offset));
    }
    if (!failsBefore && !surroundings.strikes(Trouble.CONSUMER_FAILS)) {
      offset++;
    }
    surroundings.scheduler().after(surroundings.upTo(LAG), this::read);
  }

  private void consume(PendingEvent event) {
    if (known.add(event.eventId())) {
      surroundings.scheduler().note("consumer", () -> Told.of(event));
      tags.computeIfAbsent(event.key(), payNo -> new ArrayList<>()).add(event.tag());
    }
  }

  /** What it was told of that pay order, in order and each event once. */
  public List<String> tagsOf(String payNo) {
    return tags.getOrDefault(payNo, List.of());
  }
}
