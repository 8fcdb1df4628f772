package com.yuge.payment.out.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.yuge.payment.out.rocketmq.RocketMqProperties;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The AsyncAPI document follows AsyncAPI, and describes every tag. */
class AsyncApiTest {
  private static final String SCHEMA = "/asyncapi/3.0.0.json";

  private final JsonNode document = read();

  @Test
  void itFollowsAsyncApi() throws IOException {
    assertThat(errors(document)).isEmpty();
  }

  @Test
  void aMistakeInItIsNoticed() throws IOException {
    ((ObjectNode) document.at("/operations/publishPaymentEvents")).put("action", "publish");

    assertThat(errors(document)).isNotEmpty();
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    List<String> references = document.findValuesAsString("$ref");

    assertThat(references).hasSizeGreaterThan(EventContracts.TAGS.size());
    assertThat(references).allMatch(this::exists);
  }

  @Test
  void everyTagIsAMessageOfTheTopic() {
    for (String place : List.of("/components/messages", "/channels/paymentEvents/messages")) {
      assertThat(document.at(place).propertyNames())
          .containsExactlyInAnyOrderElementsOf(EventContracts.TAGS);
    }
    assertThat(document.at("/operations/publishPaymentEvents/messages").findValuesAsString("$ref"))
        .containsExactlyInAnyOrderElementsOf(
            tags().map(tag -> "#/channels/paymentEvents/messages/" + tag).toList());
  }

  @Test
  void theTopicIsTheDefaultOfTheSettings() {
    Map<String, String> settings = Map.of("payment.rocketmq.name-server", "127.0.0.1:9876");
    RocketMqProperties properties =
        new Binder(new MapConfigurationPropertySource(settings))
            .bindOrCreate("payment.rocketmq", RocketMqProperties.class);

    assertThat(document.at("/channels/paymentEvents/address").asString())
        .isEqualTo(document.at("/channels/paymentEvents/bindings/x-rocketmq/topic").asString())
        .isEqualTo(properties.topic());
  }

  @ParameterizedTest
  @MethodSource("tags")
  void aMessageSaysWhatItsSchemaSays(String tag) {
    JsonNode message = document.at("/components/messages/" + tag);
    JsonNode schema = EventContracts.schemaDocument(tag);

    assertThat(message.path("name").asString()).isEqualTo(tag);
    assertThat(message.at("/bindings/x-rocketmq/tag").asString()).isEqualTo(tag);
    assertThat(message.at("/payload/schema/$ref").asString())
        .isEqualTo("./" + tag + ".schema.json");
    assertThat(message.path("title")).isEqualTo(schema.path("title"));
    assertThat(message.path("summary")).isEqualTo(schema.path("description"));
  }

  static Stream<String> tags() {
    return EventContracts.TAGS.stream().sorted();
  }

  private boolean exists(String reference) {
    return reference.startsWith("#/")
        ? !document.at(reference.substring(1)).isMissingNode()
        : !EventContracts.text(reference.substring("./".length())).isEmpty();
  }

  private static JsonNode read() {
    return YAMLMapper.shared().readTree(EventContracts.text("asyncapi.yaml"));
  }

  private static List<Error> errors(JsonNode document) throws IOException {
    try (InputStream schema =
        Objects.requireNonNull(AsyncApiTest.class.getResourceAsStream(SCHEMA))) {
      Schema official =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(schema);
      return official.validate(document);
    }
  }
}
