package com.yuge.payment.domain.outbox.relay;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * An event that waits to be published.
 *
 * @param rowId its place in the log; ascending per key in the order of the commits
 * @param key its aggregate: events with the same key are published in order
 * @param payload JSON
 * @param headers sent as message properties
 * @param at when it happened, by the clock of the instance that wrote it
 */
public record PendingEvent(
    long rowId,
    int partition,
    String eventId,
    String key,
    String tag,
    String payload,
    Map<String, String> headers,
    Instant at) {
  private static final String REPLAY = "replay";

  /** The same event, with a mark that tells consumers that it was published before. */
  PendingEvent replayed() {
    Map<String, String> marked = new HashMap<>(headers);
    marked.put(REPLAY, "true");
    return new PendingEvent(rowId, partition, eventId, key, tag, payload, Map.copyOf(marked), at);
  }
}
