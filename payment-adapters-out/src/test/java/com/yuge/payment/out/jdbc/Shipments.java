package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.shared.AggregateKey;
import com.yuge.payment.domain.shared.DomainEvent;
import com.yuge.payment.domain.shared.EventId;
import io.micrometer.tracing.Tracer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A second kind of aggregate, which the product has not: all that it brings to the outbox. */
public final class Shipments {
  public static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");

  private static final EventJson JSON =
      new EventJson(
          new LocalTimes(ZoneOffset.UTC),
          List.of(new PayOrderEventFields(new LocalTimes(ZoneOffset.UTC)), new Fields()));

  private Shipments() {}

  /** What happens to a shipment. */
  sealed interface ShipmentEvent extends DomainEvent {
    /** Every kind of it. */
    enum Type {
      SHIPMENT_SENT,
      SHIPMENT_DELIVERED
    }

    String shipment();

    Type type();

    @Override
    default EventId eventId() {
      return new EventId(shipment() + "." + type());
    }

    @Override
    default AggregateKey aggregateKey() {
      return new AggregateKey(shipment());
    }

    @Override
    default String tag() {
      return type().name();
    }

    @Override
    default String payloadVersion() {
      return "2.1";
    }
  }

  record ShipmentSent(String shipment, String carrier, Instant at) implements ShipmentEvent {
    @Override
    public Type type() {
      return Type.SHIPMENT_SENT;
    }
  }

  record ShipmentDelivered(String shipment, String signedBy, Instant at) implements ShipmentEvent {
    @Override
    public Type type() {
      return Type.SHIPMENT_DELIVERED;
    }
  }

  private record Fields() implements EventFields {
    @Override
    public boolean knows(DomainEvent event) {
      return event instanceof ShipmentEvent;
    }

    @Override
    public Map<String, @Nullable Object> of(DomainEvent event) {
      ShipmentEvent shipment = (ShipmentEvent) event;
      return switch (shipment.type()) {
        case SHIPMENT_SENT -> Map.of("carrier", ((ShipmentSent) event).carrier());
        case SHIPMENT_DELIVERED -> Map.of("signedBy", ((ShipmentDelivered) event).signedBy());
      };
    }
  }

  /** Returns the event's id. */
  public static String send(String shipment) {
    return append(new ShipmentSent(shipment, "SF", AT));
  }

  /** Returns the event's id. */
  public static String deliver(String shipment) {
    return append(new ShipmentDelivered(shipment, "li", AT.plusSeconds(1)));
  }

  private static String append(ShipmentEvent event) {
    JdbcOutbox outbox =
        new JdbcOutbox(
            TestDatabase.jdbc(),
            TestDatabase.transactions(),
            JSON,
            Tracer.NOOP,
            (partition, row) -> {});
    TestDatabase.transactions().run(() -> outbox.append(event));
    return event.eventId().value();
  }
}
