package com.yuge.payment.in.ops;

import com.yuge.payment.domain.shared.Grammar;
import com.yuge.payment.domain.shared.OperatorReason;
import com.yuge.payment.domain.statement.Resolution;
import org.jspecify.annotations.Nullable;

/** How an operator resolves a discrepancy, and why. */
record ResolveRequest(@Nullable String by, @Nullable String reason, @Nullable String resolution) {
  private static final Grammar RESOLUTION =
      Grammar.of("resolution", "resolution", "QUERY|LATER_FILE|REFUNDED|ACCEPTED|WRITTEN_OFF");

  OperatorReason why() {
    return new OperatorReason(OperatorReason.BY.require(by), OperatorReason.REASON.require(reason));
  }

  Resolution how() {
    return Resolution.valueOf(RESOLUTION.require(resolution));
  }
}
