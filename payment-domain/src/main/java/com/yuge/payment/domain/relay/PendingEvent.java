package com.yuge.payment.domain.relay;

import java.util.Map;

/**
 * An event that waits to be published.
 *
 * @param rowId its place in the log; ascending per key in the order of the commits
 * @param key what it is about: the order of events holds per key
 * @param payload JSON
 * @param headers go along as message properties
 */
public record PendingEvent(
    long rowId,
    int partition,
    String eventId,
    String key,
    String tag,
    String payload,
    Map<String, String> headers) {}
