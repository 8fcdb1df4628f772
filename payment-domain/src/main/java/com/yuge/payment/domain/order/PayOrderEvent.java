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

/** A change of a pay order, for consumers; stored in the transaction of the change. */
public sealed interface PayOrderEvent extends DomainEvent {
  /** All tags that consumers can subscribe to. */
  Set<String> TAGS =
      Stream.of(Type.values()).map(Type::name).collect(Collectors.toUnmodifiableSet());

  /** Every kind of event, by its tag; the compiler checks that a switch over it is complete. */
  enum Type {
    PAYMENT_SUCCEEDED,
    PAYMENT_FAILED,
    PAYMENT_CLOSED,
    PAYMENT_LATE_SUCCEEDED,
    PAYMENT_MISMATCHED,
    PAYMENT_AMOUNT_DIFFERED
  }

  /** Each version is written once, so it has at most one event. */
  static EventId id(PayNo payNo, int version) {
    return new EventId(payNo + "-" + version);
  }

  Type type();

  PayNo payNo();

  OrderNo orderNo();

  /** The amount that the order asks for. */
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

  /** The order has been paid. */
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

  /** The channel refused the payment; order-service may try again with a new order number. */
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

  /** The order was closed unpaid. */
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

  /** Money came after the order had ended; it must be refunded, or a person must match it. */
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

  /** A channel took money, or says so, that is applied to no order. */
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
    /** Why the money is not applied. */
    public enum Reason {
      /** The amount or currency differs from the order's. */
      MISMATCH,
      /** The order had already been paid. */
      DUPLICATE,
      /** The trade belongs to another order. */
      CLAIM
    }

    @Override
    public Type type() {
      return Type.PAYMENT_MISMATCHED;
    }
  }

  /** The amount of a payment differs from the amount that was known or assumed before. */
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
