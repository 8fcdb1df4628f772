package com.yuge.payment.domain.outbox.relay;

import java.util.List;

/**
 * What one read saw, all of it at one moment.
 *
 * @param events oldest first
 * @param newest the highest row id that is committed in the log; 0 if the log is empty
 * @param blocked another text whenever another set of keys is blocked
 */
public record Heads(List<PendingEvent> events, long newest, String blocked) {}
