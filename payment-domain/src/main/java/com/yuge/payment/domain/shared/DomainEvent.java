package com.yuge.payment.domain.shared;

import java.time.Instant;

/** Something that happened to an aggregate; the outbox publishes it. */
public interface DomainEvent {
  /** Events with the same id are the same event; consumers deduplicate by it. */
  EventId eventId();

  /** Events of one key are published in the order in which they were appended. */
  AggregateKey aggregateKey();

  /** The name under which consumers subscribe. */
  String tag();

  /** The version of the payload's fields; it changes when consumers must change, too. */
  String payloadVersion();

  /** When it happened, or when we learned of it. */
  Instant at();
}
