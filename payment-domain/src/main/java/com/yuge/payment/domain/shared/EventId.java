package com.yuge.payment.domain.shared;

/** An event's identity; each kind of aggregate has a form of its own. */
public record EventId(String value) {
  /** As wide as the column. */
  public static final Grammar GRAMMAR = Grammar.of("eventId", "event-id", "[A-Za-z0-9._-]{1,64}");

  public EventId {
    GRAMMAR.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
