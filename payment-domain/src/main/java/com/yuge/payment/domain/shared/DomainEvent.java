package com.yuge.payment.domain.shared;

import java.time.Instant;

/** Something that happened to an aggregate; others are told of it by the outbox. */
public interface DomainEvent {
  /** Two events with one id are one event; consumers dedupe on it. */
  EventId eventId();

  /** Events of one key are published in the order in which they were appended. */
  AggregateKey aggregateKey();

  /** The name under which consumers subscribe. */
  String tag();

  /** The version of the payload's fields; it changes when a consumer would have to. */
  String payloadVersion();

  /** When it happened, or when we heard of it. */
  Instant at();
}
