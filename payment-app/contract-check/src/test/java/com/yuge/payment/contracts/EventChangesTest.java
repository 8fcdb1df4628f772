package com.yuge.payment.contracts;

import static com.yuge.payment.contracts.Edit.add;
import static com.yuge.payment.contracts.Edit.remove;
import static com.yuge.payment.contracts.Edit.set;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/** The comparison tells changes of an event that break its readers from those that do not. */
class EventChangesTest {
  private static final String MISMATCHED = "PAYMENT_MISMATCHED";

  private final SortedMap<String, ObjectNode> events = Documents.events();

  static List<Edit> breaking() {
    return List.of(
        remove("a field is gone", "/properties/tradeNo"),
        remove("an optional field is gone", "/properties/currency"),
        set("a field is called otherwise", "/properties", "{\"type\": {\"type\": \"string\"}}"),
        set("a field has another type", "/properties/kind/type", "\"integer\""),
        set("an amount is a string", "/properties/orderAmount", "{\"type\": \"string\"}"),
        set(
            "a field is of another type of ours",
            "/properties/tradeNo/$ref",
            "\"types.schema.json#/$defs/payNo\""),
        remove("a field may be missing", "/required/tradeNo"),
        remove("a value is gone", "/properties/kind/enum/CLAIM"),
        add("a value is new", "/properties/kind/enum", "\"SPLIT\""),
        remove("any value is possible", "/properties/kind/enum"));
  }

  static List<Edit> additive() {
    return List.of(
        set("a new field", "/properties/shop", "{\"type\": \"string\"}"),
        new Edit(
            "a new field that is always there",
            schema -> {
              schema.withObject("/properties/shop").put("type", "string");
              schema.withArray("/required").add("shop");
            }),
        add("a field is always there now", "/required", "\"amount\""),
        set("other words", "/properties/kind/description", "\"Why it is not applied.\""),
        set("another example", "/properties/kind/examples", "[\"CLAIM\"]"));
  }

  @ParameterizedTest
  @MethodSource("breaking")
  void aBreakingChangeIsNoticed(Edit edit) {
    Comparison comparison = Comparison.ofEvents(events, with(edit, MISMATCHED));

    assertThat(comparison.isCompatible()).as(comparison.report()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("additive")
  void anAdditiveChangeIsFree(Edit edit) {
    Comparison comparison = Comparison.ofEvents(events, with(edit, MISMATCHED));

    assertThat(comparison.isCompatible()).as(comparison.report()).isTrue();
  }

  @Test
  void aChangeOfASharedTypeIsNoticed() {
    Edit edit = set("times are numbers", "/$defs/time", "{\"type\": \"integer\"}");

    assertThat(Comparison.ofEvents(events, with(edit, "types")).isCompatible()).isFalse();
  }

  @Test
  void aLostTagIsNoticed() {
    Map<String, ObjectNode> fewer = Documents.events();
    fewer.remove(MISMATCHED);

    assertThat(Comparison.ofEvents(events, fewer).isCompatible()).isFalse();
  }

  @Test
  void aNewTagIsFree() {
    Map<String, ObjectNode> more = Documents.events();
    more.put("PAYMENT_REVERSED", Objects.requireNonNull(more.get(MISMATCHED)).deepCopy());

    assertThat(Comparison.ofEvents(events, more).isCompatible()).isTrue();
  }

  private Map<String, ObjectNode> with(Edit edit, String name) {
    SortedMap<String, ObjectNode> edited = Documents.events();
    edited.computeIfPresent(name, (same, schema) -> edit.of(schema));
    return edited;
  }
}
