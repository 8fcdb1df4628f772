package com.yuge.payment.out.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.yuge.payment.domain.order.PaidTrade;
import com.yuge.payment.domain.order.PayOrderEvent.PaymentMismatched;
import com.yuge.payment.domain.order.PayStatus;
import com.yuge.payment.domain.refund.RefundTerms;
import io.micrometer.tracing.Tracer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The schemas refuse what the service must never write. */
class EventSchemasTest {
  private static final JsonMapper JSON = JsonMapper.shared();

  @ParameterizedTest
  @MethodSource("schemas")
  void everySchemaFollowsJsonSchema(String name) {
    SpecificationVersion version = SpecificationVersion.DRAFT_2020_12;
    JsonNode schema = EventContracts.schemaDocument(name);

    assertThat(schema.path("$schema").asString()).isEqualTo(version.getDialectId());
    assertThat(
            SchemaRegistry.withDefaultDialect(version)
                .getSchema(SchemaLocation.of(version.getDialectId()))
                .validate(schema))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void aSchemaNamesOnlyFilesBesideIt(String name) {
    JsonNode schema = EventContracts.schemaDocument(name);

    assertThat(schema.path("$id").asString()).isEqualTo(name + ".schema.json");
    assertThat(schema.findValuesAsString("$ref"))
        .allMatch(target -> target.startsWith("types.schema.json#/$defs/"));
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void everyExampleIsValid(String name) {
    JsonNode schema = EventContracts.schemaDocument(name);
    for (String group : List.of("/$defs", "/properties")) {
      for (String field : schema.at(group).propertyNames()) {
        String part = group + "/" + field;
        for (JsonNode example : schema.at(part + "/examples").values()) {
          assertThat(EventContracts.schema(name, part).validate(example)).as(part).isEmpty();
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("tags")
  void aMissingFieldIsRefused(String tag) {
    for (JsonNode field : EventContracts.schemaDocument(tag).path("required").values()) {
      ObjectNode event = golden(tag);
      event.remove(field.asString());
      assertRefused(tag, event);
    }
  }

  @ParameterizedTest
  @MethodSource("tags")
  void aFieldOfAnotherTypeIsRefused(String tag) {
    for (String field : golden(tag).propertyNames()) {
      ObjectNode event = golden(tag);
      event.putArray(field);
      assertRefused(tag, event);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "PAYMENT_SUCCEEDED, amount, '\"99.90\"'",
    "PAYMENT_SUCCEEDED, amount, 0.00",
    "PAYMENT_SUCCEEDED, amount, -0.01",
    "PAYMENT_SUCCEEDED, amount, 10000000000.00",
    "PAYMENT_SUCCEEDED, payNo, '\"PAY1\"'",
    "PAYMENT_SUCCEEDED, orderNo, '\"ORD 1\"'",
    "PAYMENT_SUCCEEDED, channel, '\"wechat\"'",
    "PAYMENT_SUCCEEDED, channelTradeNo, null",
    "PAYMENT_SUCCEEDED, paidAt, '\"2026-11-22T12:00:30Z\"'",
    "PAYMENT_SUCCEEDED, paidAt, '\"2026-11-22T12:00:30+08:00\"'",
    "PAYMENT_SUCCEEDED, paidAt, '\"2026-11-22T12:00\"'",
    "PAYMENT_SUCCEEDED, paidAt, 1795320030123",
    "PAYMENT_SUCCEEDED, traceId, '\"4BF92F3577B34DA6A3CE929D0E0E4736\"'",
    "PAYMENT_SUCCEEDED, version, '\"2.0\"'",
    "PAYMENT_FAILED, channelTradeNo, '\"\"'",
    "PAYMENT_CLOSED, reason, '\"\"'",
    "PAYMENT_LATE_SUCCEEDED, closedStatus, '\"PAYING\"'",
    "PAYMENT_MISMATCHED, kind, '\"SETTLED\"'",
    "PAYMENT_MISMATCHED, currency, '\"cny\"'",
    "PAYMENT_AMOUNT_DIFFERED, kind, '\"CLAIM\"'",
    "REFUND_SUCCEEDED, refundNo, '\"PAY20261122121500123000000000142\"'",
    "REFUND_SUCCEEDED, refundOrderNo, null",
    "REFUND_SUCCEEDED, refundedTotal, -0.01",
    "REFUND_SUCCEEDED, origin, '\"SHOP\"'",
    "REFUND_SUCCEEDED, reason, '\"two\\nlines\"'",
    "REFUND_FAILED, failCode, '\"no money\"'",
    "STATEMENT_MATCHED, statementKey, '\"PAY20261122121500123000000000142\"'",
    "STATEMENT_MATCHED, billDate, '\"2026-11-21T00:00:00\"'",
    "STATEMENT_MATCHED, run, 0",
    "STATEMENT_MATCHED, lines, 1.5",
    "STATEMENT_MATCHED, paid, -0.01"
  })
  void aWrongValueIsRefused(String tag, String field, String value) {
    ObjectNode event = golden(tag);
    event.set(field, JSON.readTree(value));
    assertRefused(tag, event);
  }

  @Test
  void anAmountWithoutACurrencyIsRefused() {
    ObjectNode event = golden("PAYMENT_MISMATCHED");
    event.remove("currency");
    assertRefused("PAYMENT_MISMATCHED", event);
  }

  /** A later version may add fields. */
  @ParameterizedTest
  @MethodSource("tags")
  void anUnknownFieldIsAccepted(String tag) {
    ObjectNode event = golden(tag).put("version", "1.1").put("addedLater", true);

    assertThat(EventContracts.errors(tag, event.toString())).isEmpty();
  }

  @Test
  void theSchemasListEveryValueOfTheDomain() {
    assertThat(values("PAYMENT_MISMATCHED", "kind"))
        .isEqualTo(names(PaymentMismatched.Reason.values()));
    assertThat(values("PAYMENT_AMOUNT_DIFFERED", "kind")).isEqualTo(names(PaidTrade.Kind.values()));
    assertThat(values("REFUND_SUCCEEDED", "origin"))
        .isEqualTo(values("REFUND_FAILED", "origin"))
        .isEqualTo(values("REFUND_LATE_SUCCEEDED", "origin"))
        .isEqualTo(names(RefundTerms.Origin.values()));
    assertThat(values("PAYMENT_LATE_SUCCEEDED", "closedStatus"))
        .isEqualTo(names(PayStatus.FAILED, PayStatus.CLOSED));
  }

  @Test
  void theUserPropertiesAreAsDescribed() {
    Map<String, String> properties = new HashMap<>(TraceHeaders.current(Tracer.NOOP).asMap());

    assertThat(EventContracts.errors("properties", JSON.writeValueAsString(properties)))
        .as("without the event id")
        .hasSize(1);
    properties.put("eventId", GoldenEvents.id(2).value());
    assertThat(EventContracts.errors("properties", JSON.writeValueAsString(properties))).isEmpty();
  }

  static Stream<String> schemas() {
    return EventContracts.schemas();
  }

  static Stream<String> tags() {
    return EventContracts.TAGS.stream().sorted();
  }

  private static ObjectNode golden(String tag) {
    return (ObjectNode) JSON.readTree(EventContracts.golden(tag));
  }

  private static void assertRefused(String tag, ObjectNode event) {
    assertThat(EventContracts.schema(tag).validate(event.toString(), InputFormat.JSON))
        .as(event.toString())
        .isNotEmpty();
  }

  private static List<String> values(String tag, String field) {
    JsonNode schema = EventContracts.schemaDocument(tag);
    return schema
        .at("/properties/" + field + "/enum")
        .valueStream()
        .map(JsonNode::asString)
        .toList();
  }

  private static List<String> names(Enum<?>... values) {
    return Stream.of(values).map(Enum::name).toList();
  }
}
