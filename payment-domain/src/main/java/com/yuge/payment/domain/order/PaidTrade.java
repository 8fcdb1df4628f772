package com.yuge.payment.domain.order;

import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.OperatorReason;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.TradeNo;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A payment that a channel took. Its trade number is unique at the channel, and it always belongs
 * to the same order.
 *
 * @param id the store's number, 0 until stored
 * @param amount null until the channel reports it; nothing is refunded until then
 * @param paidAt by the channel's clock; null if the channel does not report it
 * @param receivedAt when we learned of it
 * @param state null for the payment that is applied to the order, unless its amount turns out to
 *     differ from the order's
 * @param resolved who accepted the payment as it is, and why; null until then
 * @param refunds what was given back of it
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
    @Nullable OperatorReason resolved,
    RefundTotals refunds) {

  /** How the payment relates to its order. */
  public enum Kind {
    /** It paid the order. */
    SETTLED,
    /** It came after the order had ended unpaid. */
    LATE,
    /** Its amount or currency differs from the order's. */
    MISMATCH,
    /** The order had already been paid, in time or late. */
    DUPLICATE
  }

  /** The progress of a payment that needs a person. */
  public enum State {
    OPEN,
    REFUNDED,
    ACCEPTED
  }

  public PaidTrade {
    if (kind != Kind.SETTLED && state == null) {
      throw new IllegalArgumentException("an unapplied payment has a state");
    }
    if ((state == State.ACCEPTED) != (resolved != null)) {
      throw new IllegalArgumentException("ACCEPTED and an operator's reason go together");
    }
  }

  /** A payment that is reported for the first time. */
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
        null,
        RefundTotals.NONE);
  }

  /**
   * When a payment was reported.
   *
   * @param paidAt when the payer paid, as the channel says; null if that cannot be true
   */
  record Heard(@Nullable Instant paidAt, Instant at) {}

  /** The same payment with the number that the store gave it. */
  public PaidTrade stored(long storedId) {
    return new PaidTrade(
        storedId,
        channel,
        tradeNo,
        payNo,
        kind,
        amount,
        paidAt,
        receivedAt,
        state,
        resolved,
        refunds);
  }

  /** Whether the channel must still be queried for the amount. */
  boolean awaitsAmount() {
    return amount == null && state != State.REFUNDED;
  }

  /** Whether the payment is applied to no order. */
  public boolean isUnapplied() {
    return kind != Kind.SETTLED;
  }

  /**
   * The same payment, after the channel has reported the amount and perhaps the time.
   *
   * @param needsPerson whether a person must check it, even if it was checked before
   */
  public PaidTrade withAmount(Money said, @Nullable Instant saidPaidAt, boolean needsPerson) {
    boolean isBack = state == State.REFUNDED && said.amount().compareTo(refunds.done()) <= 0;
    boolean opens = needsPerson && !isBack;
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
        opens ? null : resolved,
        refunds);
  }

  /** The same payment, accepted as it is by an operator. */
  PaidTrade accepted(OperatorReason reason) {
    return with(State.ACCEPTED, reason, refunds);
  }

  /** Whether a refund of it is not decided yet. */
  public boolean isBeingRefunded() {
    return refunds.undecided().signum() > 0;
  }

  /** What can still be given back; zero while the amount is unknown. */
  public BigDecimal refundable() {
    return amount == null
        ? BigDecimal.ZERO
        : amount.amount().subtract(refunds.held()).max(BigDecimal.ZERO);
  }

  /** The same payment with a new refund of this amount. */
  public PaidTrade hold(Money refund) {
    if (refund.amount().compareTo(refundable()) > 0) {
      throw new IllegalArgumentException("a refund is at most what is left of the payment");
    }
    return with(state, resolved, refunds.plus(refund.amount(), BigDecimal.ZERO));
  }

  /** The same payment after a refund has failed. */
  public PaidTrade release(Money refund) {
    return with(state, resolved, refunds.plus(refund.amount().negate(), BigDecimal.ZERO));
  }

  /** The same payment after the channel has made a refund. */
  public PaidTrade refunded(Money refund) {
    return done(refunds.plus(BigDecimal.ZERO, refund.amount()));
  }

  /**
   * The same payment after the channel has made a refund that had failed: it may exceed the cap.
   */
  public PaidTrade refundedLate(Money refund) {
    return done(refunds.plus(refund.amount(), refund.amount()));
  }

  // An unapplied payment is refunded as a whole, so no person needs to check it any more.
  private PaidTrade done(RefundTotals totals) {
    boolean whole = amount != null && totals.done().compareTo(amount.amount()) >= 0;
    return whole && isUnapplied()
        ? with(State.REFUNDED, null, totals)
        : with(state, resolved, totals);
  }

  private PaidTrade with(
      @Nullable State nextState, @Nullable OperatorReason reason, RefundTotals totals) {
    return new PaidTrade(
        id, channel, tradeNo, payNo, kind, amount, paidAt, receivedAt, nextState, reason, totals);
  }
}
