package com.yuge.payment.domain.refund;

import com.yuge.payment.domain.shared.AggregateKey;
import com.yuge.payment.domain.shared.DomainEvent;
import com.yuge.payment.domain.shared.EventId;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.OrderNo;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The outcome of a refund, for consumers; stored in the transaction of the outcome.
 *
 * @param payAmount the amount that the order asks for
 * @param refundedTotal what has gone back of the trade by now, with two decimals; may be zero
 * @param at when we learned of the outcome
 */
public record RefundEvent(
    EventId eventId,
    Type type,
    Refund refund,
    OrderNo orderNo,
    Money payAmount,
    BigDecimal refundedTotal,
    Instant at)
    implements DomainEvent {
  /** All tags that consumers can subscribe to. */
  public static final Set<String> TAGS =
      Stream.of(Type.values()).map(Type::name).collect(Collectors.toUnmodifiableSet());

  /** Every kind of event, by its tag. */
  public enum Type {
    REFUND_SUCCEEDED,
    REFUND_FAILED,
    /** The channel made a refund that had been reported as failed. */
    REFUND_LATE_SUCCEEDED
  }

  /** The events of an order and of its refunds are published in their order. */
  @Override
  public AggregateKey aggregateKey() {
    return new AggregateKey(refund.terms().payNo().value());
  }

  @Override
  public String tag() {
    return type.name();
  }

  @Override
  public String payloadVersion() {
    return "1.0";
  }
}
