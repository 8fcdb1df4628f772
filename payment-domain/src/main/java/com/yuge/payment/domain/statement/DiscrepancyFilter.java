package com.yuge.payment.domain.statement;

import com.yuge.payment.domain.channel.PayChannel;
import org.jspecify.annotations.Nullable;

/** Which discrepancies are listed; null for all. */
public record DiscrepancyFilter(
    Discrepancy.@Nullable State state,
    @Nullable DiscrepancyType type,
    @Nullable PayChannel channel,
    @Nullable String payNo) {}
