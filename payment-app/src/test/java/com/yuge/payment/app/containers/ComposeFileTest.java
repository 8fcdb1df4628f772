package com.yuge.payment.app.containers;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** compose.yaml follows the Compose Specification, and publishes nothing beyond loopback. */
class ComposeFileTest {
  private static final Path FOLDER = Path.of("src/deploy");
  private static final Pattern VARIABLE_WITHOUT_DEFAULT = Pattern.compile("\\$\\{(\\w+)}");
  private static final Schema SPECIFICATION = specification();

  private final JsonNode file = read();

  @Test
  void itFollowsTheSpecification() {
    assertThat(errors()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("fields")
  void aMisspeltFieldIsNoticed(String service, String field) {
    ObjectNode object = service(service);
    object.set(field + "s", object.remove(field));

    assertThat(errors()).extracting(Error::getMessage).anyMatch(text -> text.contains(field + "s"));
  }

  /** No field takes a list of lists. */
  @ParameterizedTest
  @MethodSource("fields")
  void aWrongTypeIsNoticed(String service, String field) {
    var unused = service(service).putArray(field).addArray();

    assertThat(errors()).isNotEmpty();
  }

  static Stream<Arguments> fields() {
    return read().path("services").properties().stream()
        .flatMap(
            service ->
                service.getValue().propertyNames().stream()
                    .map(field -> arguments(service.getKey(), field)));
  }

  @Test
  void eachPublishedPortIsOnLoopback() {
    List<String> ports =
        file.path("services")
            .valueStream()
            .flatMap(service -> service.path("ports").valueStream())
            .map(JsonNode::asString)
            .toList();

    assertThat(ports).hasSize(4).allMatch(port -> port.startsWith("127.0.0.1:"));
  }

  @Test
  void eachImageCanBeReplaced() {
    assertThat(file.path("services").valueStream())
        .extracting(service -> service.path("image").asString())
        .allMatch(image -> image.matches("\\$\\{[A-Z_]+:-.+}"));
  }

  /** Docker's own answer to a missing variable is an empty text, such as an empty password. */
  @Test
  void eachVariableHasADefault() throws IOException {
    Set<String> defaults =
        Files.readAllLines(FOLDER.resolve(".env")).stream()
            .map(line -> line.split("=", 2)[0])
            .collect(Collectors.toSet());
    List<String> variables =
        VARIABLE_WITHOUT_DEFAULT
            .matcher(Files.readString(FOLDER.resolve("compose.yaml")))
            .results()
            .map((MatchResult found) -> found.group(1))
            .toList();

    assertThat(variables).contains("SHOP_KEY_SHA256").isSubsetOf(defaults);
  }

  private ObjectNode service(String name) {
    return (ObjectNode) file.path("services").path(name);
  }

  private List<Error> errors() {
    return SPECIFICATION.validate(file);
  }

  /** Reads the file with its anchors and merges resolved. */
  private static JsonNode read() {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    try {
      String text = Files.readString(FOLDER.resolve("compose.yaml"));
      Map<String, Object> document = new Yaml(new SafeConstructor(options)).load(text);
      return JsonMapper.shared().valueToTree(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its own id and dialect are not addresses that the validator takes. */
  private static Schema specification() {
    try (InputStream file =
        requireNonNull(ComposeFileTest.class.getResourceAsStream("/compose/compose-spec.json"))) {
      ObjectNode schema = (ObjectNode) JsonMapper.shared().readTree(file);
      schema.remove(List.of("$id", "$schema"));
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(schema);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
