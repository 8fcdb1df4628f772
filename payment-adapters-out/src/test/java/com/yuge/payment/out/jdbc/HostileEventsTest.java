package com.yuge.payment.out.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.shared.DomainEvent;
import java.time.ZoneId;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the domain lets an event hold, its payload is valid by its schema. */
class HostileEventsTest {
  @Property
  void everyPayloadIsValid(
      @ForAll("events") DomainEvent event,
      @ForAll("zones") ZoneId zone,
      @ForAll("traces") String traceId) {
    String payload = OutboxTables.json(zone).payload(event, traceId);

    assertThat(EventContracts.errors(event.tag(), payload)).as(payload).isEmpty();
  }

  @Provide
  static Arbitrary<DomainEvent> events() {
    return Arbitraries.oneOf(AnyEvent.ofAPayOrder(), AnyRefundEvent.any(), AnyStatementEvent.any());
  }

  @Provide
  static Arbitrary<ZoneId> zones() {
    return Arbitraries.of(ZoneId.getAvailableZoneIds()).map(ZoneId::of);
  }

  @Provide
  static Arbitrary<String> traces() {
    return Arbitraries.strings().withChars("0123456789abcdef").ofLength(32);
  }
}
