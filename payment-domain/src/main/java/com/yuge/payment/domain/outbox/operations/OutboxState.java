package com.yuge.payment.domain.outbox.operations;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The state of the outbox. Counts end at a limit, so that no large table is counted.
 *
 * @param pending events to be published, including blocked ones
 * @param oldest when the oldest event that is not blocked happened
 * @param blocked aggregates whose events wait for a person
 * @param replays events to be published again
 * @param paused whether an operator has stopped all publishing
 * @param owners how many partitions each instance holds; free ones are left out
 */
public record OutboxState(
    int pending,
    Optional<Instant> oldest,
    int blocked,
    int replays,
    boolean paused,
    Map<String, Integer> owners) {}
