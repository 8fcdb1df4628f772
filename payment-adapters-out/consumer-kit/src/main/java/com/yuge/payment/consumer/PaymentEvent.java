package com.yuge.payment.consumer;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A fact that the payment service has published. Version 1.x of the payload only ever gets more
 * fields and more tags, so an unknown field is no error. A channel or a kind is a text here,
 * although the list of its values is closed today: a new value must not make an event unreadable.
 */
public sealed interface PaymentEvent
    permits PaymentSucceeded,
        PaymentFailed,
        PaymentClosed,
        PaymentLateSucceeded,
        PaymentMismatched,
        PaymentAmountDiffered,
        RefundEvent,
        StatementMatched {

  /** The fields that every event has. */
  EventHeader header();

  /** The tag of the event's message. */
  PaymentEventTag tag();

  /**
   * The money that the event is about; null if the channel did not say how much it took, or if the
   * event is about no order.
   */
  @Nullable BigDecimal amount();

  /** The payment at its channel; null if the event is about none. */
  @Nullable String tradeNo();

  /** Calls the handler's method for this kind of event. */
  void handleBy(PaymentEventHandler handler);

  /** The event's id. It is the same at each delivery, and no other event has it. */
  default String eventId() {
    return header().eventId();
  }

  /**
   * The payment service's number of the order's payment; the key of the message. A statement is
   * about no order, and has its own key here.
   */
  default String payNo() {
    return header().payNo();
  }

  /** The shop's own number of the order; the statement's key if the event is about a statement. */
  default String orderNo() {
    return header().orderNo();
  }

  /** When the payment service heard of it, in the shop's time zone. */
  default LocalDateTime eventTime() {
    return header().eventTime();
  }

  /** The W3C trace id of the request that caused the event. */
  default String traceId() {
    return header().traceId();
  }
}
