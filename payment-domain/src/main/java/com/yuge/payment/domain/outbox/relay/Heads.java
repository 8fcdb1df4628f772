package com.yuge.payment.domain.outbox.relay;

import java.util.List;

/**
 * The result of one read, all of it from one moment.
 *
 * @param events oldest first
 * @param newest the highest row id that is committed in the log; 0 if the log is empty
 * @param blocked a text that changes whenever the set of blocked keys changes
 */
public record Heads(List<PendingEvent> events, long newest, String blocked) {}
