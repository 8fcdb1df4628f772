package com.yuge.payment.in.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** What OpenAPI asks of the document, and what tools that read it ask. */
class OpenApiDocumentTest {
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private static final JsonPointer MADE = JsonPointer.compile("/components/examples");

  private final Part root = OpenApiDocument.ONE.root();

  /** The schema is the one that the OpenAPI Initiative publishes. */
  @Test
  void theDocumentIsOpenApi31() throws Exception {
    try (InputStream schema =
        Objects.requireNonNull(getClass().getResourceAsStream("/contract/openapi-3.1.json"))) {
      assertThat(errors(REGISTRY.getSchema(schema, InputFormat.JSON), root.json())).isEmpty();
    }
  }

  @Test
  void itsSchemasAreJsonSchemas() {
    Schema draft =
        REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
    Part schemas = root.get("components").get("schemas");
    assertThat(schemas.names())
        .hasSizeGreaterThan(50)
        .allSatisfy(name -> assertThat(errors(draft, schemas.get(name).json())).isEmpty());
  }

  private static List<String> errors(Schema schema, JsonNode json) {
    return schema.validate(json).stream().map(Error::toString).toList();
  }

  @Test
  void everyReferenceLeadsSomewhereAndEveryComponentIsReferredTo() {
    Set<String> references = new TreeSet<>();
    root.json().findValuesAsString("$ref", new ArrayList<>()).forEach(references::add);
    Set<String> components = new TreeSet<>();
    Part all = root.get("components");
    all.names()
        .filter(kind -> !kind.equals("securitySchemes"))
        .forEach(
            kind ->
                all.get(kind)
                    .names()
                    .forEach(name -> components.add("#/components/" + kind + "/" + name)));
    assertThat(references).isEqualTo(components);
  }

  @Test
  void everyOperationHasANameOfItsOwnATagAndATextAndSaysWhoMayCallIt() {
    Set<String> names = new HashSet<>();
    assertThat(OpenApiDocument.ONE.operations())
        .isNotEmpty()
        .allSatisfy(
            operation -> {
              JsonNode json = operation.part().json();
              assertThat(names.add(json.path("operationId").asString())).isTrue();
              assertThat(json.path("tags").size()).isOne();
              assertThat(json.path("summary").asString()).endsWith(".");
              assertThat(json.has("security")).isTrue();
            });
  }

  @Test
  void everyExampleIsAsItsSchemaSays() {
    assertThat(OpenApiDocument.ONE.operations().stream().flatMap(OpenApiDocumentTest::contents))
        .isNotEmpty()
        .allSatisfy(OpenApiDocumentTest::assertExamples);
  }

  private static Stream<Part> contents(Operation operation) {
    Part part = operation.part();
    return Stream.concat(Stream.of(part.get("requestBody")), part.get("responses").children())
        .flatMap(message -> message.get("content").children());
  }

  private static void assertExamples(Part content) {
    assertThat(content.get("examples").children())
        .allSatisfy(
            example ->
                assertThat(
                        Schemas.ONE.errors(
                            content.get("schema"),
                            example.get("value").json(),
                            Schemas.Mode.NOTHING_MORE))
                    .isEmpty());
  }

  /** An unreadable query is 400 on every path, and nothing is free of bugs. */
  @Test
  void everyOperationTellsWhatAnyRequestCanBring() {
    assertThat(OpenApiDocument.ONE.operations())
        .isNotEmpty()
        .allSatisfy(one -> assertThat(statuses(one)).as("%s", one).contains("400", "500"));
  }

  /** Too slow, too large, or of another type. */
  @Test
  void everyOperationWithABodyTellsHowABodyIsRefused() {
    assertThat(OpenApiDocument.ONE.operations())
        .filteredOn(one -> one.part().get("requestBody").exists())
        .isNotEmpty()
        .allSatisfy(one -> assertThat(statuses(one)).as("%s", one).contains("408", "413", "415"));
  }

  private static Stream<String> statuses(Operation operation) {
    return operation.part().get("responses").names();
  }

  /** Those are made by a test of the whole service; what is written by hand may never come. */
  @Test
  void everyExampleIsOneOfThoseThatATestMade() {
    assertThat(allExamples(root.json()))
        .isNotEmpty()
        .allSatisfy(
            example ->
                assertThat(example.path("$ref").asString("by hand"))
                    .as("%s", example)
                    .startsWith("#/components/examples/"));
  }

  /** All but the values of the components. */
  private static List<JsonNode> allExamples(JsonNode document) {
    assertThat(document.findValues("example")).isEmpty();
    return document.findValues("examples").stream()
        .filter(examples -> !examples.equals(document.at(MADE)))
        .flatMap(JsonNode::valueStream)
        .toList();
  }

  @Test
  void everyTagIsDescribed() {
    Set<String> used = new TreeSet<>();
    OpenApiDocument.ONE
        .operations()
        .forEach(one -> one.part().get("tags").texts().forEach(used::add));
    Set<String> described =
        new TreeSet<>(root.json().at(JsonPointer.compile("/tags")).findValuesAsString("name"));
    assertThat(used).isEqualTo(described);
  }
}
