package com.yuge.payment.domain.channel;

import com.yuge.payment.domain.shared.Money;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A channel's answer about one refund; only a verified answer is anything but unknown. */
public sealed interface RefundAnswer extends ChannelAnswer {
  /** One constant for each type, so that the compiler checks that a switch is complete. */
  enum Kind {
    DONE,
    ACCEPTED,
    ABNORMAL,
    REFUSED,
    NO_REFUND,
    UNKNOWN
  }

  Kind kind();

  @Override
  default String key() {
    return kind().name();
  }

  /** The channel's number of the refund, if it reported one. */
  default @Nullable ChannelRefundNo channelRefundNo() {
    return null;
  }

  /** The channel's code for a refusal or an abnormal refund. */
  default @Nullable FailCode failCode() {
    return null;
  }

  /**
   * The money went back to the payer.
   *
   * @param amount the amount of this refund, never a running total
   * @param refundedAt by the channel's clock; null if the channel does not report it
   */
  record Done(Money amount, @Nullable ChannelRefundNo channelRefundNo, @Nullable Instant refundedAt)
      implements RefundAnswer {
    @Override
    public Kind kind() {
      return Kind.DONE;
    }
  }

  /** The channel has the refund and works on it. */
  record Accepted(@Nullable ChannelRefundNo channelRefundNo) implements RefundAnswer {
    @Override
    public Kind kind() {
      return Kind.ACCEPTED;
    }
  }

  /** The channel took the money from us, but it did not arrive. It may still arrive. */
  record Abnormal(FailCode failCode, @Nullable ChannelRefundNo channelRefundNo)
      implements RefundAnswer {
    @Override
    public Kind kind() {
      return Kind.ABNORMAL;
    }
  }

  /**
   * The channel does not make the refund.
   *
   * @param isFinal whether the channel will never make a refund with this number; otherwise a query
   *     must confirm it
   */
  record Refused(FailCode failCode, boolean isFinal) implements RefundAnswer {
    @Override
    public Kind kind() {
      return Kind.REFUSED;
    }
  }

  /** The channel does not know the refund; it may be asked again. */
  record NoRefund() implements RefundAnswer {
    @Override
    public Kind kind() {
      return Kind.NO_REFUND;
    }
  }

  /** The channel gave no usable answer; nothing follows from it. */
  record Unknown(UnknownReason reason) implements RefundAnswer {
    @Override
    public Kind kind() {
      return Kind.UNKNOWN;
    }

    @Override
    public Optional<UnknownReason> unknown() {
      return Optional.of(reason);
    }
  }
}
