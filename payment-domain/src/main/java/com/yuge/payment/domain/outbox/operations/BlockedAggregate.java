package com.yuge.payment.domain.outbox.operations;

import java.time.Instant;

/**
 * An aggregate whose events wait for a person.
 *
 * @param attempts how often the broker refused the event at fault
 * @param lastError the broker's last error
 */
public record BlockedAggregate(String key, int attempts, String lastError, Instant since) {}
