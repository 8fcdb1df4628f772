package com.yuge.payment.domain.order;

import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.OperatorReason;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.TradeNo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A payment that a channel took. Its trade number is unique at the channel, and it belongs to one
 * order for ever.
 *
 * @param id the store's number, 0 until stored
 * @param amount null until the channel has said it; until then nothing of it is given back
 * @param paidAt by the channel's clock; null where the channel does not say
 * @param receivedAt when we heard of it
 * @param state null for the payment that is applied to the order, unless its amount turns out to be
 *     another than the order's
 * @param resolved who accepted the payment as it is, and why; null while nobody has
 */
public record PaidTrade(
    long id,
    PayChannel channel,
    TradeNo tradeNo,
    PayNo payNo,
    Kind kind,
    @Nullable Money amount,
    @Nullable Instant paidAt,
    Instant receivedAt,
    @Nullable State state,
    @Nullable OperatorReason resolved) {

  /** What the payment is to its order. */
  public enum Kind {
    /** It paid the order. */
    SETTLED,
    /** It came after the order had ended unpaid. */
    LATE,
    /** Its amount or currency is not the order's. */
    MISMATCH,
    /** The order had been paid before, in time or late. */
    DUPLICATE
  }

  /** How far a payment that needs a person is dealt with. */
  public enum State {
    OPEN,
    REFUNDED,
    ACCEPTED
  }

  public PaidTrade {
    if (kind != Kind.SETTLED && state == null) {
      throw new IllegalArgumentException(
          "what is unapplied is open, or somebody has dealt with it");
    }
    if ((state == State.ACCEPTED) != (resolved != null)) {
      throw new IllegalArgumentException("what is accepted was accepted by somebody");
    }
  }

  /** As it is first heard of. */
  static PaidTrade received(
      PayOrder order, TradeNo tradeNo, Kind kind, @Nullable Money amount, Heard heard) {
    return new PaidTrade(
        0,
        order.channel(),
        tradeNo,
        order.payNo(),
        kind,
        amount,
        heard.paidAt(),
        heard.at(),
        kind == Kind.SETTLED ? null : State.OPEN,
        null);
  }

  /**
   * When something was heard of.
   *
   * @param paidAt what the channel said of when it was paid, if it can be true
   */
  record Heard(@Nullable Instant paidAt, Instant at) {}

  /** The same with the number that the store gave it. */
  public PaidTrade stored(long storedId) {
    return new PaidTrade(
        storedId, channel, tradeNo, payNo, kind, amount, paidAt, receivedAt, state, resolved);
  }

  /** Whether its channel is still to be asked how much it is. */
  boolean awaitsAmount() {
    return amount == null && state != State.REFUNDED;
  }

  /** Whether it is money that belongs to no open item. */
  public boolean isUnapplied() {
    return kind != Kind.SETTLED;
  }

  /**
   * The same, now that the channel has said how much it is, and perhaps when it was paid.
   *
   * @param needsPerson whether somebody has to check it, again if need be
   */
  public PaidTrade withAmount(Money said, @Nullable Instant saidPaidAt, boolean needsPerson) {
    boolean opens = needsPerson && state != State.REFUNDED;
    return new PaidTrade(
        id,
        channel,
        tradeNo,
        payNo,
        kind,
        said,
        paidAt == null ? saidPaidAt : paidAt,
        receivedAt,
        opens ? State.OPEN : state,
        opens ? null : resolved);
  }

  /** The same, accepted as it is by an operator. */
  PaidTrade accepted(OperatorReason reason) {
    return new PaidTrade(
        id, channel, tradeNo, payNo, kind, amount, paidAt, receivedAt, State.ACCEPTED, reason);
  }
}
