package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.shared.DomainEvent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The payload fields of one family of events, in addition to the fields that every payload has. */
interface EventFields {
  boolean knows(DomainEvent event);

  /** The fields in the order that consumers see; {@link #knows} must be true for the event. */
  Map<String, @Nullable Object> of(DomainEvent event);
}
