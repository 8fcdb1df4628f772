package com.yuge.payment.domain.order;

import com.yuge.payment.domain.shared.Grammar;
import com.yuge.payment.domain.shared.PayNo;

/**
 * An event's identity: the pay order and the version that the event brought it to. Each version is
 * won once, so two events with one id are one event; consumers dedupe on it.
 */
public record EventId(String value) {
  public static final Grammar GRAMMAR =
      Grammar.of("eventId", "event-id", "PAY[0-9]{29}-[0-9]{1,10}");

  public EventId {
    GRAMMAR.check(value);
  }

  static EventId of(PayNo payNo, int version) {
    return new EventId(payNo + "-" + version);
  }

  @Override
  public String toString() {
    return value;
  }
}
