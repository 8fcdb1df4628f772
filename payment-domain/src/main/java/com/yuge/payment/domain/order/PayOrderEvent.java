package com.yuge.payment.domain.order;

import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.shared.AggregateKey;
import com.yuge.payment.domain.shared.DomainEvent;
import com.yuge.payment.domain.shared.EventId;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.OrderNo;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.TradeNo;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What happened to a pay order, told to others; kept in the transaction of the change. */
public sealed interface PayOrderEvent extends DomainEvent {
  /** All names under which consumers subscribe. */
  Set<String> TAGS =
      Stream.of(Type.values()).map(Type::name).collect(Collectors.toUnmodifiableSet());

  /** Every kind of event, by its tag: a switch over it is complete, or does not compile. */
  enum Type {
    PAYMENT_SUCCEEDED,
    PAYMENT_FAILED,
    PAYMENT_CLOSED,
    PAYMENT_LATE_SUCCEEDED,
    PAYMENT_MISMATCHED,
    PAYMENT_AMOUNT_DIFFERED
  }

  /** Each version is won once, so it has one event. */
  static EventId id(PayNo payNo, int version) {
    return new EventId(payNo + "-" + version);
  }

  Type type();

  PayNo payNo();

  OrderNo orderNo();

  /** What the order asks for. */
  Money amount();

  PayChannel channel();

  @Override
  default AggregateKey aggregateKey() {
    return new AggregateKey(payNo().value());
  }

  @Override
  default String tag() {
    return type().name();
  }

  @Override
  default String payloadVersion() {
    return "1.0";
  }

  /** The money is there. */
  record PaymentSucceeded(
      EventId eventId,
      PayNo payNo,
      OrderNo orderNo,
      Money amount,
      PayChannel channel,
      TradeNo channelTradeNo,
      Instant paidAt,
      Instant at)
      implements PayOrderEvent {
    @Override
    public Type type() {
      return Type.PAYMENT_SUCCEEDED;
    }
  }

  /** The channel refused; order-service may try again under a new order number. */
  record PaymentFailed(
      EventId eventId,
      PayNo payNo,
      OrderNo orderNo,
      Money amount,
      PayChannel channel,
      @Nullable TradeNo channelTradeNo,
      Instant at)
      implements PayOrderEvent {
    @Override
    public Type type() {
      return Type.PAYMENT_FAILED;
    }
  }

  /** Nobody paid in time. */
  record PaymentClosed(
      EventId eventId,
      PayNo payNo,
      OrderNo orderNo,
      Money amount,
      PayChannel channel,
      String reason,
      Instant at)
      implements PayOrderEvent {
    @Override
    public Type type() {
      return Type.PAYMENT_CLOSED;
    }
  }

  /** The money came after the order had ended; it is owed back or to be matched by a person. */
  record PaymentLateSucceeded(
      EventId eventId,
      PayNo payNo,
      OrderNo orderNo,
      Money amount,
      PayChannel channel,
      TradeNo channelTradeNo,
      PayStatus closedStatus,
      Instant paidAt,
      Instant at)
      implements PayOrderEvent {
    @Override
    public Type type() {
      return Type.PAYMENT_LATE_SUCCEEDED;
    }
  }

  /** Money was taken, or is said to have been, that is applied to no order. */
  record PaymentMismatched(
      EventId eventId,
      PayNo payNo,
      OrderNo orderNo,
      Money amount,
      PayChannel channel,
      Reason reason,
      TradeNo channelTradeNo,
      @Nullable Money taken,
      Instant at)
      implements PayOrderEvent {
    /** Why it is not applied. */
    public enum Reason {
      /** Another amount or currency than the order's. */
      MISMATCH,
      /** The order had been paid before. */
      DUPLICATE,
      /** The trade belongs to another order. */
      CLAIM
    }

    @Override
    public Type type() {
      return Type.PAYMENT_MISMATCHED;
    }
  }

  /** A payment turns out to be of another amount than was known, or taken for granted, of it. */
  record PaymentAmountDiffered(
      EventId eventId,
      PayNo payNo,
      OrderNo orderNo,
      Money amount,
      PayChannel channel,
      PaidTrade.Kind kind,
      TradeNo channelTradeNo,
      Money taken,
      Instant at)
      implements PayOrderEvent {
    @Override
    public Type type() {
      return Type.PAYMENT_AMOUNT_DIFFERED;
    }
  }
}
