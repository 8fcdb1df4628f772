package com.yuge.payment.domain.outbox.relay.violations;

import com.yuge.payment.domain.outbox.operations.OutboxState;

/** Rule 11: the relay runs as it does whoever looks at it. */
final class KnowsOperators {
  int waiting(OutboxState state) {
    return state.pending();
  }
}
