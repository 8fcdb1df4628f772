package com.yuge.payment.domain.channel;

import java.util.Optional;

/**
 * A channel's answer to any call. Every answer states whether it is unknown, so the circuit breaker
 * and the metrics do not depend on the kind of call.
 */
public sealed interface ChannelAnswer
    permits QueryAnswer, CloseAnswer, RefundAnswer, StatementAnswer {
  /** A short key, as stored in the audit. */
  String key();

  /** Why the answer is unknown; empty when the channel has answered, even with a refusal. */
  default Optional<UnknownReason> unknown() {
    return Optional.empty();
  }
}
