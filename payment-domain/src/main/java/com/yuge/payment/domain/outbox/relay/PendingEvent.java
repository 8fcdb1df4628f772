package com.yuge.payment.domain.outbox.relay;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * An event that waits to be published.
 *
 * @param rowId its place in the log; ascending per key in the order of the commits
 * @param key what it is about: the order of events holds per key
 * @param payload JSON
 * @param headers go along as message properties
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

  /** The same event, marked for consumers as one that was published before. */
  PendingEvent replayed() {
    Map<String, String> marked = new HashMap<>(headers);
    marked.put(REPLAY, "true");
    return new PendingEvent(rowId, partition, eventId, key, tag, payload, Map.copyOf(marked), at);
  }
}
