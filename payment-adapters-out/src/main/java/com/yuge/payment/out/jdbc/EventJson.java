package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.shared.DomainEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Events as JSON for consumers: first the event id, then the family's fields, then the rest. */
final class EventJson {
  private final JsonMapper json = JsonMapper.builder().build();
  private final LocalTimes times;
  private final List<EventFields> families;

  EventJson(LocalTimes times, List<EventFields> families) {
    this.times = times;
    this.families = List.copyOf(families);
  }

  /**
   * @throws IllegalArgumentException if no family knows the event, since its fields would be lost
   */
  String payload(DomainEvent event, String traceId) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("eventId", event.eventId().value());
    fields.putAll(family(event).of(event));
    fields.put("eventTime", times.text(event.at()));
    fields.put("traceId", traceId);
    fields.put("version", event.payloadVersion());
    return json.writeValueAsString(fields);
  }

  private EventFields family(DomainEvent event) {
    return families.stream()
        .filter(family -> family.knows(event))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no fields for " + event));
  }

  String headers(Map<String, String> headers) {
    return json.writeValueAsString(headers);
  }
}
