package com.yuge.payment.in.ops;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.yuge.payment.domain.shared.OperatorReason;
import com.yuge.payment.domain.statement.Difference;
import com.yuge.payment.domain.statement.Discrepancy;
import com.yuge.payment.domain.statement.Discrepancy.Resolved;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A discrepancy as operators see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DiscrepancyResponse(
    long id,
    String channel,
    String type,
    String subject,
    long statementId,
    @Nullable Integer line,
    @Nullable String payNo,
    @Nullable String refundNo,
    String ours,
    String theirs,
    String state,
    int queries,
    Instant firstSeen,
    Instant lastSeen,
    @Nullable String resolution,
    @Nullable OperatorReason resolved,
    @Nullable Instant resolvedAt) {
  static DiscrepancyResponse of(Discrepancy discrepancy) {
    Difference difference = discrepancy.difference();
    Resolved resolved = discrepancy.resolved();
    return new DiscrepancyResponse(
        discrepancy.id(),
        discrepancy.channel().name(),
        difference.type().name(),
        difference.subject(),
        discrepancy.statementId(),
        difference.line(),
        difference.payNo(),
        difference.refundNo(),
        difference.ours(),
        difference.theirs(),
        discrepancy.state().name(),
        discrepancy.queries(),
        discrepancy.firstSeen(),
        discrepancy.lastSeen(),
        resolved == null ? null : resolved.resolution().name(),
        resolved == null ? null : resolved.reason(),
        resolved == null ? null : resolved.at());
  }
}
