package com.yuge.payment.domain.limit;

import com.yuge.payment.domain.shared.OperatorReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An operator's change of a limit.
 *
 * @param before null if the subject had no limit of its own
 * @param after null if it no longer has one
 */
public record LimitChange(
    LimitSubject subject,
    @Nullable Limit before,
    @Nullable Limit after,
    OperatorReason reason,
    Instant at) {}
