package com.yuge.payment.domain.order;

import java.time.Instant;

/**
 * Something that happened to an order.
 *
 * @param what a callback's status, an action, or an event's tag
 * @param result a short key
 * @param detail for people; may be empty
 */
public record TimelineEntry(Instant at, Kind kind, String what, String result, String detail) {
  /** The order in which entries of the same moment are shown. */
  public enum Kind {
    CREATED,
    CALLBACK,
    STEP,
    /** An event for consumers: waiting, published, or skipped by an operator. */
    EVENT,
    /** The broker has the event; the time is from the store's clock. */
    PUBLISHED
  }
}
