package com.yuge.payment.domain.channel;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The channel gave no usable answer. This says nothing about the payment. */
public final class ChannelUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final PayChannel channel;
  private final @Nullable Duration retryAfter;

  public ChannelUnavailable(PayChannel channel, String why) {
    this(channel, why, null);
  }

  /**
   * With the time after which a retry makes sense.
   *
   * @param retryAfter how long the channel is not called from now on; null if unknown
   */
  public ChannelUnavailable(PayChannel channel, String why, @Nullable Duration retryAfter) {
    super(channel + ": " + why);
    this.channel = channel;
    this.retryAfter = retryAfter;
  }

  public PayChannel channel() {
    return channel;
  }

  /** How long the channel is not called from now on, if known. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
