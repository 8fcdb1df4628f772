package com.yuge.payment.domain.channel;

import com.yuge.payment.domain.channel.UnknownReason.Cause;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The channel gave no usable answer. This says nothing about the payment. */
public final class ChannelUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final PayChannel channel;
  private final UnknownReason reason;
  private final @Nullable Duration retryAfter;

  public ChannelUnavailable(PayChannel channel, UnknownReason reason) {
    this(channel, reason, null);
  }

  /** A channel that gave an error. */
  public ChannelUnavailable(PayChannel channel, String why) {
    this(channel, new UnknownReason(Cause.ERROR, why));
  }

  /**
   * With the time after which a retry makes sense.
   *
   * @param retryAfter how long the channel is not called from now on; null if unknown
   */
  public ChannelUnavailable(
      PayChannel channel, UnknownReason reason, @Nullable Duration retryAfter) {
    super(channel + ": " + reason.detail());
    this.channel = channel;
    this.reason = reason;
    this.retryAfter = retryAfter;
  }

  public PayChannel channel() {
    return channel;
  }

  public UnknownReason reason() {
    return reason;
  }

  /** How long the channel is not called from now on, if known. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
