package com.yuge.payment.out.jdbc;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.shared.DomainEvent;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published example payloads are what the service writes, and what the schemas say. */
class EventGoldensTest {
  private static final Map<String, DomainEvent> EVENTS = GoldenEvents.all();

  private final EventJson json = OutboxTables.json(ZoneId.of("Asia/Shanghai"));

  /** Byte for byte, because equal JSON would hide 99.9 for 99.90 and another order of fields. */
  @ParameterizedTest
  @MethodSource("names")
  void theServiceWritesTheGolden(String name) {
    DomainEvent event = requireNonNull(EVENTS.get(name));

    assertThat(json.payload(event, GoldenEvents.TRACE) + "\n")
        .isEqualTo(EventContracts.golden(name));
    assertThat(event.tag()).isEqualTo(EventContracts.tag(name));
  }

  @ParameterizedTest
  @MethodSource("names")
  void theGoldenIsValid(String name) {
    assertThat(EventContracts.errors(EventContracts.tag(name), EventContracts.golden(name)))
        .isEmpty();
  }

  /** Schemas accept unknown fields, so only this notices a field that no schema describes. */
  @ParameterizedTest
  @MethodSource("names")
  void theSchemaDescribesEveryField(String name) {
    JsonNode described = EventContracts.schemaDocument(EventContracts.tag(name)).path("properties");

    assertThat(described.propertyNames()).containsAll(golden(name).propertyNames());
  }

  @Test
  void everyFileIsAGolden() {
    assertThat(EventContracts.goldens()).containsExactlyElementsOf(EVENTS.keySet());
  }

  @Test
  void everyTagHasASchemaAndAGolden() {
    Set<String> names = EVENTS.keySet();

    assertThat(EventContracts.schemas()).containsAll(EventContracts.TAGS);
    assertThat(names.stream().filter(EventContracts.TAGS::contains))
        .containsExactlyInAnyOrderElementsOf(EventContracts.TAGS);
  }

  @ParameterizedTest
  @MethodSource("names")
  void aFieldThatMayBeMissingIsMissingInOneGoldenAndThereInAnother(String name) {
    String tag = EventContracts.tag(name);
    for (String field : optional(EventContracts.schemaDocument(tag))) {
      List<Boolean> found =
          names()
              .filter(other -> EventContracts.tag(other).equals(tag))
              .map(other -> golden(other).has(field))
              .toList();
      assertThat(found).as(field).contains(true, false);
    }
  }

  static Stream<String> names() {
    return EVENTS.keySet().stream();
  }

  private static Set<String> optional(JsonNode schema) {
    Set<String> required =
        schema.path("required").valueStream().map(JsonNode::asString).collect(Collectors.toSet());
    return schema.path("properties").propertyNames().stream()
        .filter(field -> !required.contains(field))
        .collect(Collectors.toSet());
  }

  private static JsonNode golden(String name) {
    return JsonMapper.shared().readTree(EventContracts.golden(name));
  }
}
