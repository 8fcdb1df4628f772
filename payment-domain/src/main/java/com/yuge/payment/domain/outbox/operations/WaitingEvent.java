package com.yuge.payment.domain.outbox.operations;

import java.time.Instant;

/**
 * An event that is still to be published.
 *
 * @param bytes the length of its payload
 */
public record WaitingEvent(String eventId, String tag, int partition, int bytes, Instant at) {}
