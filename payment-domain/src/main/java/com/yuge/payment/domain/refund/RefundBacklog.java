package com.yuge.payment.domain.refund;

import java.time.Instant;
import java.util.Optional;

/**
 * The refunds that are not decided.
 *
 * @param undecided how many there are
 * @param oldest when the oldest of them was created
 * @param overdue how many of them have waited so long that a person must check them
 */
public record RefundBacklog(int undecided, Optional<Instant> oldest, int overdue) {}
