package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.shared.DomainEvent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the payloads of one family of events say, beside the fields that every payload has. */
interface EventFields {
  boolean knows(DomainEvent event);

  /** In the order in which consumers see them; asked only of an event that it knows. */
  Map<String, @Nullable Object> of(DomainEvent event);
}
