package com.yuge.payment.domain.channel;

import java.util.Optional;

/**
 * What a channel answered to any of its calls. An answer of each capability tells by itself whether
 * it is known, so that circuit breaker and metrics need not know the capabilities.
 */
public sealed interface ChannelAnswer permits QueryAnswer, CloseAnswer {
  /** A short key, as it is kept in the audit. */
  String key();

  /** Why nothing is known; empty when the channel has answered, be it with a refusal. */
  default Optional<UnknownReason> unknown() {
    return Optional.empty();
  }
}
