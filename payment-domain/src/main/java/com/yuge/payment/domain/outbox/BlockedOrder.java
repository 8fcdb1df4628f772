package com.yuge.payment.domain.outbox;

import java.time.Instant;

/**
 * A pay order whose events wait for a person.
 *
 * @param key its pay number
 * @param attempts how often the broker refused the event at fault
 * @param lastError what the broker said
 */
public record BlockedOrder(String key, int attempts, String lastError, Instant since) {}
