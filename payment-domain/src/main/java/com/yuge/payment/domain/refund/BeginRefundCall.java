package com.yuge.payment.domain.refund;

import com.yuge.payment.domain.channel.ChannelUnavailable;
import com.yuge.payment.domain.channel.Channels;
import com.yuge.payment.domain.channel.RefundGateway;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.RefundNo;
import com.yuge.payment.domain.shared.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Records that a channel is about to be called about a refund, before it is called. */
final class BeginRefundCall {
  private final RefundPorts ports;
  private final Channels channels;
  private final Transactions transactions;
  private final Clock clock;

  BeginRefundCall(RefundPorts ports, Channels channels, Transactions transactions, Clock clock) {
    this.ports = ports;
    this.channels = channels;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** The call that may be made now; it is recorded already. */
  record Turn(Call call, Refund refund, Instant at) {
    RefundCall number(boolean isScheduled) {
      return new RefundCall(refund.progress().asks(), at, isScheduled);
    }
  }

  /** What the channel is called for. */
  enum Call {
    REFUND,
    QUERY,
    /** It may not be called now; the next try is scheduled. */
    NONE
  }

  /**
   * Begins the next call.
   *
   * @param onlyQuery whether the channel may only be asked for the state
   */
  Turn handle(RefundNo refundNo, boolean onlyQuery) {
    PayNo payNo = ports.current(refundNo).terms().payNo();
    return transactions.call(
        () -> {
          PayOrder unused = ports.lock(payNo);
          return begin(ports.current(refundNo), onlyQuery);
        });
  }

  private Turn begin(Refund refund, boolean onlyQuery) {
    Instant now = clock.instant();
    RefundGateway gateway;
    try {
      gateway = channels.refunds(refund.terms().channel());
    } catch (ChannelUnavailable e) {
      return wait(refund, e.getMessage(), RefundBackoff.afterCall(refund, now), now);
    }
    if (onlyQuery || refund.isQueriedNext()) {
      return begun(Call.QUERY, refund.with(refund.progress().queried(), now), now);
    }
    Duration spaced = untilSpaced(refund, gateway.spacing(), now);
    return spaced.isZero()
        ? begun(Call.REFUND, refund.with(refund.progress().asked(now), now), now)
        : wait(refund, refund.progress().lastError(), spaced, now);
  }

  private Turn begun(Call call, Refund refund, Instant now) {
    ports.refunds().advance(refund, Optional.of(RefundBackoff.duringCall(refund, now)));
    return new Turn(call, refund, now);
  }

  private Turn wait(Refund refund, @Nullable String error, Duration pause, Instant now) {
    RefundProgress progress =
        error == null ? refund.progress() : refund.progress().withError(error);
    Refund next = refund.with(progress, now);
    ports.refunds().advance(next, Optional.of(pause));
    return new Turn(Call.NONE, next, now);
  }

  // Channels refuse a refund that follows another one of the same order too closely.
  private Duration untilSpaced(Refund refund, Duration spacing, Instant now) {
    if (spacing.isZero()) {
      return spacing;
    }
    return ports.refunds().of(refund.terms().payNo()).stream()
        .filter(other -> !other.refundNo().equals(refund.refundNo()))
        .map(other -> other.progress().askedAt())
        .filter(Objects::nonNull)
        .max(Instant::compareTo)
        .map(last -> Duration.between(now, last.plus(spacing)))
        .filter(left -> !left.isNegative())
        .orElse(Duration.ZERO);
  }
}
