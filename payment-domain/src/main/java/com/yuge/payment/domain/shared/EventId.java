package com.yuge.payment.domain.shared;

/** An event's identity; each kind of aggregate has its own format. */
public record EventId(String value) {
  /** The length fits the database column. */
  public static final Grammar GRAMMAR = Grammar.of("eventId", "event-id", "[A-Za-z0-9._-]{1,64}");

  public EventId {
    GRAMMAR.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
