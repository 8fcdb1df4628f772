package com.yuge.payment.domain.statement;

import java.time.Duration;

/**
 * When and how statements are fetched and matched.
 *
 * @param retry pause between two attempts to fetch a statement, or to compare a day whose later
 *     statements are not there yet
 * @param attempts how many files of a statement are read before it counts as failed
 * @param chunk maximum number of lines or rows that a transaction writes or a statement reads
 * @param hold how long a claimed statement is reserved; longer than a fetch
 * @param mostDiscrepancies a statement with more discrepancies fails, because the whole file or
 *     comparison must be wrong
 * @param queries how often the channel is queried for a discrepancy
 * @param queryPause pause after the first query; it doubles after each further one
 * @param queryHold how long a claimed discrepancy is reserved
 */
public record StatementSettings(
    Duration retry,
    int attempts,
    int chunk,
    Duration hold,
    int mostDiscrepancies,
    int queries,
    Duration queryPause,
    Duration queryHold) {}
