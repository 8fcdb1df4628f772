package com.yuge.payment.domain.statement;

import com.yuge.payment.domain.shared.OperatorReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step in a discrepancy's history.
 *
 * @param resolution null when it was opened again
 */
public record DiscrepancyChange(
    @Nullable Resolution resolution, OperatorReason reason, Instant at) {}
