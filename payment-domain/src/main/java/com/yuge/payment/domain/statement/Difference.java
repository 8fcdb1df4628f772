package com.yuge.payment.domain.statement;

import org.jspecify.annotations.Nullable;

/**
 * A difference between a statement and our books. A repeated run finds the same type and subject
 * again.
 *
 * @param subject the trade number, the refund number or the statement that differs
 * @param line the statement's line; null if it is about no line
 * @param payNo the order; null if it is about no order
 * @param refundNo our refund; null if it is about no refund
 * @param ours what our books say
 * @param theirs what the statement says
 */
public record Difference(
    DiscrepancyType type,
    String subject,
    @Nullable Integer line,
    @Nullable String payNo,
    @Nullable String refundNo,
    String ours,
    String theirs) {}
