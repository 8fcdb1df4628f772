package com.yuge.payment.app.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each field of each manifest is misspelt once and has a wrong type once. */
class ManifestTypesTest {
  /** Objects whose keys are free, beside those that hold labels. */
  private static final Set<String> FREE = Set.of("requests", "limits");

  /** Without these, a document has no type. */
  private static final Set<String> TYPE = Set.of("apiVersion", "kind");

  /** Fields that take a number or a text. */
  private static final Set<String> NUMBER_OR_TEXT =
      Set.of("port", "targetPort", "minAvailable", "maxSurge", "maxUnavailable", "sizeLimit");

  static List<String> files() {
    return Manifests.files();
  }

  @ParameterizedTest
  @MethodSource("files")
  void eachManifestHasItsType(String file) {
    assertThatCode(() -> Manifests.read(Manifests.parse(file))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("files")
  void aMisspeltFieldIsRefusedByName(String file) {
    Map<String, Object> document = Manifests.parse(file);
    List<String> seen = new ArrayList<>();
    forEachField(
        document,
        (object, key) -> {
          Object value = object.remove(key);
          object.put(key + "x", value);
          assertThat(catchThrowable(() -> Manifests.read(document)))
              .as(key + "x in " + file)
              .isNotNull()
              .hasMessageContaining(TYPE.contains(key) ? "apiVersion and kind" : key + "x");
          object.remove(key + "x");
          object.put(key, value);
          seen.add(key);
        });
    assertThat(seen).contains("kind");
  }

  @ParameterizedTest
  @MethodSource("files")
  void aWrongTypeIsRefused(String file) {
    Map<String, Object> document = Manifests.parse(file);
    List<String> seen = new ArrayList<>();
    forEachField(
        document,
        (object, key) -> {
          Object value = object.get(key);
          object.put(key, wrong(key, value));
          assertThat(catchThrowable(() -> Manifests.read(document)))
              .as(key + ": " + object.get(key) + " in " + file)
              .isNotNull();
          object.put(key, value);
          seen.add(key);
        });
    assertThat(seen).contains("kind");
  }

  private static Object wrong(String key, @Nullable Object value) {
    if (value instanceof List || value instanceof Map) return "text";
    if (NUMBER_OR_TEXT.contains(key)) return List.of("text");
    return value instanceof String ? 17 : "text";
  }

  private interface FieldConsumer {
    void accept(Map<String, Object> object, String key);
  }

  /** Visits the fields of an object and of all that it holds. The consumer restores the field. */
  private static void forEachField(@Nullable Object value, FieldConsumer consumer) {
    if (value instanceof List<?> list) {
      list.forEach(element -> forEachField(element, consumer));
    }
    if (value instanceof Map<?, ?> map) {
      @SuppressWarnings("unchecked")
      Map<String, Object> object = (Map<String, Object>) map;
      for (String key : List.copyOf(object.keySet())) {
        if (key.contains("/")) continue; // the name of a label
        consumer.accept(object, key);
        if (!FREE.contains(key)) forEachField(object.get(key), consumer);
      }
    }
  }
}
