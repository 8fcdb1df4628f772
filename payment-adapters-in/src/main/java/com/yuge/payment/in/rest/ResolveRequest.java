package com.yuge.payment.in.rest;

import com.yuge.payment.domain.refund.RefundStatus;
import com.yuge.payment.domain.shared.Grammar;
import com.yuge.payment.domain.shared.OperatorReason;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An operator's request to decide a refund.
 *
 * @param to SUCCESS or FAILED; null to query the channel only
 */
record ResolveRequest(@Nullable String by, @Nullable String reason, @Nullable String to) {
  private static final Grammar TO = Grammar.of("to", "refund-to", "SUCCESS|FAILED");

  OperatorReason why() {
    return new OperatorReason(OperatorReason.BY.require(by), OperatorReason.REASON.require(reason));
  }

  /** Whether the money went back, as the operator knows; empty to query only. */
  Optional<Boolean> done() {
    return Optional.ofNullable(to).map(TO::require).map(RefundStatus.SUCCESS.name()::equals);
  }
}
