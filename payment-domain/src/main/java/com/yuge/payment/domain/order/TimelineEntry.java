package com.yuge.payment.domain.order;

import java.time.Instant;

/**
 * Something that happened to an order.
 *
 * @param what who did what, or an event's tag
 * @param result what came of it, a short key
 * @param detail for people; may be empty
 */
public record TimelineEntry(Instant at, Kind kind, String what, String result, String detail) {
  /** In the order in which entries of one moment are shown. */
  public enum Kind {
    CREATED,
    CALLBACK,
    STEP,
    /** What others are to hear; waiting, published, or skipped by an operator. */
    EVENT,
    /** The broker has it, by the store's clock. */
    PUBLISHED
  }
}
